package dev.flashsale.analysis.audit;

/**
 * One broken rule.
 *
 * @param globalIndex the event at which it showed; the last one for what shows at the end only
 * @param subject the id of what is wrong: a purchase, a bucket, an item, a transfer
 * @param detail one sentence
 */
public record Violation(long globalIndex, String subject, String detail) {}
