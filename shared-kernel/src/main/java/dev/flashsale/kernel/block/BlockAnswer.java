package dev.flashsale.kernel.block;

/** What was decided about a block. */
public enum BlockAnswer {
    /** As asked, or as it was already. */
    DONE,
    /** The end lies in the past, or years ahead. */
    INVALID_END,
    /** Nobody to be let go: the subject is not blocked. */
    NOT_BLOCKED
}
