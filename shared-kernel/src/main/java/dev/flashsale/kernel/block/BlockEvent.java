package dev.flashsale.kernel.block;

/** Everything that can happen to a subject of the blocklist. */
public sealed interface BlockEvent permits Blocked, Unblocked {
    /** Names the subject's history. */
    String blockId();
}
