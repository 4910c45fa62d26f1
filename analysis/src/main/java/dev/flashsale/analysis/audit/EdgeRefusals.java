package dev.flashsale.analysis.audit;

/**
 * How much is known of the attempts that no stock decided.
 *
 * @param kept attempts in the log
 * @param dropped attempts that could not be kept
 * @param runsWithoutEnd starts of a node that still runs or crashed; after a crash its last moments are missing
 */
public record EdgeRefusals(long kept, long dropped, long runsWithoutEnd) {}
