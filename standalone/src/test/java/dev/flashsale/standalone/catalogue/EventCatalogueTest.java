package dev.flashsale.standalone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.PayOrder;
import dev.flashsale.kernel.stock.StockReserved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed pages about events are those of the code, and leave nothing out. */
class EventCatalogueTest {
    /** What writes the pages. */
    static final String WRITE_ANEW =
            "./mvnw -q -pl standalone -am test -Dtest=EventCatalogueTest -Dcatalogue.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    private static final Path COMMITTED = Path.of("../docs/events");

    private static Catalogue catalogue;

    @BeforeAll
    static void make() throws IOException {
        catalogue = new Catalogue();
        if (Boolean.getBoolean("catalogue.write")) {
            write(catalogue.pages());
        }
    }

    static List<Class<?>> events() {
        return Catalogue.events();
    }

    @Test
    void theCommittedPagesAreThoseOfTheCode() throws IOException {
        assertThat(committed())
                .as("docs/events is stale. This writes it anew: %s", WRITE_ANEW)
                .isEqualTo(catalogue.pages());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasAMeaningAndAProducer(Class<?> event) {
        assertThat(catalogue.docs.of(event.getName()).text()).isNotBlank();
        assertThat(catalogue.producers.aggregatesOf(event)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyFieldHasAMeaning(Class<?> event) {
        // given
        Set<Class<?>> types = new LinkedHashSet<>(Set.of(event));
        FieldRow.inside(event, types);

        // then
        assertThat(types)
                .allSatisfy(type -> assertThat(FieldRow.of(type, catalogue.docs))
                        .allSatisfy(row -> assertThat(row.meaning())
                                .as("@param %s of %s", row.name(), type.getSimpleName())
                                .isNotBlank()));
    }

    /** Positive control: handlers of one event, of a whole family, and of another. */
    @Test
    void aHandlerIsFoundByWhatItTakes() {
        // given
        Consumers consumers = new Consumers(new ClassFileImporter().importClasses(Listens.class));

        // then
        assertThat(consumers.of(OrderPaid.class))
                .extracting(Consumers.Consumer::handler)
                .containsExactlyInAnyOrder("on(OrderPaid)", "all(OrderEvent)");
        assertThat(consumers.of(StockReserved.class)).isEmpty();
    }

    /** Positive control: an event that is made in another method, out of a lambda. */
    @Test
    void aProducerIsFoundAcrossCalls() {
        // given
        Producers producers = Producers.in(new ClassFileImporter().importClasses(Records.class));

        // then
        assertThat(producers.commandsOf(OrderPaid.class)).containsExactly("PayOrder");
        assertThat(producers.commandsOf(StockReserved.class)).isEmpty();
    }

    static final class Listens {
        @EventHandler
        void on(OrderPaid event) {}

        @EventHandler
        void all(OrderEvent event) {}

        void unmarked(StockReserved event) {}
    }

    static final class Records {
        @CommandHandler
        List<OrderPaid> handle(PayOrder command) {
            return Stream.of(command).map(given -> made(given)).toList();
        }

        private static OrderPaid made(PayOrder given) {
            return new OrderPaid(given.orderId(), given.paymentId(), given.amountMinor(), given.currency(), given.at());
        }
    }

    private static SortedMap<String, String> committed() throws IOException {
        SortedMap<String, String> pages = new TreeMap<>();
        for (Path file : files()) {
            pages.put(file.getFileName().toString(), Files.readString(file));
        }
        return pages;
    }

    private static void write(SortedMap<String, String> pages) throws IOException {
        Files.createDirectories(COMMITTED);
        for (Path file : files()) {
            Files.delete(file);
        }
        for (String name : pages.keySet()) {
            Files.writeString(COMMITTED.resolve(name), pages.get(name));
        }
    }

    private static List<Path> files() throws IOException {
        if (!Files.isDirectory(COMMITTED)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(COMMITTED)) {
            return files.toList();
        }
    }
}
