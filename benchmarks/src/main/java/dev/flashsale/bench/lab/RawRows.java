package dev.flashsale.bench.lab;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The same rows, in batches of the same size, into a table of the same shape, by JDBC alone. */
final class RawRows implements AutoCloseable {
    private static final int SAMPLES = 2_560;
    private static final int COLUMNS = 8;

    /** With a sequence of its own: numbers taken from the events' would be gaps, which every follower of events waits for. */
    private static final String TABLE = """
            create sequence bench_rows_seq;
            create table bench_rows (like domain_event_entry including all);
            alter table bench_rows alter global_index set default nextval('bench_rows_seq')""";

    private static final String SAMPLE = """
            select aggregate_identifier, type, payload_type, payload_revision, payload, meta_data, time_stamp
            from domain_event_entry where aggregate_identifier = ? and sequence_number > 0 limit ?""";
    private static final String INSERT = """
            insert into bench_rows (event_identifier, sequence_number, aggregate_identifier, type, payload_type,
                                    payload_revision, payload, meta_data, time_stamp)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;
    private final Duration time;
    private long sequence;

    RawRows(DataSource database, Duration time) throws SQLException {
        this.connection = database.getConnection();
        this.time = time;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("set idle_in_transaction_session_timeout = 0");
        }
        connection.commit();
    }

    /** Copies the events of this aggregate again and again, as if they were new. */
    double rowsPerSecond(String aggregate) throws SQLException {
        List<Object[]> samples = samples(aggregate);
        long rows = 0;
        long began = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            while (System.nanoTime() - began < time.toNanos()) {
                for (int i = 0; i < Appends.BATCH; i++) {
                    insert.setString(1, UuidCreator.getTimeOrderedEpochFast().toString());
                    insert.setLong(2, sequence++);
                    Object[] sample = samples.get((int) (rows++ % samples.size()));
                    for (int column = 0; column < sample.length; column++) {
                        insert.setObject(column + 3, sample[column]);
                    }
                    insert.addBatch();
                }
                int[] unused = insert.executeBatch();
                connection.commit();
            }
        }
        return rows * 1e9 / (System.nanoTime() - began);
    }

    private List<Object[]> samples(String aggregate) throws SQLException {
        List<Object[]> samples = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SAMPLE)) {
            query.setString(1, aggregate);
            query.setInt(2, SAMPLES);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    Object[] row = new Object[COLUMNS - 1];
                    for (int column = 0; column < row.length; column++) {
                        row[column] = found.getObject(column + 1);
                    }
                    samples.add(row);
                }
            }
        }
        connection.commit();
        return samples;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
