package dev.flashsale.analysis.trace;

import dev.flashsale.analysis.store.RawEvent;

/** A stored event and what it says. */
record Told(RawEvent raw, Object payload) {}
