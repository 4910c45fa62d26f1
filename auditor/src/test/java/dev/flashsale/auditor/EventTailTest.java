package dev.flashsale.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.ledger.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventTailTest {
    private final DataSource database = TestStore.postgres().getPostgresDatabase();
    private final EventTail tail = new EventTail(database);
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void anEmptyStore() {
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterEach
    void nothing() throws SQLException {
        TestStore.execute("truncate domain_event_entry restart identity");
    }

    @Test
    void whatIsNewIsReadOnce() throws SQLException {
        // given
        TestStore.append("a", 0, TestStore.pens(0, 1));

        // when, then
        assertThat(read()).isTrue();
        TestStore.append("b", 0, TestStore.pens(1, 1));
        assertThat(read()).isTrue();
        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void anEventThatIsNotCommittedYetIsWaitedFor() throws SQLException {
        try (Connection slow = database.getConnection()) {
            // given an index that is given out, and a later one that is committed before it
            slow.setAutoCommit(false);
            TestStore.append(slow, "slow", 0, TestStore.pens(0, 1));
            TestStore.append("quick", 0, TestStore.pens(1, 1));

            // when, then
            assertThat(read()).isFalse();
            assertThat(read()).isFalse();
            assertThat(read).isEmpty();
            slow.commit();
            assertThat(read()).isTrue();
            assertThat(read).containsExactly("slow", "quick");
        }
    }

    @Test
    void anIndexThatWasGivenOutInVainIsPassedOver() throws SQLException {
        try (Connection failing = database.getConnection()) {
            // given
            failing.setAutoCommit(false);
            TestStore.append(failing, "lost", 0, TestStore.pens(0, 1));
            TestStore.append("kept", 0, TestStore.pens(1, 1));
            assertThat(read()).isFalse();

            // when
            failing.rollback();
        }

        // then
        read();
        assertThat(read()).isTrue();
        assertThat(read).containsExactly("kept");
    }

    private boolean read() throws SQLException {
        return tail.read(100, (StoredEvent event) -> read.add(event.aggregateId()));
    }
}
