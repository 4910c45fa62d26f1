package dev.flashsale.kernel.block;

import java.util.Locale;

/** What is blocked. */
public enum SubjectKind {
    /** An account; named by its user id. */
    USER,
    /** A network that requests come from; named by a keyed hash, since an address is personal data. */
    ADDRESS;

    /** The id of the history of this subject's blocks. */
    public String blockId(String subject) {
        return "block-" + name().toLowerCase(Locale.ROOT) + '-' + subject;
    }
}
