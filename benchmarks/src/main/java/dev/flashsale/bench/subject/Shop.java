package dev.flashsale.bench.subject;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;

/** What differs between the systems under test: how a sale begins, where its orders are, and how it is proved. */
public interface Shop extends AutoCloseable {
    /** Schedules a sale and waits until it is open. */
    Sale open(int units) throws IOException, InterruptedException;

    /** Waits until it does not exercise itself any more after its start; one that never does is there already. */
    default void settle() throws IOException, InterruptedException {}

    /** SQL that counts the orders of the sale given as its only parameter. */
    String countOrders();

    /**
     * What is wrong, judged by what is stored; empty when nothing is.
     *
     * @param accepted purchases of this sale that shoppers were told are accepted
     */
    String audit(Sale sale, Collection<String> accepted) throws SQLException, IOException;

    /** What runs it. */
    Target target();

    @Override
    void close() throws IOException;
}
