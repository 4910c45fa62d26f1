package dev.flashsale.command.admission.queue;

import java.time.Duration;

/**
 * The line that somebody would join.
 *
 * @param waiting purchases that wait for the same item on this node
 * @param unitsAhead units that these may get together
 * @param unitsLeft units of the item that nobody holds, in all buckets
 * @param unitsNeeded units that the newcomer wants
 * @param expectedWait until the newcomer's turn, by the pace of the last decisions
 */
public record Line(int waiting, long unitsAhead, long unitsLeft, long unitsNeeded, Duration expectedWait) {
    /**
     * Whether those who wait may leave too little. Where nobody waits the stock itself is asked: only a stock says that it is
     * sold out.
     */
    public boolean isFull() {
        return waiting > 0 && unitsLeft - unitsAhead < unitsNeeded;
    }
}
