package dev.flashsale.process.sweep;

import dev.flashsale.kernel.order.ExpireOrder;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.stock.ConfirmReservations;
import dev.flashsale.kernel.stock.ListOverdueReservations;
import dev.flashsale.kernel.stock.OverdueReservations;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.process.sale.StockWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks every stock for reservations that outlived their payment window, has their orders decide, and carries the decision
 * to the stock. In good times it finds nothing: the purchase process has done it. It needs neither saga nor deadline, so
 * it also repairs the loss of both.
 */
@Component
class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final long PATIENCE_SECONDS = 10;

    private final StockWatch watch;
    private final CommandGateway gateway;
    private final Clock clock;
    private final Duration grace;
    private final Counter orphans;

    Sweeper(
            StockWatch watch,
            CommandGateway gateway,
            Clock clock,
            MeterRegistry meters,
            @Value("${flashsale.sweeper.grace-ms:5000}") long graceMs) {
        this.watch = watch;
        this.gateway = gateway;
        this.clock = clock;
        this.grace = Duration.ofMillis(graceMs);
        this.orphans = Counter.builder("flashsale.sweeper.orphans")
                .description("reservations that their own process did not end in time")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${flashsale.sweeper.interval-ms:5000}")
    void sweep() {
        for (StockWatch.Watched stock : watch.all()) {
            try {
                sweep(stock);
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                LOG.warn("Could not sweep {}; the next round tries again", stock.stockId(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void sweep(StockWatch.Watched stock) throws ExecutionException, InterruptedException, TimeoutException {
        StockId stockId = StockId.parse(stock.stockId());
        Instant now = clock.instant();
        Instant reservedBefore = now.minusMillis(stock.paymentWindowMs()).minus(grace);
        OverdueReservations overdue = send(new ListOverdueReservations(stockId, reservedBefore));
        for (String purchaseId : overdue.purchaseIds()) {
            settle(stockId, purchaseId);
        }
        boolean nothingCanBeOpen = stock.closesAt().isBefore(reservedBefore);
        if (nothingCanBeOpen && overdue.purchaseIds().isEmpty()) {
            watch.forget(stock.stockId());
        }
    }

    private void settle(StockId stockId, String purchaseId)
            throws ExecutionException, InterruptedException, TimeoutException {
        OrderState state = send(new ExpireOrder(purchaseId, clock.instant()));
        switch (state) {
            case PAID -> send(new ConfirmReservations(stockId, List.of(purchaseId), clock.instant()));
            case EXPIRED -> release(stockId, purchaseId, ReleaseReason.EXPIRED);
            case CANCELLED -> release(stockId, purchaseId, ReleaseReason.CANCELLED);
            case AWAITING_PAYMENT, UNKNOWN -> {
                return;
            }
        }
        orphans.increment();
        LOG.info("Settled the orphaned reservation of purchase {} in {}: {}", purchaseId, stockId, state);
    }

    private void release(StockId stockId, String purchaseId, ReleaseReason reason)
            throws ExecutionException, InterruptedException, TimeoutException {
        send(new ReleaseReservations(stockId, List.of(new ReservationRelease(purchaseId, reason)), clock.instant()));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the command determines its answer
    private <R> R send(Object command) throws ExecutionException, InterruptedException, TimeoutException {
        return gateway.<R>send(command).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
