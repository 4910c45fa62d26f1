package dev.flashsale.analysis.store;

/**
 * A range of global indexes, both ends included.
 *
 * @param first the smallest index
 * @param last the greatest index; less than {@code first} when the range is empty
 */
public record Span(long first, long last) {
    /** No event at all. */
    public static final Span NONE = new Span(0, -1);
    /** Whatever there is. */
    public static final Span ALL = new Span(0, Long.MAX_VALUE);

    /** Everything up to this index, which is included. */
    public static Span upTo(long last) {
        return new Span(0, last);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return last < first;
    }

    /** Whether the index lies in it. */
    public boolean contains(long index) {
        return index >= first && index <= last;
    }

    /** What both have in common. */
    public Span within(Span other) {
        Span common = new Span(Math.max(first, other.first), Math.min(last, other.last));
        return common.isEmpty() ? NONE : common;
    }
}
