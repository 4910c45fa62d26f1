package dev.flashsale.command.order;

import dev.flashsale.kernel.order.CancelOrder;
import dev.flashsale.kernel.order.ExpireOrder;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.order.PayOrder;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import dev.flashsale.kernel.order.PlaceOrder;
import dev.flashsale.kernel.order.RecordRefund;
import dev.flashsale.kernel.order.UnappliedReason;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An order is paid, expires or is cancelled: whichever comes first here is final. */
class OrderTest {
    private static final Instant PLACED_AT = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant PAY_BY = PLACED_AT.plusSeconds(300);
    private static final List<OrderLine> LINES = List.of(new OrderLine("phone", "sale-1:phone:0", 2));
    private static final PlaceOrder PLACE =
            new PlaceOrder("o-1", "sale-1", "anna", "phone", 2, LINES, 199_800, "EUR", PAY_BY, PLACED_AT);
    private static final OrderPlaced PLACED =
            new OrderPlaced("o-1", "sale-1", "anna", "phone", 2, LINES, 199_800, "EUR", PAY_BY, PLACED_AT);
    private static final PayOrder PAY = pay("pay-1", 199_800, "EUR");
    private static final ExpireOrder EXPIRE = new ExpireOrder("o-1", PAY_BY);
    private static final CancelOrder CANCEL = new CancelOrder("o-1", "anna", PLACED_AT);

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    /** The three ways to end, each with its command and the state it leads to. */
    enum End {
        PAID(PAY, OrderState.PAID, UnappliedReason.ALREADY_PAID),
        EXPIRED(EXPIRE, OrderState.EXPIRED, UnappliedReason.TOO_LATE),
        CANCELLED(CANCEL, OrderState.CANCELLED, UnappliedReason.ORDER_CANCELLED);

        final Object command;
        final OrderState state;
        final UnappliedReason laterMoney;

        End(Object command, OrderState state, UnappliedReason laterMoney) {
            this.command = command;
            this.state = state;
            this.laterMoney = laterMoney;
        }
    }

    @Test
    void anOrderIsPlacedOnce() {
        // given nothing, when an order is placed, then it waits for its payment; placing it again changes nothing
        fixture.givenNoPriorActivity().when(PLACE).expectEvents(PLACED);
        anotherFixture().given(PLACED).when(PLACE).expectNoEvents();
    }

    @Test
    void theRightMoneyInTimePaysTheOrder() {
        // given an order, when its amount arrives, then it is paid
        fixture.given(PLACED)
                .when(PAY)
                .expectEvents(new OrderPaid("o-1", "pay-1", 199_800, "EUR", PAY_BY))
                .expectResultMessagePayload(OrderState.PAID);
    }

