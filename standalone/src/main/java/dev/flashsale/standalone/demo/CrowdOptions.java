package dev.flashsale.standalone.demo;

import dev.flashsale.standalone.input.Arrivals;
import dev.flashsale.standalone.input.Catalogue;
import dev.flashsale.standalone.input.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who comes, and what for. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CrowdOptions {
    private static final int MADE_UP_SHOPPERS = 3_000;
    private static final int RECORDED_SHOPPERS = 5_000;
    private static final int REQUESTS_PER_SHOPPER = 20;

    @Option(
            names = "--shoppers",
            paramLabel = "N",
            description = "how many shoppers come (default: 3000, or one for 20 " + "recorded requests up to 5000)")
    @Nullable
    Integer shoppers;

    @Option(names = "--stock", paramLabel = "N", description = "units on sale (default: 500)", defaultValue = "500")
    int stock = 500;

    @Option(names = "--seed", paramLabel = "N", description = "draws the same crowd again (default: by the clock)")
    @Nullable
    Long seed;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "sell these products: sku,title,list_price_minor,currency,avg_daily_demand")
    @Nullable
    Path catalog;

    @Option(names = "--arrivals", paramLabel = "FILE", description = "send requests as recorded: second,requests")
    @Nullable
    Path arrivals;

    @Option(names = "--speed-up", paramLabel = "N", description = "replay so many times as fast (default: 10)")
    int speedUp = 10;

    @Option(names = "--scale", paramLabel = "N", description = "send so many times the recorded requests (default: 1)")
    int scale = 1;

    @Option(
            names = "--payment-window",
            paramLabel = "SECONDS",
            description = "how long a shopper has to pay (default: 15, or 60 for a catalogue)")
    @Nullable
    Integer paymentWindow;

    @Option(
            names = "--gate",
            paramLabel = "on|off",
            description = "whether shoppers need tickets, for a proof of work and a plausible journey, and are limited"
                    + " (default: on for a made-up crowd, off for a recorded one)")
    @Nullable
    String gate;

    /** Reads the files; whichever of the two is not named is replaced by the sample that comes with the program. */
    DemoInput read(boolean addressesAreKnown) throws IOException {
        require(gate == null || gate.equals("on") || gate.equals("off"), "--gate is on or off");
        require(stock > 0 && stock <= 1_000_000, "--stock must be from 1 to 1000000");
        require(shoppers == null || (shoppers > 0 && shoppers <= 200_000), "--shoppers must be from 1 to 200000");
        require(speedUp > 0 && scale > 0, "--speed-up and --scale must be at least 1");
        long drawn = Objects.requireNonNullElseGet(seed, System::currentTimeMillis);
        if (catalog == null && arrivals == null) {
            return new DemoInput(
                    plan(SalePlans.madeUp(stock), "on", addressesAreKnown),
                    null,
                    Objects.requireNonNullElse(shoppers, MADE_UP_SHOPPERS),
                    1,
                    1,
                    drawn);
        }
        List<Product> products;
        try (Reader text = open(catalog, "catalog.csv")) {
            products = Catalogue.read(name(catalog, "the sample catalogue"), text);
        }
        Arrivals recorded;
        try (Reader text = open(arrivals, "arrivals.csv")) {
            recorded = Arrivals.read(name(arrivals, "the sample arrivals"), text);
        }
        require(recorded.total() * scale <= 20_000_000, "that is more than 20 million requests; lower --scale");
        long some = Math.clamp(recorded.total() * scale / REQUESTS_PER_SHOPPER, 100, RECORDED_SHOPPERS);
        return new DemoInput(
                plan(SalePlans.ofCatalogue(products), "off", addressesAreKnown),
                recorded,
                Objects.requireNonNullElse(shoppers, (int) some),
                speedUp,
                scale,
                drawn);
    }

    private SalePlan plan(SalePlan usual, String usualGate, boolean addressesAreKnown) throws IOException {
        require(paymentWindow == null || paymentWindow > 0, "--payment-window must be at least 1");
        boolean gated = Objects.requireNonNullElse(gate, usualGate).equals("on");
        SalePlan plan = gated ? usual.withGate(DemoGate.usual(addressesAreKnown)) : usual;
        return paymentWindow == null ? plan : plan.withPaymentWindow(Duration.ofSeconds(paymentWindow));
    }

    private static void require(boolean holds, String message) throws IOException {
        if (!holds) {
            throw new IOException(message);
        }
    }

    private static String name(@Nullable Path file, String sample) {
        return file == null ? sample : file.toString();
    }

    private static Reader open(@Nullable Path file, String sample) throws IOException {
        if (file != null) {
            if (!Files.isReadable(file)) {
                throw new IOException(file + " cannot be read");
            }
            return Files.newBufferedReader(file);
        }
        InputStream resource = CrowdOptions.class.getResourceAsStream("/samples/" + sample);
        return new InputStreamReader(Objects.requireNonNull(resource, sample), StandardCharsets.UTF_8);
    }
}
