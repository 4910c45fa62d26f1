package dev.flashsale.query.page;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** The server's time as answers write it; written out once per millisecond, however many ask. */
@Component
public class ServerTime {
    private final Clock clock;
    private volatile Stamp latest = Stamp.of(0);

    public ServerTime(Clock clock) {
        this.clock = clock;
    }

    /** This moment, to the millisecond. */
    public Stamp now() {
        long nowMs = clock.millis();
        Stamp known = latest;
        if (known.epochMs() == nowMs) {
            return known;
        }
        Stamp stamp = Stamp.of(nowMs);
        latest = stamp;
        return stamp;
    }
}
