package dev.flashsale.standalone.catalogue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.flashsale.kernel.block.BlockEvent;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.StockEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The whole catalogue, made from classes, sources and approved samples. */
final class Catalogue {
    private static final Path REPOSITORY = Path.of("..");
    private static final String GENERATED =
            "<!-- Generated from the code. Do not edit: see README.md in this directory. -->\n";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.flashsale");

    final SourceDocs docs;
    final Producers producers = Producers.in(PRODUCT);
    final Consumers consumers = new Consumers(PRODUCT);

    Catalogue() throws IOException {
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            docs = SourceDocs.of(modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList());
        }
    }

    /** What events are about, in the order of a sale. */
    static List<Class<?>> families() {
        return List.of(FlashSaleEvent.class, StockEvent.class, OrderEvent.class, BlockEvent.class);
    }

    static List<Class<?>> eventsOf(Class<?> family) {
        return List.of(family.getPermittedSubclasses());
    }

    static List<Class<?>> events() {
        return families().stream().flatMap(family -> eventsOf(family).stream()).toList();
    }

    /** Text by file name. */
    SortedMap<String, String> pages() throws IOException {
        SortedMap<String, String> pages = new TreeMap<>();
        for (Class<?> event : events()) {
            pages.put(event.getSimpleName() + ".md", GENERATED + new EventPage(this, event).text());
        }
        pages.put("README.md", GENERATED + new IndexPage(this).text());
        return pages;
    }

    /** The approved stored form of a revision; empty when there is none. */
    static String sample(Class<?> event, int revision) throws IOException {
        Path file = REPOSITORY.resolve(
                "shared-kernel/src/test/resources/samples/" + event.getSimpleName() + ".v" + revision + ".json");
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** The directory of the module that a class is in. */
    static String moduleOf(String className) {
        String[] names = className.split("\\.", 4);
        return switch (names[2]) {
            case "kernel" -> "shared-kernel";
            case "command" -> "command-side";
            case "process" -> "saga-orchestrator";
            case "query" -> "query-side";
            default -> names[2];
        };
    }
}