    @ParameterizedTest
    @CsvSource({"199799, EUR", "199801, EUR", "0, EUR", "-199800, EUR", "199800, USD"})
    void otherMoneyIsNotApplied(long amountMinor, String currency) {
        // given an order over 1998 euros, when other money arrives, then it is kept for the refund and the order waits
        fixture.given(PLACED)
                .when(pay("pay-1", amountMinor, currency))
                .expectEvents(notApplied("pay-1", amountMinor, currency, UnappliedReason.WRONG_AMOUNT))
                .expectResultMessagePayload(OrderState.AWAITING_PAYMENT);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void anEndedOrderNeitherExpiresNorIsCancelledNorPlaced(End end) {
        // given an ended order, when it is expired, cancelled or placed, then it stays as it ended
        fixture.givenCommands(PLACE, end.command).when(EXPIRE).expectNoEvents().expectResultMessagePayload(end.state);
        anotherFixture()
                .givenCommands(PLACE, end.command)
                .when(CANCEL)
                .expectNoEvents()
                .expectResultMessagePayload(end.state);
        anotherFixture().givenCommands(PLACE, end.command).when(PLACE).expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void moneyForAnEndedOrderIsNotApplied(End end) {
        // given an ended order, when more money arrives, then it is kept for the refund and the order stays as it ended
        fixture.givenCommands(PLACE, end.command)
                .when(pay("pay-2", 199_800, "EUR"))
                .expectEvents(notApplied("pay-2", 199_800, "EUR", end.laterMoney))
                .expectResultMessagePayload(end.state);
    }

    @Test
    void theSamePaymentCountsOnce() {
        // given an order that a payment paid, when its notice comes again, then nothing happens
        fixture.givenCommands(PLACE, PAY).when(PAY).expectNoEvents().expectResultMessagePayload(OrderState.PAID);
        // and money that was not applied is not refused twice either
        anotherFixture().givenCommands(PLACE, EXPIRE, PAY).when(PAY).expectNoEvents();
    }

    @Test
    void moneyAfterThePaymentWindowIsTakenWhileTheOrderStillWaits() {
        // given an order whose expiry is late, when its money arrives after payBy, then it is paid: its units are held
        fixture.given(PLACED)
                .when(new PayOrder("o-1", "pay-1", 199_800, "EUR", PAY_BY.plusSeconds(60)))
                .expectResultMessagePayload(OrderState.PAID);
    }

    @Test
    void moneyForAnOrderThatWasNeverPlacedFindsNoOrder() {
        // given nothing, when money arrives, then the sender learns that there is no such order
        fixture.givenNoPriorActivity().when(PAY).expectException(AggregateNotFoundException.class);
    }

    @Test
    void anOrderExpiresAtTheEndOfItsPaymentWindowAndNotBefore() {
        // given an order, when someone's clock is early by a millisecond, then it still waits
        fixture.given(PLACED)
                .when(new ExpireOrder("o-1", PAY_BY.minusMillis(1)))
                .expectNoEvents()
                .expectResultMessagePayload(OrderState.AWAITING_PAYMENT);
        // and at the very end it expires
        anotherFixture()
                .given(PLACED)
                .when(EXPIRE)
                .expectEvents(new OrderExpired("o-1", true, PAY_BY))
                .expectResultMessagePayload(OrderState.EXPIRED);
    }

    @Test
    void anOrderThatExpiredBeforeItWasPlacedIsNeverPlaced() {
        // given no order, when it expires, then that is recorded
        fixture.givenNoPriorActivity()
                .when(EXPIRE)
                .expectEvents(new OrderExpired("o-1", false, PAY_BY))
                .expectResultMessagePayload(OrderState.EXPIRED);
        // and when it is placed afterwards, it stays expired
        anotherFixture().givenCommands(EXPIRE).when(PLACE).expectNoEvents();
        // and money for it goes back
        anotherFixture()
                .givenCommands(EXPIRE, PLACE)
                .when(PAY)
                .expectEvents(notApplied("pay-1", 199_800, "EUR", UnappliedReason.TOO_LATE));
    }

    @Test
    void itsShopperCancelsAnOrder() {
        // given an order, when its shopper gives it back, then it is cancelled
        fixture.given(PLACED)
                .when(CANCEL)
                .expectEvents(new OrderCancelled("o-1", PLACED_AT))
                .expectResultMessagePayload(OrderState.CANCELLED);
    }

    @Test
    void nobodyElseCancelsAnOrderOrLearnsOfIt() {
        // given an order, when another user cancels it, then nothing happens and the answer tells nothing
        fixture.given(PLACED)
                .when(new CancelOrder("o-1", "ben", PLACED_AT))
                .expectNoEvents()
                .expectResultMessagePayload(OrderState.UNKNOWN);
    }

    @Test
    void moneyThatWasNotAppliedIsRefundedOnce() {
        // given late money, when its refund is recorded, then it went back with its own amount
        fixture.givenCommands(PLACE, EXPIRE, PAY)
                .when(refund("pay-1", "refund-1"))
                .expectEvents(new PaymentRefunded("o-1", "pay-1", "refund-1", 199_800, "EUR", PAY_BY));
        // and a second refund of it is not recorded
        anotherFixture()
                .givenCommands(PLACE, EXPIRE, PAY, refund("pay-1", "refund-1"))
                .when(refund("pay-1", "refund-2"))
                .expectNoEvents();
    }

    @Test
    void moneyThatPaidTheOrderIsNotRefunded() {
        // given a paid order, when a refund of its payment or of an unknown one comes, then nothing happens
        fixture.givenCommands(PLACE, PAY).when(refund("pay-1", "refund-1")).expectNoEvents();
        anotherFixture()
                .givenCommands(PLACE, PAY)
                .when(refund("pay-9", "refund-1"))
                .expectNoEvents();
    }

    private static FixtureConfiguration<Order> anotherFixture() {
        return new AggregateTestFixture<>(Order.class);
    }

    private static PayOrder pay(String paymentId, long amountMinor, String currency) {
        return new PayOrder("o-1", paymentId, amountMinor, currency, PAY_BY);
    }

    private static RecordRefund refund(String paymentId, String refundId) {
        return new RecordRefund("o-1", paymentId, refundId, PAY_BY);
    }

    private static PaymentNotApplied notApplied(
            String paymentId, long amountMinor, String currency, UnappliedReason reason) {
        return new PaymentNotApplied("o-1", paymentId, amountMinor, currency, reason, PAY_BY);
    }
}
