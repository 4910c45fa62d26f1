package dev.flashsale.query.time;

import java.time.Clock;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the time by which sales open and close. */
@RestController
class TimeController {
    private final Clock clock;

    TimeController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/api/time")
    ResponseEntity<ServerTime> time() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ServerTime(clock.instant()));
    }

    /** The server's clock, in UTC. */
    record ServerTime(Instant serverTime) {}
}
