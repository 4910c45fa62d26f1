package dev.flashsale.standalone.input;

import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a product catalogue: {@code sku,title,list_price_minor,currency,avg_daily_demand}. */
public final class Catalogue {
    private static final List<String> HEADER =
            List.of("sku", "title", "list_price_minor", "currency", "avg_daily_demand");
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final long MAX_PRICE_MINOR = 100_000_000_000L;

    private Catalogue() {}

    /**
     * All products, in the file's order.
     *
     * @param name what to call the file in messages
     * @throws BadInputException a line is malformed, a sku appears twice, or there are two currencies
     */
    public static List<Product> read(String name, Reader text) throws IOException {
        Set<String> skus = new HashSet<>();
        Set<String> currencies = new HashSet<>();
        return new CsvFile(name, HEADER).read(text, line -> {
            Product product = product(line);
            if (!skus.add(product.sku())) {
                throw line.wrong("sku '" + product.sku() + "' appears twice");
            }
            currencies.add(product.currency());
            if (currencies.size() > 1) {
                throw line.wrong("a sale has one currency, and this line brings another: " + product.currency());
            }
            return product;
        });
    }

    private static Product product(CsvFile.Line line) throws BadInputException {
        String sku = line.text("sku");
        if (!SKU.matcher(sku).matches()) {
            throw line.wrong("sku must be 1 to 40 letters, digits, '-' or '_', and is '" + sku + "'");
        }
        String currency = line.text("currency");
        if (!CURRENCY.matcher(currency).matches()) {
            throw line.wrong("currency must be a code such as EUR, and is '" + currency + "'");
        }
        return new Product(
                sku,
                line.text("title"),
                line.count("list_price_minor", MAX_PRICE_MINOR),
                currency,
                line.decimal("avg_daily_demand"));
    }
}
