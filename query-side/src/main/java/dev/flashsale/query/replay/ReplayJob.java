package dev.flashsale.query.replay;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.Standby;
import dev.flashsale.query.replay.ReplayStatus.State;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the content beside to where the one in use is, then lets them change places. Until that last step nothing that is in
 * use is touched, so it may be ended at any time.
 */
final class ReplayJob implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayJob.class);
    private static final long POLL_MS = 50;
    private static final int MOST_LOOKS = 3;
    private static final long BETWEEN_LOOKS_MS = 1_000;
    private static final long CLOSE_ENOUGH = 2_000;
    private static final Duration ALIGNED_WITHIN = Duration.ofSeconds(30);

    private final Standby standby;
    private final List<Follower> followers;
    private final LiveProcessors live;
    private final Contents contents;
    private final boolean fromScratch;
    private final long to;
    private final Progress progress;
    private final Map<String, String> generations;
    private final Map<String, Long> readByLive = new HashMap<>();

    /**
     * @param fromScratch whether all events have to be handled again, rather than those since the content was last in use
     * @param to where a partial build ends; the largest long for a whole one
     */
    ReplayJob(
            Standby standby,
            List<Follower> followers,
            LiveProcessors live,
            Contents contents,
            boolean fromScratch,
            long to,
            Progress progress) {
        this.standby = standby;
        this.followers = followers;
        this.live = live;
        this.contents = contents;
        this.fromScratch = fromScratch;
        this.to = to;
        this.progress = progress;
        this.generations =
                Projections.IN_REDIS.stream().collect(Collectors.toMap(name -> name, standby::liveGeneration));
    }

    @Override
    public void run() {
        try {
            followers.forEach(Follower::start);
            build();
            if (to == Long.MAX_VALUE) {
                swap();
            } else {
                partial();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("the service stopped");
        } catch (RuntimeException e) {
            LOG.warn("The replay failed; what was in use is still in use", e);
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void fail(String why) {
        followers.forEach(Follower::stop);
        progress.end(State.FAILED, why);
    }

    private void build() throws InterruptedException {
        long slack = to == Long.MAX_VALUE ? CLOSE_ENOUGH : 0;
        IdleWatch idle = new IdleWatch();
        while (true) {
            long behind = report();
            boolean didSomething = !fromScratch || handled() > 0;
            if (behind <= slack && didSomething) {
                return;
            }
            idle.check(followers.stream().allMatch(this::hasReadAll), reached(), followers);
            Thread.sleep(POLL_MS);
        }
    }

    /** Moves the limits on, and says how many positions the slowest projection is behind. */
    private long report() {
        refuseLostContent();
        followers.forEach(follower -> follower.allowUpTo(limit(follower)));
        Follower slowest =
                followers.stream().max(Comparator.comparingLong(this::behind)).orElseThrow();
        progress.at(
                standby.index(slowest.projection()),
                target(slowest),
                handled(),
                slowest.projection() + " segment 0",
                slowest.trouble());
        return behind(slowest);
    }

    private long handled() {
        return followers.stream().mapToLong(Follower::handled).sum();
    }

    /**
     * What the one in use has read, not only what it wrote: events of parallel transactions come in any order, so one that
     * it had nothing to write for may stand before the last one that it wrote.
     */
    private long limit(Follower follower) {
        return Math.max(target(follower), Math.min(to, readByLive.getOrDefault(follower.projection(), -1L)));
    }

    private long target(Follower follower) {
        return Math.min(to, standby.liveIndex(follower.projection()));
    }

    /**
     * What was read counts as well as what was written: the position to reach may be one that no event of this projection
     * has, such as the end of a part, or where the one in use read an event that was committed late.
     */
    private long behind(Follower follower) {
        long reached = Math.max(
                standby.index(follower.projection()), follower.position().orElse(-1));
        return Math.max(0, target(follower) - reached);
    }

    private long reached() {
        return followers.stream()
                .mapToLong(follower -> standby.index(follower.projection())
                        + follower.position().orElse(0))
                .sum();
    }

    private boolean hasReadAll(Follower follower) {
        return follower.position().orElse(-1) >= target(follower);
    }

    private void refuseLostContent() {
        generations.forEach((projection, generation) -> {
            if (!standby.liveGeneration(projection).equals(generation)) {
                throw new IllegalStateException(
                        "the content in use of " + projection + " was lost meanwhile and is being rebuilt by itself");
            }
        });
    }

    private void partial() {
        followers.forEach(Follower::stop);
        progress.compared(contents.compare());
        progress.end(State.PARTIAL, "built up to index " + to + " for looking at; it is never swapped in");
    }

    // An event whose transaction committed late may have reached one content and not yet the other, although both are
    // at the
    // same position; a moment later it has reached both.
    private void swap() throws InterruptedException {
        int looks = 1;
        while (!swapIf(looks == MOST_LOOKS)) {
            looks++;
            followers.forEach(Follower::start);
            Thread.sleep(BETWEEN_LOOKS_MS);
        }
        followers.forEach(follower -> follower.allowUpTo(Long.MAX_VALUE));
        followers.forEach(Follower::start);
        progress.end(State.SWAPPED, "the rebuilt content is in use; the one before is kept, and kept up to date");
    }

    private boolean swapIf(boolean evenIfDifferent) throws InterruptedException {
        live.stop();
        try {
            progress.comparing();
            followers.forEach(
                    follower -> readByLive.put(follower.projection(), live.readWhenStopped(follower.projection())));
            await("the rebuilt content did not reach the position of the one in use", () -> report() == 0);
            followers.forEach(Follower::stop);
            Comparison found = contents.compare();
            progress.compared(found);
            boolean swaps = found.same() || evenIfDifferent;
            if (swaps) {
                standby.complete();
                standby.swap(live.owner());
            }
            return swaps;
        } finally {
            live.start();
        }
    }

    private static void await(String otherwise, BooleanSupplier condition) throws InterruptedException {
        long patience = System.nanoTime() + ALIGNED_WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException(otherwise);
            }
            Thread.sleep(POLL_MS);
        }
    }
}
