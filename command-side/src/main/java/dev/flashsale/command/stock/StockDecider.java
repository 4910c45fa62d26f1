package dev.flashsale.command.stock;

import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.BucketLevel;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.StockWithdrawn;
import dev.flashsale.kernel.stock.TransferStock;
import dev.flashsale.kernel.stock.WithdrawStock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bucket answers to each command, from its state and the command alone. */
final class StockDecider {
    private static final int OVERDUE_PER_ANSWER = 500;

    private StockDecider() {}

    static Decision decide(StockState stock, PurchaseRequest request, Instant at) {
        PurchaseOutcome earlier = earlierOutcome(stock, request);
        if (earlier != null) {
            return new Decision.Answer(earlier);
        }
        Refusal refusal = PurchaseRules.refusalOf(stock, request, at);
        if (refusal != null) {
            return refuse(stock, request, refusal, at);
        }
        Offer offer = Objects.requireNonNull(stock.offers.get(request.offerId()));
        long units = (long) offer.unitsOf(stock.itemId) * request.quantity();
        if (units <= stock.availableUnits) {
            return reserve(stock, request, offer, (int) units, at);
        }
        boolean siblingsMayHelp = !request.siblingsExhausted() && bucketsOf(stock, offer) > 1;
        return siblingsMayHelp
                ? new Decision.Answer(new PurchaseOutcome.Short(
                        request.purchaseId(), units, (int) Math.min(Integer.MAX_VALUE, units - stock.availableUnits)))
                : refuse(stock, request, Refusal.SOLD_OUT, at);
    }

    /** What the decision that an event records is answered with. */
    static PurchaseOutcome outcomeOf(StockEvent decision, long sequenceNumber) {
        return switch (decision) {
            case StockReserved e -> new PurchaseOutcome.Reserved(e.purchaseId(), sequenceNumber, false);
            case PurchaseRefused e -> new PurchaseOutcome.Refused(e.purchaseId(), e.reason(), sequenceNumber, false);
            default -> throw new IllegalArgumentException("decides no purchase: " + decision);
        };
    }

    /** The decision that this purchase already has here, if any. */
    static @Nullable PurchaseOutcome earlierOutcome(StockState stock, PurchaseRequest request) {
        String id = request.purchaseId();
        Reservation held = stock.reservations.get(id);
        if (held != null) {
            return same(request, held.offerId(), held.quantity())
                    ? new PurchaseOutcome.Reserved(id, held.sequenceNumber(), true)
                    : new PurchaseOutcome.KeyReused(id);
        }
        RefusedPurchase refused = stock.refusals.get(id);
        if (refused != null) {
            return same(request, refused.offerId(), refused.quantity())
                    ? new PurchaseOutcome.Refused(id, refused.reason(), refused.sequenceNumber(), true)
                    : new PurchaseOutcome.KeyReused(id);
        }
        return null;
    }

    private static boolean same(PurchaseRequest request, String offerId, int quantity) {
        return request.offerId().equals(offerId) && request.quantity() == quantity;
    }

    private static int bucketsOf(StockState stock, Offer offer) {
        return offer.components().stream()
                .filter(component -> component.itemId().equals(stock.itemId))
                .findFirst()
                .orElseThrow()
                .buckets();
    }

    private static Decision reserve(StockState stock, PurchaseRequest request, Offer offer, int units, Instant at) {
        return new Decision.Happens(new StockReserved(
                stock.id().toString(),
                stock.saleId,
                stock.itemId,
                stock.bucket,
                request.purchaseId(),
                request.userId(),
                request.offerId(),
                request.quantity(),
                units,
                Math.multiplyExact(offer.priceMinor(), request.quantity()),
                stock.currency,
                offer.components(),
                at.plusMillis(stock.paymentWindowMs),
                stock.availableUnits - units,
                at));
    }

    private static Decision refuse(StockState stock, PurchaseRequest request, Refusal reason, Instant at) {
        return new Decision.Happens(new PurchaseRefused(
                stock.id().toString(),
                stock.saleId,
                stock.itemId,
                stock.bucket,
                request.purchaseId(),
                request.userId(),
                request.offerId(),
                request.quantity(),
                reason,
                at));
    }

