package dev.flashsale.platform.warmup;

import java.io.IOException;

/** One kind of request that shoppers send, as a node sends it to itself to get warm. Every bean of this type is run. */
public interface Exercise {
    /** Names it in the log. */
    String name();

    /** Makes what the requests need, apart from business data. */
    void prepare() throws IOException;

    /**
     * Sends one request and waits for its answer; several threads call this at once.
     *
     * @param number counts the requests of one warm-up
     * @throws IOException there was no answer, or not the right one
     */
    void send(LocalNode node, int number) throws IOException;

    /** How many requests of this kind make a round, where it is usually so many. */
    default int requestsPerRound(int usual) {
        return usual;
    }

    /** Removes what was made. */
    void cleanUp();
}
