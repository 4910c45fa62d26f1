package dev.flashsale.command.admission.note;

/**
 * How a shopper came, as far as notes carry it. Times are milliseconds since 1970 on the server's clock; 0 is "did not".
 *
 * @param openedAtMs the page was opened
 * @param shownAtMs the challenge was shown
 * @param agent keyed digest of the header User-Agent; 0 if there was none
 * @param language keyed digest of the header Accept-Language; 0 if there was none
 * @param hard whether the challenge was a harder one
 * @param score what the signs so far amount to, 0 to 100
 */
public record Footprints(long openedAtMs, long shownAtMs, long agent, long language, boolean hard, int score) {
    /** Nothing is known: the sale asks for no journey. */
    public static final Footprints NONE = new Footprints(0, 0, 0, 0, false, 0);

    /** The page was opened, with these headers. */
    public static Footprints opened(long atMs, long agent, long language) {
        return new Footprints(atMs, 0, agent, language, false, 0);
    }

    /** The challenge was shown. */
    public Footprints shown(long atMs, boolean hard) {
        return new Footprints(openedAtMs, atMs, agent, language, hard, score);
    }

    /** The same, with the headers of a later step. */
    public Footprints seenWith(long agent, long language) {
        return new Footprints(openedAtMs, shownAtMs, agent, language, hard, score);
    }

    /** The same, judged. */
    public Footprints scored(int score) {
        return new Footprints(openedAtMs, shownAtMs, agent, language, hard, score);
    }
}
