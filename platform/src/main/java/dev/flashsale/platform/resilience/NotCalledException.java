package dev.flashsale.platform.resilience;

/** A guarded call was not made: nothing was asked, nothing happened. */
public final class NotCalledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCalledException(String name, Throwable why) {
        super(name + " is not called now", why);
    }

    /** Left empty: while somebody is away, it is thrown for every call. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
