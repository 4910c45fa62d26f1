package dev.flashsale.platform.resilience;

/** A guarded call was made and not answered in time: whether it had an effect is not known. */
public final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String name, Throwable why) {
        super(name + " did not answer in time", why);
    }
}
