package dev.flashsale.command.admission.note;

/** What came of reading a note. */
public sealed interface Reading {
    /** It was written by a node of this service, and still holds. */
    record Sound(Note note) implements Reading {}

    /** Its time is over. */
    record Expired() implements Reading {}

    /** No node of this service wrote it. */
    record Forged() implements Reading {}
}
