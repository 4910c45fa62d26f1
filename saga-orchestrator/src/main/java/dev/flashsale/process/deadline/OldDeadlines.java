package dev.flashsale.process.deadline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Takes over the deadlines that db-scheduler kept before, so that an upgrade in mid-sale loses none. */
final class OldDeadlines implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OldDeadlines.class);
    private static final String TAKE = """
            delete from scheduled_tasks where task_name = 'AxonDeadline'
            returning task_instance, execution_time, task_data""";

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final DeadlineTable table;
    private volatile boolean moved;

    OldDeadlines(JdbcOperations jdbc, TransactionOperations transactions, StoredDeadlines deadlines) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.table = deadlines.table();
    }

    @Override
    public void start() {
        List<StoredDeadline> old = transactions.execute(status -> {
            List<StoredDeadline> taken = jdbc.query(
                    TAKE,
                    (row, number) ->
                            converted(row.getString(1), row.getTimestamp(2).toInstant(), row.getBytes(3)));
            table.insert(taken);
            return taken;
        });
        if (old != null && !old.isEmpty()) {
            LOG.info("{} deadlines were taken over from the table scheduled_tasks", old.size());
        }
        moved = true;
    }

    static StoredDeadline converted(String id, Instant dueAt, byte[] data) {
        DbSchedulerBinaryDeadlineDetails old = read(data);
        return new StoredDeadline(
                id,
                old.getD(),
                dueAt,
                old.getSc(),
                text(old.getS()),
                old.getPc(),
                old.getR(),
                text(old.getP()),
                text(old.getM()));
    }

    private static DbSchedulerBinaryDeadlineDetails read(byte[] data) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(data))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(
                    DbSchedulerBinaryDeadlineDetails.class.getName() + ";java.base/*;!*"));
            if (in.readObject() instanceof DbSchedulerBinaryDeadlineDetails details) {
                return details;
            }
            throw new InvalidObjectException("not a deadline");
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("A deadline of an earlier version cannot be read", e);
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public void stop() {
        moved = false;
    }

    @Override
    public boolean isRunning() {
        return moved;
    }

    @Override
    public int getPhase() {
        return org.axonframework.spring.config.SpringAxonConfiguration.LIFECYCLE_PHASE - 1;
    }
}
