package dev.flashsale.standalone.input;

/**
 * One line of a catalogue.
 *
 * @param listPriceMinor the normal price in minor units of the currency
 * @param avgDailyDemand how many are sold on an ordinary day
 */
public record Product(String sku, String title, long listPriceMinor, String currency, double avgDailyDemand) {
    /** Units to put on sale: one ordinary day's demand, at least one. */
    public int dailyUnits() {
        return (int) Math.max(1, Math.ceil(avgDailyDemand));
    }
}
