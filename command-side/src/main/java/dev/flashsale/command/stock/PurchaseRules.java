package dev.flashsale.command.stock;

import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a purchase, each by the sentence a merchant would say; the first one that is broken gives the refusal. */
final class PurchaseRules {
    private PurchaseRules() {}

    @FunctionalInterface
    private interface Rule {
        /** The refusal, or null when the rule is kept. */
        @Nullable
        Refusal refusal(StockState stock, PurchaseRequest request, Instant at);
    }

    private static final List<Rule> IN_ORDER = List.of(
            PurchaseRules::aWithdrawnSaleSellsNothing,
            PurchaseRules::nothingIsSoldBeforeTheOpening,
            PurchaseRules::nothingIsSoldFromTheClosingOn,
            PurchaseRules::onlyOffersThatTakeThisItemAreSold,
            PurchaseRules::aQuantityIsAtLeastOne,
            PurchaseRules::aShopperHoldsNoMoreThanTheLimit);

    static @Nullable Refusal refusalOf(StockState stock, PurchaseRequest request, Instant at) {
        for (Rule rule : IN_ORDER) {
            Refusal refusal = rule.refusal(stock, request, at);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal aWithdrawnSaleSellsNothing(StockState stock, PurchaseRequest request, Instant at) {
        return stock.withdrawn;
    }

    private static @Nullable Refusal nothingIsSoldBeforeTheOpening(
            StockState stock, PurchaseRequest request, Instant at) {
        return at.isBefore(stock.opensAt) ? Refusal.NOT_OPEN : null;
    }

    private static @Nullable Refusal nothingIsSoldFromTheClosingOn(
            StockState stock, PurchaseRequest request, Instant at) {
        return at.isBefore(stock.closesAt) ? null : Refusal.ENDED;
    }

    private static @Nullable Refusal onlyOffersThatTakeThisItemAreSold(
            StockState stock, PurchaseRequest request, Instant at) {
        Offer offer = stock.offers.get(request.offerId());
        return offer == null || offer.unitsOf(stock.itemId) < 1 ? Refusal.UNKNOWN_OFFER : null;
    }

    private static @Nullable Refusal aQuantityIsAtLeastOne(StockState stock, PurchaseRequest request, Instant at) {
        return request.quantity() < 1 ? Refusal.INVALID_QUANTITY : null;
    }

    /** Decided where the offer's first item is; a bundle's further items follow that decision. */
    private static @Nullable Refusal aShopperHoldsNoMoreThanTheLimit(
            StockState stock, PurchaseRequest request, Instant at) {
        Offer offer = stock.offers.get(request.offerId());
        if (offer == null || !offer.ledBy(stock.itemId)) {
            return null;
        }
        long pieces = (long) stock.piecesHeldBy(request.userId(), request.offerId()) + request.quantity();
        return pieces > offer.limitPerUser() ? Refusal.LIMIT_EXCEEDED : null;
    }
}
