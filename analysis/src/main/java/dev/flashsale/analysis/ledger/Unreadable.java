package dev.flashsale.analysis.ledger;

/**
 * Stands for an event that was not loaded.
 *
 * @param type the stored class name
 * @param ours true when the type is one of the product's events, so that it should have loaded
 * @param why one sentence
 */
public record Unreadable(String type, boolean ours, String why) {}
