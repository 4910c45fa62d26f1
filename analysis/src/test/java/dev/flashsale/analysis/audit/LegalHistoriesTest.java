package dev.flashsale.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.PaymentRefunded;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockTransferReceived;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LegalHistoriesTest {
    private static final int STEPS = 600;

    static LongStream seeds() {
        long fresh = new Random().nextLong();
        return LongStream.concat(
                LongStream.rangeClosed(1, 60),
                LongStream.iterate(fresh, seed -> seed + 1).limit(20));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSaleThatBreaksNoRuleHoldsAtItsEndAndAtEveryPointBefore(long seed) {
        // given
        History history = new LegalSale(seed).tell(STEPS);

        // when
        AuditReport whole = history.audit(true);

        // then
        GoodHistoriesTest.assertHolds(whole);
        List<StoredEvent> events = history.events();
        for (int length = 1; length < events.size(); length += 97) {
            Audit prefix = new Audit(AuditOptions.of(false));
            events.subList(0, length).forEach(prefix::accept);
            assertThat(prefix.report().verdict()).doesNotContain("violations");
        }
    }

    /** Otherwise the test above would prove little. */
    @Test
    void theRandomSalesKnowEverythingThatCanHappen() {
        // when
        List<Object> told = LongStream.rangeClosed(1, 60)
                .boxed()
                .flatMap(seed -> new LegalSale(seed).tell(STEPS).events().stream())
                .map(StoredEvent::payload)
                .toList();

        // then
        assertThat(told)
                .hasAtLeastOneElementOfType(StockTransferReceived.class)
                .hasAtLeastOneElementOfType(PaymentRefunded.class)
                .hasAtLeastOneElementOfType(OrderCancelled.class)
                .hasAtLeastOneElementOfType(StockAdded.class);
        assertThat(told.stream().filter(StockReleased.class::isInstance))
                .extracting(event -> ((StockReleased) event).reason())
                .contains(ReleaseReason.values());
        assertThat(told.stream().filter(PurchaseRefused.class::isInstance))
                .extracting(event -> ((PurchaseRefused) event).reason())
                .contains(Refusal.SOLD_OUT, Refusal.LIMIT_EXCEEDED);
    }
}