    static Optional<ReservationConfirmed> confirm(StockState stock, String purchaseId, Instant at) {
        return open(stock, purchaseId)
                .map(held -> new ReservationConfirmed(
                        stock.id().toString(),
                        stock.saleId,
                        stock.itemId,
                        stock.bucket,
                        purchaseId,
                        held.userId(),
                        held.units(),
                        at));
    }

    static Optional<StockReleased> release(StockState stock, ReservationRelease release, Instant at) {
        return open(stock, release.purchaseId())
                .map(held -> new StockReleased(
                        stock.id().toString(),
                        stock.saleId,
                        stock.itemId,
                        stock.bucket,
                        release.purchaseId(),
                        held.userId(),
                        held.offerId(),
                        held.quantity(),
                        held.units(),
                        release.reason(),
                        stock.availableUnits + held.units(),
                        at));
    }

    private static Optional<Reservation> open(StockState stock, String purchaseId) {
        return Optional.ofNullable(stock.reservations.get(purchaseId)).filter(Reservation::isOpen);
    }

    static Optional<StockAdded> add(StockState stock, AddUnits command) {
        if (command.units() < 1 || stock.carriedOut.contains(command.additionId())) {
            return Optional.empty();
        }
        return Optional.of(new StockAdded(
                stock.id().toString(),
                stock.saleId,
                stock.itemId,
                stock.bucket,
                command.additionId(),
                command.units(),
                Math.addExact(stock.availableUnits, command.units()),
                command.at()));
    }

    static Optional<StockWithdrawn> withdraw(StockState stock, WithdrawStock command) {
        // a cancelled sale stays cancelled when its window ends afterwards
        if (stock.withdrawn != null) {
            return Optional.empty();
        }
        return Optional.of(new StockWithdrawn(
                stock.id().toString(), stock.saleId, stock.itemId, stock.bucket, command.refusal(), command.at()));
    }

    /** Gives up to half of what is here, so that a run on one bucket needs few transfers, but always tries to give enough. */
    static Optional<StockTransferred> transfer(StockState stock, TransferStock command) {
        int units = Math.min(stock.availableUnits, Math.max(command.wantedUnits(), stock.availableUnits / 2));
        boolean possible = command.wantedUnits() >= 1 && units >= 1 && isSibling(stock, command.to());
        if (!possible || stock.carriedOut.contains(command.transferId())) {
            return Optional.empty();
        }
        return Optional.of(new StockTransferred(
                stock.id().toString(),
                stock.saleId,
                stock.itemId,
                stock.bucket,
                command.to().toString(),
                command.transferId(),
                units,
                stock.availableUnits - units,
                command.at()));
    }

    private static boolean isSibling(StockState stock, StockId other) {
        return other.saleId().equals(stock.saleId)
                && other.itemId().equals(stock.itemId)
                && other.bucket() != stock.bucket;
    }

    static Optional<StockTransferReceived> receive(StockState stock, ReceiveTransfer command) {
        if (command.units() < 1
                || !isSibling(stock, command.from())
                || stock.carriedOut.contains(command.transferId())) {
            return Optional.empty();
        }
        return Optional.of(new StockTransferReceived(
                stock.id().toString(),
                stock.saleId,
                stock.itemId,
                stock.bucket,
                command.from().toString(),
                command.transferId(),
                command.units(),
                stock.availableUnits + command.units(),
                command.at()));
    }

    static BucketLevel level(StockState stock) {
        return new BucketLevel(stock.availableUnits, stock.sentUnits, stock.receivedUnits, stock.returnedUnits);
    }

    static List<String> overdue(StockState stock, Instant reservedBefore) {
        return stock.reservations.entrySet().stream()
                .filter(entry -> entry.getValue().isOpen())
                .filter(entry -> entry.getValue().reservedAt().isBefore(reservedBefore))
                .limit(OVERDUE_PER_ANSWER)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
