package dev.flashsale.analysis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.analysis.audit.PenSale;
import dev.flashsale.analysis.store.ExportedSale;
import dev.flashsale.analysis.store.Verbs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceVerbTest {
    @TempDir
    Path directory;

    @BeforeEach
    void aSaleOfThreePens() throws IOException {
        ExportedSale.write(directory, PenSale.told().history().events());
    }

    @Test
    void aPurchaseIsATreeOfCommandsAndEventsWithTheTimeBetween() {
        // when
        Verbs trace = trace("p-bob");

        // then
        assertThat(trace.code()).isZero();
        assertThat(trace.out().lines().map(line -> line.replaceAll("  \\(.*", "")))
                .containsSubsequence(
                        "Purchase p-bob: EXPIRED, 60,250.000 ms from first event to last",
                        "  1 × pen for user bob in sale sale-1",
                        "  └─ ReserveStock by shopper  +0.000 ms",
                        "     └─ #6 StockReserved  +0.000 ms",
                        "        └─ PlaceOrder by purchase process  +0.000 ms",
                        "           └─ #7 OrderPlaced  +0.000 ms",
                        "              ├─ ExpireOrder by payment deadline  +60,000.000 ms",
                        "              │  └─ #17 OrderExpired  +0.000 ms",
                        "              │     └─ ReleaseReservations by purchase process  +0.000 ms",
                        "              │        └─ #18 StockReleased  +0.000 ms",
                        "              └─ PayOrder by payment provider  +60,250.000 ms",
                        "                 └─ #19 PaymentNotApplied  +0.000 ms",
                        "                    └─ RecordRefund by payments  +0.000 ms",
                        "                       └─ #20 PaymentRefunded  +0.000 ms",
                        "  order row: none")
                .contains("Not looked at: order rows: this source has none");
    }

    @Test
    void aShopperIsAllTheirPurchases() throws IOException {
        // when
        JsonNode trace = new ObjectMapper().readTree(trace("--json", "dan").out());

        // then
        assertThat(trace.path("purchases"))
                .hasSize(3)
                .allSatisfy(purchase ->
                        assertThat(purchase.path("outcome").asText()).isEqualTo("REFUSED"));
        assertThat(trace.at("/purchases/0/steps/0/then/0/name").asText()).isEqualTo("PurchaseRefused");
    }

    @Test
    void anUnknownIdGivesTwo() {
        Verbs trace = trace("nobody");
        assertThat(trace.code()).isEqualTo(2);
        assertThat(trace.err()).contains("nothing in", "is called nobody");
    }

    private Verbs trace(String... arguments) {
        return Verbs.run(
                new TraceVerb(),
                Stream.concat(Stream.of("--file", directory.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
