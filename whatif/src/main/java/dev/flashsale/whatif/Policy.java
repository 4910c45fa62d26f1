package dev.flashsale.whatif;

import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different from the record. An absent value leaves it as it was.
 *
 * @param offerIds items and bundles that are concerned; empty for all items, and no bundle
 * @param stock units of each concerned item at the beginning, all buckets together; additions come on top as recorded
 * @param limitPerUser most pieces of a concerned offer that one shopper may hold
 * @param priceMinor price of one piece of a concerned offer in minor units
 * @param buckets in how many buckets the units of each concerned item are split
 * @param attemptsPerSecond most attempts of one user in a second, whatever they ask for; the rest is turned away unheard
 */
record Policy(
        Set<String> offerIds,
        @Nullable Integer stock,
        @Nullable Integer limitPerUser,
        @Nullable Long priceMinor,
        @Nullable Integer buckets,
        @Nullable Double attemptsPerSecond,
        NewWinners newWinners) {

    Policy {
        offerIds = Set.copyOf(offerIds);
    }

    static Policy asRecorded() {
        return new Policy(Set.of(), null, null, null, null, null, NewWinners.PAY);
    }

    int unitsOf(String itemId, int recorded) {
        return stock != null && concerns(itemId) ? stock : recorded;
    }

    int bucketsOf(String itemId, int recorded) {
        return buckets != null && concerns(itemId) ? buckets : recorded;
    }

    List<Offer> offers(List<Offer> recorded) {
        return recorded.stream().map(this::offer).toList();
    }

    private Offer offer(Offer recorded) {
        boolean concerned = offerIds.isEmpty() ? recorded.components().size() == 1 : concerns(recorded.offerId());
        return new Offer(
                recorded.offerId(),
                concerned && priceMinor != null ? priceMinor : recorded.priceMinor(),
                concerned && limitPerUser != null ? limitPerUser : recorded.limitPerUser(),
                recorded.components().stream().map(this::component).toList());
    }

    private OfferComponent component(OfferComponent recorded) {
        return new OfferComponent(
                recorded.itemId(), recorded.units(), bucketsOf(recorded.itemId(), recorded.buckets()));
    }

    private boolean concerns(String id) {
        return offerIds.isEmpty() || offerIds.contains(id);
    }
}
