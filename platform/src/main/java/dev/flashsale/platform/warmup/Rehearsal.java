package dev.flashsale.platform.warmup;

import java.util.function.Supplier;
import org.axonframework.eventhandling.EventHandlerInvoker;

/**
 * Event handlers that are given the events of a shadow sale while a node warms up. What they write to PostgreSQL is rolled
 * back; whatever else they write must be apart from the business by itself. A bean for each processor.
 *
 * @param handlers makes them, or finds them, once per warm-up
 */
public record Rehearsal(Supplier<EventHandlerInvoker> handlers) {}
