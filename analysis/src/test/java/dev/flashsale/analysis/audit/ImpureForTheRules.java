package dev.flashsale.analysis.audit;

import java.time.Instant;

/** Looks at the clock, so that the rule against it has something to catch. */
public final class ImpureForTheRules {
    final Instant now = Instant.now();
}
