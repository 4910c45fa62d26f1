package dev.flashsale.query.replay;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.query.redis.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilding a projection of the running system. The projections in Redis are rebuilt and swapped together. */
@RestController
@RequestMapping("/api/admin/projections/{projection}")
class ReplayApi {
    private final Replays replays;

    ReplayApi(Replays replays) {
        this.replays = replays;
    }

    /** What a replay would delete and read; does nothing. */
    @GetMapping("/replay-plan")
    ReplayPlan plan(@PathVariable String projection) {
        refuseOthers(projection);
        return replays.plan();
    }

    /** Begins a replay, or joins the one that is running. */
    @PostMapping("/replay")
    ResponseEntity<ReplayStatus> start(@PathVariable String projection, @RequestBody ReplayRequest request) {
        refuseOthers(projection);
        return ResponseEntity.accepted().body(replays.start(request.to()));
    }

    /** How the latest replay stands. */
    @GetMapping("/replay")
    ReplayStatus status(@PathVariable String projection) {
        refuseOthers(projection);
        return replays.status()
                .orElseThrow(() -> ApiProblem.notFound("No replay was started since this process began."));
    }

    /** Puts the content that was in use before back into use. */
    @PostMapping("/swap-back")
    ResponseEntity<ReplayStatus> swapBack(@PathVariable String projection) {
        refuseOthers(projection);
        return ResponseEntity.accepted().body(replays.swapBack());
    }

    private static void refuseOthers(String projection) {
        if (Projections.IN_REDIS.contains(projection)) {
            return;
        }
        if (projection.equals(Projections.ORDER_ROWS)) {
            throw refused(
                    "Order rows are not rebuilt beside: they live in the database that also holds the events, and are"
                            + " not lost by themselves.");
        }
        if (projection.startsWith("Process_")) {
            throw refused("Processes are never replayed: they would send their commands again.");
        }
        throw ApiProblem.notFound(
                "There is no such projection; there are " + String.join(", ", Projections.IN_REDIS) + ".");
    }

    private static ApiProblem refused(String detail) {
        return ApiProblem.of(HttpStatus.CONFLICT, "replay-refused", "The replay is refused")
                .detail(detail);
    }

    /** @param to an index or an ISO-8601 instant; absent for a whole replay */
    record ReplayRequest(@Nullable String to) {}
}
