package dev.flashsale.standalone.input;

import java.io.IOException;

/** A file that cannot be used; the message names the file, the line and what is wrong with it. */
public final class BadInputException extends IOException {
    private static final long serialVersionUID = 1L;

    BadInputException(String file, long line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }
}
