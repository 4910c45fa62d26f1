package dev.flashsale.query.replay;

import java.time.Duration;
import java.util.List;

/** Ends a replay that does not get on, or that does nothing, instead of letting it wait for ever. */
final class IdleWatch {
    private static final long NOTHING_TO_DO = Duration.ofSeconds(5).toNanos();
    private static final long NO_PROGRESS = Duration.ofSeconds(60).toNanos();

    private long notAllReadAt = System.nanoTime();
    private long progressAt = System.nanoTime();
    private long reached = Long.MIN_VALUE;
    private String lastTrouble = "";

    /**
     * Looks at what the processors have done.
     *
     * @param readAll whether every processor is past the last event that it has to handle
     * @param reachedNow grows with every batch that is written
     * @throws IllegalStateException that has been so for too long, although the content is not there; or nothing has been
     *     written for too long
     */
    void check(boolean readAll, long reachedNow, List<Follower> followers) {
        long now = System.nanoTime();
        if (!readAll) {
            notAllReadAt = now;
        }
        if (reachedNow != reached) {
            reached = reachedNow;
            progressAt = now;
        }
        followers.stream()
                .map(Follower::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .forEach(trouble -> lastTrouble = trouble);
        if (now - notAllReadAt > NOTHING_TO_DO) {
            throw new IllegalStateException("the replay did nothing: all events count as read, and "
                    + followers.stream().mapToLong(Follower::handled).sum()
                    + " of them were handled, but the content is not there");
        }
        if (now - progressAt > NO_PROGRESS) {
            throw new IllegalStateException("the replay has not got on for a minute: "
                    + (lastTrouble.isEmpty() ? "its processors say nothing" : lastTrouble));
        }
    }
}
