package dev.flashsale.kernel.stock;

/**
 * Names one bucket of the units of one item: {@code saleId:itemId:bucket}.
 *
 * @param bucket from 0
 */
public record StockId(String saleId, String itemId, int bucket) {
    private static final char SEPARATOR = ':';

    /** Reads the form that {@link #toString()} writes. */
    public static StockId parse(String text) {
        int last = text.lastIndexOf(SEPARATOR);
        int middle = text.lastIndexOf(SEPARATOR, last - 1);
        if (middle < 1 || last == middle + 1 || last == text.length() - 1) {
            throw new IllegalArgumentException("not a stock id: " + text);
        }
        return new StockId(
                text.substring(0, middle),
                text.substring(middle + 1, last),
                Integer.parseInt(text.substring(last + 1)));
    }

    /**
     * The bucket that serves this user: always the same one, so that a limit per user can be decided there exactly.
     */
    public static StockId of(String saleId, String itemId, String userId, int buckets) {
        return new StockId(saleId, itemId, Math.floorMod(userId.hashCode(), buckets));
    }

    @Override
    public String toString() {
        return saleId + SEPARATOR + itemId + SEPARATOR + bucket;
    }
}
