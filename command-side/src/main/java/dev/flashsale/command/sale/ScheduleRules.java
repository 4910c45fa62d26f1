package dev.flashsale.command.sale;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.sale.ScheduleFlashSale;
import java.time.Duration;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a sale must look like before it is announced. Each rule answers with a sentence for the merchant, or null. */
final class ScheduleRules {
    static final int MAX_ITEMS = 500;
    static final int MAX_BUNDLES = 100;
    static final int MAX_BUCKETS = 64;
    static final int MAX_UNITS = 1_000_000;
    static final int MAX_LIMIT = 1_000;
    static final long MAX_PRICE_MINOR = 100_000_000_000L;
    private static final Duration SHORTEST_PAYMENT_WINDOW = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAYMENT_WINDOW = Duration.ofDays(1);
    private static final Duration LONGEST_AHEAD = Duration.ofDays(731);
    private static final Pattern OFFER_ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private ScheduleRules() {}

    static @Nullable String brokenWindow(ScheduleFlashSale sale) {
        if (!sale.opensAt().isBefore(sale.closesAt())) {
            return "The sale must open before it closes.";
        }
        if (!sale.closesAt().isAfter(sale.at())) {
            return "The sale must close in the future.";
        }
        if (sale.closesAt().isAfter(sale.at().plus(LONGEST_AHEAD))) {
            return "The sale must close within two years.";
        }
        return null;
    }

    private static final List<Function<ScheduleFlashSale, @Nullable String>> OFFER_RULES = List.of(
            ScheduleRules::theTitleSaysSomething,
            ScheduleRules::theCurrencyExists,
            ScheduleRules::thePaymentWindowIsReasonable,
            ScheduleRules::thereAreItems,
            ScheduleRules::idsAreUnique,
            sale -> firstBroken(sale.items(), ScheduleRules::brokenItem),
            sale -> firstBroken(sale.bundles(), bundle -> brokenBundle(bundle, sale.items())));

    static @Nullable String brokenOffer(ScheduleFlashSale sale) {
        return firstBroken(OFFER_RULES, rule -> rule.apply(sale));
    }

    private static <T> @Nullable String firstBroken(List<T> subjects, Function<T, @Nullable String> rule) {
        for (T subject : subjects) {
            String broken = rule.apply(subject);
            if (broken != null) {
                return broken;
            }
        }
        return null;
    }

    private static @Nullable String theTitleSaysSomething(ScheduleFlashSale sale) {
        return isTitle(sale.title()) ? null : "The title must have 1 to 200 characters.";
    }

    private static boolean isTitle(String title) {
        return !title.isBlank() && title.length() <= 200;
    }

    private static @Nullable String theCurrencyExists(ScheduleFlashSale sale) {
        try {
            Currency unused = Currency.getInstance(sale.currency());
            return null;
        } catch (IllegalArgumentException e) {
            return "The currency must be an ISO 4217 code such as EUR.";
        }
    }

    private static @Nullable String thePaymentWindowIsReasonable(ScheduleFlashSale sale) {
        Duration window = sale.paymentWindow();
        return window.compareTo(SHORTEST_PAYMENT_WINDOW) < 0 || window.compareTo(LONGEST_PAYMENT_WINDOW) > 0
                ? "The payment window must be between one second and one day."
                : null;
    }

    private static @Nullable String thereAreItems(ScheduleFlashSale sale) {
        if (sale.items().isEmpty() || sale.items().size() > MAX_ITEMS) {
            return "A sale has 1 to " + MAX_ITEMS + " items.";
        }
        return sale.bundles().size() > MAX_BUNDLES ? "A sale has at most " + MAX_BUNDLES + " bundles." : null;
    }

    private static @Nullable String idsAreUnique(ScheduleFlashSale sale) {
        Set<String> seen = new HashSet<>();
        for (SaleItem item : sale.items()) {
            if (!OFFER_ID.matcher(item.itemId()).matches() || !seen.add(item.itemId())) {
                return "Item id '" + item.itemId() + "' is malformed or not unique.";
            }
        }
        for (Bundle bundle : sale.bundles()) {
            if (!OFFER_ID.matcher(bundle.bundleId()).matches() || !seen.add(bundle.bundleId())) {
                return "Bundle id '" + bundle.bundleId() + "' is malformed or not unique.";
            }
        }
        return null;
    }

    private static @Nullable String brokenItem(SaleItem item) {
        boolean sound = isTitle(item.title())
                && isPrice(item.salePriceMinor())
                && isPrice(item.listPriceMinor())
                && between(item.units(), 1, MAX_UNITS)
                && between(item.limitPerUser(), 1, MAX_LIMIT)
                && between(item.buckets(), 1, MAX_BUCKETS);
        return sound
                ? null
                : "Item '" + item.itemId() + "': title, prices (0 to " + MAX_PRICE_MINOR + "), units (1 to " + MAX_UNITS
                        + "), limit (1 to " + MAX_LIMIT + ") or buckets (1 to " + MAX_BUCKETS + ") are out of range.";
    }

    private static @Nullable String brokenBundle(Bundle bundle, List<SaleItem> items) {
        Set<String> parts = new HashSet<>();
        for (BundleComponent component : bundle.components()) {
            boolean known = items.stream().anyMatch(item -> item.itemId().equals(component.itemId()));
            if (!known || !parts.add(component.itemId()) || !between(component.units(), 1, MAX_LIMIT)) {
                return "Bundle '" + bundle.bundleId() + "': component '" + component.itemId()
                        + "' is unknown, repeated, or its units are out of range.";
            }
        }
        boolean sound = parts.size() >= 2
                && isTitle(bundle.title())
                && isPrice(bundle.priceMinor())
                && between(bundle.limitPerUser(), 1, MAX_LIMIT);
        return sound
                ? null
                : "Bundle '" + bundle.bundleId() + "': title, price or limit are out of range, or it has fewer than two"
                        + " items.";
    }

    private static boolean isPrice(long priceMinor) {
        return priceMinor >= 0 && priceMinor <= MAX_PRICE_MINOR;
    }

    private static boolean between(int value, int least, int most) {
        return value >= least && value <= most;
    }
}
