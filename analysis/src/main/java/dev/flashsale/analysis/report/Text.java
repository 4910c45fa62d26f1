package dev.flashsale.analysis.report;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Figures for people, always written the same way, whatever the machine's language. */
final class Text {
    private Text() {}

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** "1 order", "2 orders". */
    static String count(long value, String one, String many) {
        return count(value) + " " + (value == 1 ? one : many);
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /** A stretch of time with the unit that reads best. */
    static String duration(long micros) {
        long size = Math.abs(micros);
        if (size < 1_000) {
            return micros + " µs";
        }
        if (size < 1_000_000) {
            return decimal(micros / 1e3, size < 10_000 ? 2 : 1) + " ms";
        }
        return size < 120_000_000 ? decimal(micros / 1e6, 2) + " s" : decimal(micros / 60e6, 1) + " min";
    }

    /** A round stretch of time, such as the width of a slice. */
    static String slice(long micros) {
        return micros < 1_000_000 ? plain(micros / 1e3) + " ms" : plain(micros / 1e6) + " s";
    }

    /** The name of a reason as words. */
    static String words(Enum<?> reason) {
        return words(reason.name());
    }

    static String words(String name) {
        return name.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    static String decimal(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    /** An amount with its currency, e.g. {@code 1,234.50 EUR}. */
    static String money(long minor, String currency) {
        int digits = 2;
        try {
            digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknownCurrency) {
            // most currencies have cents
        }
        return String.format(Locale.ROOT, "%,." + digits + "f %s", BigDecimal.valueOf(minor, digits), currency);
    }

    /** A coordinate or an axis label: at most two decimals, no trailing zeros. */
    static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        text = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
        return text.equals("-0") ? "0" : text;
    }
}
