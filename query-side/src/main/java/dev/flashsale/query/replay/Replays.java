package dev.flashsale.query.replay;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.Standby;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The one replay of this process: it is started here, asked about here, and goes on when whoever started it leaves. */
@Component
class Replays implements DisposableBean {
    private static final String TO = "to is neither an index nor an instant such as 2026-11-21T12:00:00Z";

    private final Standby standby;
    private final Followers followers;
    private final LiveProcessors live;
    private final Contents contents;
    private final EventStore events;
    private List<Follower> following = List.of();
    private @Nullable Progress progress;
    private @Nullable Thread thread;

    Replays(Standby standby, Followers followers, LiveProcessors live, Contents contents, EventStore events) {
        this.standby = standby;
        this.followers = followers;
        this.live = live;
        this.contents = contents;
        this.events = events;
    }

    /** What a replay would delete and read. */
    synchronized ReplayPlan plan() {
        refuseIfImpossible();
        long target = Projections.IN_REDIS.stream()
                .mapToLong(standby::liveIndex)
                .max()
                .orElse(-1);
        return new ReplayPlan(Projections.IN_REDIS, standby.keys(), standby.isComplete(), target);
    }

    /** Begins anew; one that is running goes on and is not begun again. */
    synchronized ReplayStatus start(@Nullable String to) {
        Optional<ReplayStatus> running =
                status().filter(status -> !status.state().isFinal());
        if (running.isPresent()) {
            return running.get();
        }
        refuseIfImpossible();
        long end = to == null ? Long.MAX_VALUE : index(to);
        following.forEach(Follower::stop);
        standby.begin();
        return run(true, end);
    }

    /** Brings the content that was in use before up to date, and back into use. */
    synchronized ReplayStatus swapBack() {
        refuseIfImpossible();
        if (status().filter(status -> !status.state().isFinal()).isPresent()) {
            throw conflict("a replay is running");
        }
        if (!standby.isComplete()) {
            throw conflict("there is no earlier content that could be swapped in");
        }
        following.forEach(Follower::stop);
        return run(false, Long.MAX_VALUE);
    }

    private ReplayStatus run(boolean fromScratch, long to) {
        Progress begun = new Progress();
        progress = begun;
        following = followers.create();
        ReplayJob job = new ReplayJob(standby, following, live, contents, fromScratch, to, begun);
        thread = Thread.ofPlatform().name("replay").daemon().start(job);
        return begun.status();
    }

    /** How the latest replay of this process stands; empty when there was none. */
    synchronized Optional<ReplayStatus> status() {
        return Optional.ofNullable(progress).map(Progress::status);
    }

    private void refuseIfImpossible() {
        List<String> elsewhere = live.heldElsewhere();
        if (!elsewhere.isEmpty()) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "segments-held-elsewhere", "Another process holds segments")
                    .detail(String.join("; ", elsewhere))
                    .with("segments", elsewhere);
        }
        standby.foreignKey().ifPresent(key -> {
            throw conflict("Redis also holds " + key + ", which is not the read model's and would be moved too");
        });
        if (Projections.IN_REDIS.stream().anyMatch(projection -> standby.liveIndex(projection) < 0)) {
            throw conflict("nothing has been projected yet");
        }
    }

    private static ApiProblem conflict(String detail) {
        return ApiProblem.of(HttpStatus.CONFLICT, "replay-refused", "The replay is refused")
                .detail(detail);
    }

    private long index(String to) {
        if (to.chars().allMatch(Character::isDigit) && to.length() < 19 && !to.isEmpty()) {
            return Long.parseLong(to);
        }
        try {
            // a token stands before the events at its instant; those at the instant itself are wanted too
            TrackingToken token = events.createTokenAt(Instant.parse(to).plusNanos(1));
            return token == null ? -1 : token.position().orElse(-1);
        } catch (DateTimeParseException e) {
            throw ApiProblem.invalidRequest(TO);
        }
    }

    @Override
    public void destroy() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
