package dev.flashsale.command.purchase;

import dev.flashsale.command.aggregate.SequenceConflict;
import dev.flashsale.kernel.stock.BucketLevel;
import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.PurchaseOutcomes;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.ReserveStock;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.TransferAnswer;
import dev.flashsale.kernel.stock.TransferStock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends commands to stocks, wherever they are handled, and waits until what they decided is stored. */
@Component
class StockCommands {
    /** After this long the caller has been told "unknown", so a handler must not decide any more. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CONFLICT_ATTEMPTS = 4;

    private final CommandGateway gateway;
    private final Clock clock;

    StockCommands(CommandGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    List<PurchaseOutcome> reserve(StockId stockId, List<PurchaseRequest> requests) {
        Instant at = clock.instant();
        PurchaseOutcomes answer = send(new ReserveStock(stockId, requests, at, at.plus(PATIENCE)));
        if (answer.expired() || answer.outcomes().size() != requests.size()) {
            throw new IllegalStateException("the batch for " + stockId + " came too late to be decided");
        }
        return answer.outcomes();
    }

    TransferAnswer transfer(StockId from, StockId to, String transferId, int wantedUnits) {
        return send(new TransferStock(from, to, transferId, wantedUnits, clock.instant()));
    }

    /** What a bucket holds: a transfer of nothing to itself changes nothing and tells. */
    BucketLevel level(StockId stockId) {
        return transfer(stockId, stockId, "level", 0).level();
    }

    void receive(StockId to, StockId from, String transferId, int units) {
        Object unused = sendAndWait(new ReceiveTransfer(to, from, transferId, units, clock.instant()));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the command determines its answer
    private <R> R send(Object command) {
        @SuppressWarnings("unchecked")
        R answer = (R) sendAndWait(command);
        if (answer == null) {
            // an interrupted wait ends like this: no receipt, so nothing may be promised
            throw new IllegalStateException("no answer to " + command.getClass().getSimpleName());
        }
        return answer;
    }

    /** Repeats what lost against another writer of the same history: such an attempt stored nothing. */
    private @Nullable Object sendAndWait(Object command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.<@Nullable Object>send(command).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                if (!SequenceConflict.isCauseOf(e) || attempt == CONFLICT_ATTEMPTS) {
                    throw new IllegalStateException("command failed: " + e.getCause(), e);
                }
            } catch (TimeoutException e) {
                throw new IllegalStateException("no answer within " + PATIENCE, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a decision", e);
            }
        }
    }
}
