package dev.flashsale.standalone.demo;

/** Many shoppers at one sale. */
interface Crowd {
    /** Sends them all, and returns when the last one has left. */
    void run() throws InterruptedException;

    /** How many have begun what they came for, and how many will. */
    Position position();

    /** Shoppers who have begun and have not left; those who wait for units to come back are among them. */
    int active();

    /** What to tell about the run when it is over; may be empty. */
    String remark();

    /**
     * How far the crowd is.
     *
     * @param unit what is counted
     */
    record Position(long done, long total, String unit) {}
}
