package dev.flashsale.query.replay;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.replay.ReplayStatus.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a running replay says about itself; written by its thread and read by others. */
final class Progress {
    private final long begunNanos = System.nanoTime();
    private volatile State state = State.BUILDING;
    private volatile long position = -1;
    private volatile long target = -1;
    private volatile long handled;
    private volatile String slowest = "";
    private volatile @Nullable Comparison comparison;
    private volatile String detail = "";

    void at(long newPosition, long newTarget, long newHandled, String newSlowest, String trouble) {
        position = newPosition;
        target = newTarget;
        handled = newHandled;
        slowest = newSlowest;
        detail = trouble;
    }

    void comparing() {
        state = State.COMPARING;
    }

    void compared(Comparison found) {
        comparison = found;
    }

    void end(State end, String sentence) {
        detail = sentence;
        state = end;
    }

    boolean isOver() {
        return state.isFinal();
    }

    ReplayStatus status() {
        double seconds = Math.max(1e-3, (System.nanoTime() - begunNanos) / 1e9);
        long rate = Math.round(handled / seconds);
        double indexesPerSecond = (position + 1) / seconds;
        Long eta = indexesPerSecond < 1 || state.isFinal()
                ? null
                : (Long) Math.round(Math.max(0, target - position) / indexesPerSecond);
        Comparison found = comparison;
        return new ReplayStatus(
                Projections.IN_REDIS,
                state,
                position,
                target,
                handled,
                rate,
                eta,
                slowest,
                found == null ? null : (Boolean) found.same(),
                found == null ? null : (Long) found.keysBeside(),
                found == null ? null : found.hashBeside(),
                found == null ? List.of() : found.differing(),
                detail);
    }
}
