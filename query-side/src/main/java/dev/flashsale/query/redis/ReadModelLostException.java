package dev.flashsale.query.redis;

/** Redis does not hold what was written to it before; nothing is added to the remains. */
public final class ReadModelLostException extends RuntimeException {
    ReadModelLostException(String projection) {
        super("Redis lost the content of " + projection + "; it will be rebuilt from the event store");
    }
}
