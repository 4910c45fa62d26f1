package dev.flashsale.auditor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the running auditor.
 *
 * @param enabled false: no auditor, no endpoint, no metrics
 * @param interval pause between two looks at the store
 * @param mostEventsPerSecond how fast it may read, so that it takes a sale no more than a fraction of one core
 * @param grace how long after the end of its payment window a reservation may still be open
 * @param staleness how old the glance at the other buckets may be that a SOLD_OUT rests on
 * @param keepEvents what has ended is let go after so many further events: this bounds the memory
 */
@ConfigurationProperties("flashsale.audit")
record AuditorSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration interval,
        @DefaultValue("5000") int mostEventsPerSecond,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("1s") Duration staleness,
        @DefaultValue("50000") int keepEvents) {}
