package dev.flashsale.kernel.stock;

import java.util.List;

/**
 * Something a shopper can buy that takes units of an item: the item itself, or a bundle that contains it.
 *
 * @param offerId the itemId or the bundleId
 * @param priceMinor price of one piece of the offer, in minor units
 * @param limitPerUser most pieces of this offer that one shopper may hold
 * @param components what one piece takes; the first component is reserved first and decides the limit
 */
public record Offer(String offerId, long priceMinor, int limitPerUser, List<OfferComponent> components) {
    public Offer {
        components = List.copyOf(components);
    }

    /** Units of the item in one piece of this offer; 0 when the offer does not contain it. */
    public int unitsOf(String itemId) {
        for (OfferComponent component : components) {
            if (component.itemId().equals(itemId)) {
                return component.units();
            }
        }
        return 0;
    }

    /** Whether the item is the one that is reserved first. */
    public boolean ledBy(String itemId) {
        return components.getFirst().itemId().equals(itemId);
    }
}
