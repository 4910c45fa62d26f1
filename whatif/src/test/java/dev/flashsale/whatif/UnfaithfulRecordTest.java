package dev.flashsale.whatif;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReserved;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** About a record that the rules would not have written, nothing is said. */
class UnfaithfulRecordTest {
    private final PaperSale sale = new PaperSale(2, 1, 0, 1);

    UnfaithfulRecordTest() {
        for (int i = 1; i <= 4; i++) {
            if (sale.buy("p" + i, "u" + i, PaperSale.PEN)) {
                sale.pay("p" + i);
            }
        }
    }

    @Test
    void aRefusalThatWasNotDueIsFound() {
        // given
        spoil(StockReserved.class::isInstance, event -> {
            StockReserved e = (StockReserved) event;
            return new PurchaseRefused(
                    e.stockId(),
                    e.saleId(),
                    e.itemId(),
                    e.bucket(),
                    e.purchaseId(),
                    e.userId(),
                    e.offerId(),
                    e.quantity(),
                    Refusal.SOLD_OUT,
                    e.at());
        });

        // then
        refuses("at event 3 ", "PurchaseRefused", "decided again: StockReserved");
    }

    @Test
    void anAmountThatIsNotThePriceIsFound() {
        // given
        spoil(StockReserved.class::isInstance, event -> {
            StockReserved e = (StockReserved) event;
            return new StockReserved(
                    e.stockId(),
                    e.saleId(),
                    e.itemId(),
                    e.bucket(),
                    e.purchaseId(),
                    e.userId(),
                    e.offerId(),
                    e.quantity(),
                    e.units(),
                    1,
                    e.currency(),
                    e.components(),
                    e.payBy(),
                    e.availableUnits(),
                    e.at());
        });

        // then
        refuses("at event 3 ", "amountMinor=1,", "amountMinor=500");
    }

    @Test
    void anEventThatWasTakenOutIsFound() {
        // given
        sale.events.removeIf(StockReserved.class::isInstance);

        // then
        refuses("at event 3 ", "recorded:      ReservationConfirmed", "decided again: nothing");
    }

    @Test
    void anEventThatIsThereTwiceIsFound() {
        // given
        sale.events.add(sale.events.stream()
                .filter(ReservationConfirmed.class::isInstance)
                .findFirst()
                .orElseThrow());

        // then
        refuses("at event " + sale.events.size() + " ", "ReservationConfirmed", "nothing");
    }

    private void spoil(Predicate<StockEvent> which, UnaryOperator<StockEvent> spoiler) {
        for (int i = 0; i < sale.events.size(); i++) {
            if (which.test(sale.events.get(i))) {
                sale.events.set(i, spoiler.apply(sale.events.get(i)));
                return;
            }
        }
    }

    private void refuses(String... sayings) {
        assertThatThrownBy(() -> Question.ask(sale.recording(), Policy.asRecorded()))
                .isInstanceOf(UnfaithfulRecordException.class)
                .hasMessageContainingAll(sayings);
    }
}
