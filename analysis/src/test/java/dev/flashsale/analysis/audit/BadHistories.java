package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Unreadable;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.UnappliedReason;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Histories that are right but for one thing, made by hand: what the audit must never miss. */
final class BadHistories {
    private BadHistories() {}

    static Stream<BadHistory> all() {
        return Stream.of(
                bad("a release of more units than were held", Invariant.UNITS_CONSERVED, 5, s -> {
                    s.leaveUnpaid();
                    s.letExpire("p1");
                    s.history().spoil(StockReleased.class, e -> Spoilers.released(e, 2));
                }),
                bad("a bucket filled twice", Invariant.UNITS_CONSERVED, 2, s -> s.allocate("pen", 0, 3)),
                bad("a reservation given back twice", Invariant.RESERVED_ADDS_UP, 6, s -> {
                    s.leaveUnpaid();
                    s.letExpire("p1");
                    s.release("p1", ReleaseReason.EXPIRED);
                }),
                bad("four pens sold of three", Invariant.NEVER_OVERSOLD, 14, s -> {
                    for (String user : List.of("ann", "bob", "cyd", "dan")) {
                        s.buy("p-" + user, user, "pen", "pen", 0);
                    }
                }),
                bad("a shopper told sold out while two are free", Invariant.NEVER_UNDERSOLD, 6, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.refuse("p2", "bob", "pen", 1, "pen", 0, Refusal.SOLD_OUT);
                }),
                bad("three pens for a shopper who may have two", Invariant.LIMIT_KEPT, 10, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.buy("p2", "ann", "pen", "pen", 0);
                    s.buy("p3", "ann", "pen", "pen", 0);
                }),
                bad(
                        "a shopper refused for a limit that is not reached",
                        Invariant.LIMIT_KEPT,
                        2,
                        s -> s.refuse("p1", "ann", "pen", 2, "pen", 0, Refusal.LIMIT_EXCEEDED)),
                bad("one purchase reserved twice", Invariant.DECIDED_ONCE, 3, s -> {
                    s.reserve("p1", "ann", "pen", 1, "pen", 0);
                    s.reserve("p1", "ann", "pen", 1, "pen", 0);
                    s.order("p1");
                    s.pay("p1");
                    s.confirm("p1");
                }),
                bad("an order expired after it was cancelled", Invariant.ONE_OUTCOME, 6, s -> {
                    s.leaveUnpaid();
                    s.cancel("p1");
                    s.release("p1", ReleaseReason.CANCELLED);
                    s.expire("p1", true);
                }),
                bad("a purchase that never ends", Invariant.ONE_OUTCOME, 3, ToldSale::leaveUnpaid),
                bad("units given back as expired while the order waits", Invariant.ONE_OUTCOME, 4, s -> {
                    s.leaveUnpaid();
                    s.pass(Duration.ofMinutes(2));
                    s.release("p1", ReleaseReason.EXPIRED);
                    s.expire("p1", true);
                }),
                bad("an order cheaper than the offer", Invariant.PAID_AS_AGREED, 3, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.history().spoil(OrderPlaced.class, e -> Spoilers.priced(e, 1));
                    s.history().spoil(OrderPaid.class, e -> Spoilers.paid(e, 1));
                }),
                bad("units sold without a payment", Invariant.PAID_AS_AGREED, 4, s -> {
                    s.leaveUnpaid();
                    s.confirm("p1");
                }),
                bad("late money that is kept", Invariant.UNAPPLIED_MONEY_RETURNED, 6, s -> {
                    s.leaveUnpaid();
                    s.letExpire("p1");
                    s.payInVain("p1", UnappliedReason.TOO_LATE);
                }),
                bad("a refund of money that was never owed", Invariant.UNAPPLIED_MONEY_RETURNED, 6, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.refund("p1");
                }),
                bad("an order for units that another bucket holds", Invariant.ORDER_IS_RESERVED, 3, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.history()
                            .spoil(OrderPlaced.class, e -> Spoilers.lined(e, new OrderLine("pen", "sale-1:pen:7", 1)));
                }),
                bad("units of one shopper sold to another", Invariant.NO_PHANTOM, 5, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.history().spoil(ReservationConfirmed.class, e -> Spoilers.confirmedFor(e, "bob"));
                }),
                bad("an event that was lost", Invariant.HISTORY_DENSE, 4, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.history().spoilRow(OrderPaid.class, e -> Spoilers.row(e, e.sequenceNumber() + 1, e.eventId()));
                }),
                bad("an event id that comes twice", Invariant.HISTORY_DENSE, 4, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    String other = s.history().events().getFirst().eventId();
                    s.history().spoilRow(OrderPaid.class, e -> Spoilers.row(e, e.sequenceNumber(), other));
                }),
                bad("a reservation that expires before its time", Invariant.RELEASED_IN_TIME, 5, s -> {
                    s.leaveUnpaid();
                    s.letExpire("p1");
                    s.history().spoil(StockReleased.class, e -> Spoilers.releasedAt(e, Duration.ofSeconds(-1)));
                }),
                bad("a paid purchase whose units are given back", Invariant.NEVER_PAID_AND_RELEASED, 5, s -> {
                    s.leaveUnpaid();
                    s.pay("p1");
                    s.pass(Duration.ofMinutes(2));
                    s.release("p1", ReleaseReason.EXPIRED);
                }),
                bad("a payment smaller than the order", Invariant.MONEY_ADDS_UP, 4, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.history().spoil(OrderPaid.class, e -> Spoilers.paid(e, 499));
                }),
                bad(
                        "a stored event that does not load",
                        Invariant.EVERY_EVENT_LOADS,
                        2,
                        s -> s.tell(new Unreadable("dev.flashsale.kernel.order.OrderPaid", true, "no such field"))),
                bad("an event of a warm-up", Invariant.SHADOWS_APART, 6, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.tell(new FlashSaleOpened("shadow-1", ToldStock.OPENS));
                }),
                bad("a pen accepted at the closing instant", Invariant.INSIDE_THE_WINDOW, 2, s -> {
                    s.go(ToldSale.CLOSES);
                    s.buy("p1", "ann", "pen", "pen", 0);
                }),
                bad("a pen accepted after the withdrawal", Invariant.INSIDE_THE_WINDOW, 3, s -> {
                    s.withdraw("pen", 0);
                    s.buy("p1", "ann", "pen", "pen", 0);
                }),
                bad(
                        "a shopper told ended while the sale is open",
                        Invariant.INSIDE_THE_WINDOW,
                        2,
                        s -> s.refuse("p1", "ann", "pen", 1, "pen", 0, Refusal.ENDED)),
                bad("a reservation that states too many units", Invariant.STATED_UNITS_TRUE, 2, s -> {
                    s.buy("p1", "ann", "pen", "pen", 0);
                    s.history().spoil(StockReserved.class, e -> Spoilers.stated(e, e.availableUnits() + 1));
                }),
                bad(
                        "buckets that hold less than the sale",
                        Invariant.TRANSFERS_ZERO_SUM,
                        2,
                        s -> s.schedule(new SaleItem("pen", "Pen", 900, 500, 4, 2, 1))));
    }

    private static BadHistory bad(String what, Invariant invariant, long first, Consumer<ToldSale> story) {
        return new BadHistory(what, invariant, first, story);
    }
}
