package dev.flashsale.command.admission;

/** How much of a request has been looked at; each stage costs more than the one before. */
public enum Stage {
    /** The address line and the headers; the token is not checked yet. */
    ADDRESS,
    /** The token is checked, so it is known who asks. */
    USER,
    /** The body is read, so it is known what is wanted. */
    WISH
}
