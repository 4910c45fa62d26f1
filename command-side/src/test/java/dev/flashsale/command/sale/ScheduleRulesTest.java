package dev.flashsale.command.sale;

import static dev.flashsale.command.sale.SaleOnPaper.CASE;
import static dev.flashsale.command.sale.SaleOnPaper.NOW;
import static dev.flashsale.command.sale.SaleOnPaper.PHONE;
import static dev.flashsale.command.sale.SaleOnPaper.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.sale.SaleRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what a sale must look like, each rule from both sides of its border. */
class ScheduleRulesTest {
    private static final Instant YEAR_3000 = Instant.parse("3000-01-01T00:00:00Z");

    static Stream<Arguments> soundSales() {
        return Stream.of(
                arguments("as it is", sound()),
                arguments("already open", sound().window(NOW.minusSeconds(60), NOW.plusMillis(1))),
                arguments("longest title", sound().title("t".repeat(200))),
                arguments("shortest payment window", sound().paymentWindow(Duration.ofSeconds(1))),
                arguments("longest payment window", sound().paymentWindow(Duration.ofDays(1))),
                arguments("a gift", item(new SaleItem("a", "A", 0, 0, 1, 1, 1))),
                arguments(
                        "the most of everything",
                        item(new SaleItem(
                                "A_-9",
                                "A",
                                ScheduleRules.MAX_PRICE_MINOR,
                                ScheduleRules.MAX_PRICE_MINOR,
                                ScheduleRules.MAX_UNITS,
                                ScheduleRules.MAX_LIMIT,
                                ScheduleRules.MAX_BUCKETS))),
                arguments("fewer units than buckets", item(new SaleItem("a", "A", 2, 1, 1, 1, 64))),
                arguments("500 items", sound().items(items(500)).bundles(List.of())));
    }

    static Stream<Arguments> unsoundWindows() {
        return Stream.of(
                arguments("empty", sound().window(NOW.plusSeconds(1), NOW.plusSeconds(1))),
                arguments("reversed", sound().window(NOW.plusSeconds(2), NOW.plusSeconds(1))),
                arguments("closes now", sound().window(NOW.minusSeconds(1), NOW)),
                arguments("centuries ahead", sound().window(NOW, YEAR_3000)),
                arguments("beyond any calendar", sound().window(NOW, Instant.MAX)));
    }

    static Stream<Arguments> unsoundOffers() {
        return Stream.of(
                arguments("no title", sound().title("")),
                arguments("blank title", sound().title("  ")),
                arguments("title too long", sound().title("t".repeat(201))),
                arguments("no such currency", sound().currency("EURO")),
                arguments("lower-case currency", sound().currency("eur")),
                arguments("no time to pay", sound().paymentWindow(Duration.ofMillis(999))),
                arguments("negative time to pay", sound().paymentWindow(Duration.ofDays(-1))),
                arguments(
                        "too long to pay",
                        sound().paymentWindow(Duration.ofDays(1).plusMillis(1))),
                arguments("ages to pay", sound().paymentWindow(Duration.ofSeconds(Long.MAX_VALUE))),
                arguments("no items", sound().items(List.of()).bundles(List.of())),
                arguments("too many items", sound().items(items(501)).bundles(List.of())),
                arguments("an item twice", sound().items(List.of(PHONE, CASE, PHONE))),
                arguments("a colon in an id", item(new SaleItem("a:b", "A", 2, 1, 1, 1, 1))),
                arguments("an empty id", item(new SaleItem("", "A", 2, 1, 1, 1, 1))),
                arguments("an id too long", item(new SaleItem("a".repeat(41), "A", 2, 1, 1, 1, 1))),
                arguments("item without title", item(new SaleItem("a", " ", 2, 1, 1, 1, 1))),
                arguments("negative price", item(new SaleItem("a", "A", 2, -1, 1, 1, 1))),
                arguments("negative list price", item(new SaleItem("a", "A", -1, 1, 1, 1, 1))),
                arguments("absurd price", item(new SaleItem("a", "A", 1, Long.MAX_VALUE, 1, 1, 1))),
                arguments("no units", item(new SaleItem("a", "A", 2, 1, 0, 1, 1))),
                arguments("too many units", item(new SaleItem("a", "A", 2, 1, 1_000_001, 1, 1))),
                arguments("no limit", item(new SaleItem("a", "A", 2, 1, 1, 0, 1))),
                arguments("limit too high", item(new SaleItem("a", "A", 2, 1, 1, 1_001, 1))),
                arguments("no buckets", item(new SaleItem("a", "A", 2, 1, 1, 1, 0))),
                arguments("too many buckets", item(new SaleItem("a", "A", 2, 1, 1, 1, 65))),
                arguments("bundle named like an item", bundle("phone", 1, 1, part("phone", 1), part("case", 1))),
                arguments("bundle of one item", bundle("b", 1, 1, part("phone", 1))),
                arguments("bundle of nothing", bundle("b", 1, 1)),
                arguments("bundle of the same item", bundle("b", 1, 1, part("phone", 1), part("phone", 1))),
                arguments("bundle of an unknown item", bundle("b", 1, 1, part("phone", 1), part("tablet", 1))),
                arguments("bundle with no units", bundle("b", 1, 1, part("phone", 0), part("case", 1))),
                arguments("bundle with a negative price", bundle("b", -1, 1, part("phone", 1), part("case", 1))),
                arguments("bundle without limit", bundle("b", 1, 0, part("phone", 1), part("case", 1))),
                arguments("too many bundles", sound().bundles(Collections.nCopies(101, SaleOnPaper.KIT))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("soundSales")
    void aSoundSaleIsAccepted(String name, SaleOnPaper sale) {
        assertThat(schedule(sale).decision().refusal()).as(name).isNull();
        assertThat(schedule(sale).events()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsoundWindows")
    void anUnsoundWindowIsRefused(String name, SaleOnPaper sale) {
        assertThat(schedule(sale).decision().refusal()).as(name).isEqualTo(SaleRefusal.INVALID_WINDOW);
        assertThat(schedule(sale).events()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsoundOffers")
    void anUnsoundOfferIsRefused(String name, SaleOnPaper sale) {
        assertThat(schedule(sale).decision().refusal()).as(name).isEqualTo(SaleRefusal.INVALID_OFFER);
        assertThat(schedule(sale).events()).isEmpty();
    }

    private static SaleDecider.Decided schedule(SaleOnPaper sale) {
        return SaleDecider.schedule(new SaleHistory(), sale.build());
    }

    private static SaleOnPaper item(SaleItem item) {
        return sound().items(List.of(item)).bundles(List.of());
    }

    private static SaleOnPaper bundle(String id, long priceMinor, int limit, BundleComponent... parts) {
        return sound().bundles(List.of(new Bundle(id, "Bundle", priceMinor, limit, List.of(parts))));
    }

    private static BundleComponent part(String itemId, int units) {
        return new BundleComponent(itemId, units);
    }

    private static List<SaleItem> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SaleItem("item-" + i, "Item", 2, 1, 1, 1, 1))
                .toList();
    }
}
