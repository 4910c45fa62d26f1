package dev.flashsale.analysis.audit;

/** What must be true of a sale. The codes are stable: tools and tests name them. */
public enum Invariant {
    /** Per item: available + reserved + sold + in transit = allocated + added; none below zero. */
    UNITS_CONSERVED("I-1", "units are neither made nor lost"),
    /** Per bucket. */
    RESERVED_ADDS_UP("I-2", "reserved units are those of the open reservations"),
    /** Per item: reserved + sold never exceed allocated + added. */
    NEVER_OVERSOLD("I-3", "never more is promised than there is"),
    /** A SOLD_OUT is true; at quiescence, nothing is left that someone was refused. */
    NEVER_UNDERSOLD("I-4", "nobody is told sold out while units are free"),
    /** Pieces of an offer per shopper, live and paid; and a LIMIT_EXCEEDED is true. */
    LIMIT_KEPT("I-5", "no shopper holds more than the limit"),
    /** Per purchase and item. */
    DECIDED_ONCE("I-6", "a purchase is decided once"),
    /** PAID, EXPIRED, CANCELLED or REFUSED; at quiescence, exactly one of them. */
    ONE_OUTCOME("I-7", "every purchase has one outcome, and keeps it"),
    /** Paid means one order, one payment, at the price that the stock stated. */
    PAID_AS_AGREED("I-8", "paid is one order, one payment, the agreed price"),
    /** At quiescence, all of it. */
    UNAPPLIED_MONEY_RETURNED("I-9", "money that was not applied goes back"),
    /** An order's lines are open reservations of its purchase, and complete. */
    ORDER_IS_RESERVED("I-10", "no order without its reservations"),
    /** What a client was told is in the store. Checked with a client log only. */
    ACKNOWLEDGED_IS_STORED("I-11", "what a client was told is stored"),
    /** Of whatever follows a purchase; with a complete client log, of the purchases themselves. */
    NO_PHANTOM("I-12", "everything has its shopper, and nobody else's"),
    /** Sequence numbers, event ids, global index. */
    HISTORY_DENSE("I-13", "histories have no gap and no double"),
    /** Checked with a client log only. */
    REAL_TIME_ORDER("I-15", "who was answered before another one asked comes first"),
    /** Checked with a client log only. */
    STATUS_NEVER_BACK("I-16", "what a client is shown never goes backwards"),
    /** Checked where projections are rebuilt. */
    PROJECTIONS_REBUILT("I-17", "projections are what the events make them"),
    /** Checked where the processors' tokens can be read. */
    EVERYTHING_SEEN("I-18", "every processor saw every event"),
    /** Checked where projections are rebuilt. */
    ORDER_OF_DELIVERY("I-19", "events twice or in another legal order change nothing"),
    /** Checked where the processes' rows can be read. */
    PROCESSES_FOLLOW("I-20", "each open reservation has its process, and no process is left over"),
    /** Reservations end neither early nor late. */
    RELEASED_IN_TIME("I-21", "a reservation expires in time, not before"),
    /** Of one purchase. */
    NEVER_PAID_AND_RELEASED("I-22", "nothing is both paid and given back"),
    /** Per currency: captured - refunded - still owed = paid orders. */
    MONEY_ADDS_UP("I-23", "captured less returned is what was paid"),
    /** Checked where the aggregates' own code is at hand. */
    SNAPSHOTS_AGREE("I-24", "a snapshot and its tail make what all events make"),
    /** Every stored event of ours loads. */
    EVERY_EVENT_LOADS("I-25", "every stored event loads"),
    /** What leaves one bucket arrives once in another; buckets add up to the sale's units. */
    TRANSFERS_ZERO_SUM("I-26", "moving units between buckets changes no sum"),
    /** Checked where the processors' tokens can be read. */
    NOT_AHEAD("I-28", "no processor is ahead of the store"),
    /** A node warms up on a sale of its own, whose events are kept elsewhere. */
    SHADOWS_APART("I-29", "no event of a warm-up is among those of real sales"),
    /** Reserved only from opening until closing, and not after a withdrawal. */
    INSIDE_THE_WINDOW("W-1", "units are promised inside the sale's window only"),
    /** The available units that events state. */
    STATED_UNITS_TRUE("W-2", "the units that events state are right"),
    /** Order rows of the read side. Checked when the rows are given. */
    ROWS_AGREE("W-3", "order rows agree with the events");

    private final String code;
    private final String sentence;

    Invariant(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The short stable name. */
    public String code() {
        return code;
    }

    /** What holds, as a sentence. */
    public String sentence() {
        return sentence;
    }
}
