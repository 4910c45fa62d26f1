package dev.flashsale.kernel.upcast;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One step from a stored form of an event to the next.
 *
 * @param event the event's class; an event keeps its name for ever
 * @param from the revision that is read
 * @param to the revision that it becomes
 * @param change makes the new JSON object out of the old one; changes nothing else and always does the same
 */
public record Upcast(Class<?> event, String from, String to, UnaryOperator<Map<String, Object>> change) {}
