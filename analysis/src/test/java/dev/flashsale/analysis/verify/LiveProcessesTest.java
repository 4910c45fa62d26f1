package dev.flashsale.analysis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.Sales;
import dev.flashsale.analysis.audit.ToldSale;
import dev.flashsale.analysis.store.StoredRows;
import dev.flashsale.analysis.store.Verbs;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** I-20 on rows as the services write them. Ann's order p-ann awaits payment; its events are 2 and 3. */
class LiveProcessesTest {
    private final StoredRows rows = StoredRows.empty();

    @BeforeEach
    void aSale() {
        ToldSale sale = Sales.pens();
        sale.reserve("p-ann", "ann", "pen", 1, "pen", 0);
        sale.order("p-ann");
        rows.store(sale.history().events());
        rows.execute("insert into live_saga values ('s-0', 'SaleLifecycle', '1', '', '{saleId}', '{sale-1}', 1)");
        rows.execute(
                "insert into deadline values ('d-0', 'sale-closes', now(), 'scope', '{}', 'java.lang.String', null,"
                        + " '\"sale-1\"', '{}', 0)");
    }

    @Test
    void aSagaAndADeadlineForTheOpenReservationHold() {
        // given
        processedUpTo(3);
        saga("s-1");
        deadline("d-1");

        // when
        Verbs ran = verify();

        // then
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("I-20              2           0").doesNotContain("I-20   not looked at");
    }

    @Test
    void aLostSagaAndALostDeadlineAreNamed() {
        // given
        processedUpTo(3);

        // when
        Verbs ran = verify();

        // then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("at 3: p-ann: no saga although it is reserved")
                .contains("at 3: p-ann: no deadline although it is reserved");
    }

    @Test
    void processesBehindTheStoreAreNotJudgedByWhatTheyHaveNotSeen() {
        // given
        processedUpTo(2);

        // when
        Verbs ran = verify("--json");

        // then
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("\"I-20\" : \"1 purchases, of whose events");
    }

    @Test
    void anEventThatTheProcessorPassedOverCountsAsNotTaken() {
        // given
        rows.execute("insert into token_entry (processor_name, segment, token) values"
                + " ('Process_Purchase', 0, convert_to('{\"index\":3,\"gaps\":[2]}', 'UTF8'))");

        // when, then
        assertThat(verify().out()).contains("I-20   not looked at: 1 purchases");
    }

    @Test
    void withoutAPositionOfTheProcessesItSaysThatItDidNotLook() {
        assertThat(verify().out()).contains("I-20   not looked at: nothing says how far Process_Purchase has come");
    }

    private void processedUpTo(long index) {
        rows.execute("insert into token_entry (processor_name, segment, token) values ('Process_Purchase', 0,"
                + " convert_to('{\"index\":" + index + ",\"gaps\":[]}', 'UTF8'))");
    }

    private void saga(String id) {
        rows.execute("insert into live_saga values ('" + id
                + "', 'PurchaseProcess', '1', '', '{orderKey,purchaseId}', '{other,p-ann}', 1)");
    }

    private void deadline(String id) {
        rows.execute(
                "insert into deadline values ('" + id + "', 'payment-window', '2026-11-21T12:01:00Z', 'scope', '{}',"
                        + " 'java.lang.String', null, '\"p-ann\"', '{}', 0)");
    }

    private Verbs verify(String... more) {
        return Verbs.run(
                new VerifyCommand(),
                Stream.concat(Stream.of("--url", rows.url(), "--user", "postgres"), Stream.of(more))
                        .toArray(String[]::new));
    }
}
