package dev.flashsale.standalone.catalogue;

import dev.flashsale.kernel.upcast.Upcast;
import dev.flashsale.kernel.upcast.Upcasts;
import dev.flashsale.standalone.catalogue.Consumers.Consumer;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** All there is to know about one event. */
final class EventPage {
    private final Catalogue catalogue;
    private final Class<?> event;
    private final StringBuilder page = new StringBuilder();

    EventPage(Catalogue catalogue, Class<?> event) {
        this.catalogue = catalogue;
        this.event = event;
    }

    String text() throws IOException {
        int revision = Integer.parseInt(Objects.requireNonNull(Upcasts.revisionOf(event)));
        line("# `" + event.getSimpleName() + "`");
        line("");
        line(catalogue.docs.of(event.getName()).text());
        line("");
        line("Revision " + revision + " of `" + event.getName() + "`. Back to [all events](README.md).");
        producer();
        consumers();
        fields();
        samples(revision);
        olderForms();
        return page.toString();
    }

    private void producer() {
        line("\n## Producer\n");
        String commands = catalogue.producers.commandsOf(event).stream()
                .map(command -> "`" + command + "`")
                .collect(Collectors.joining(" or "));
        for (String aggregate : catalogue.producers.aggregatesOf(event)) {
            line("`" + simple(aggregate) + "` (" + Catalogue.moduleOf(aggregate) + "), on " + commands + ".");
        }
    }

    private void consumers() {
        line("\n## Consumers\n");
        line("| who | what it does |");
        line("|---|---|");
        for (Consumer consumer : catalogue.consumers.of(event)) {
            SourceDocs.TypeDoc doc = catalogue.docs.of(consumer.className());
            String does = doc.methods().getOrDefault(consumer.handler(), doc.firstSentence());
            line("| `" + consumer.simpleName() + "`, " + consumer.kind() + " in "
                    + Catalogue.moduleOf(consumer.className()) + " | " + does + " |");
        }
        line("| the analyst's tools | Read every event, for proofs and questions. |");
    }

    private void fields() {
        line("\n## Fields");
        table(event);
        Set<Class<?>> inside = new LinkedHashSet<>();
        FieldRow.inside(event, inside);
        for (Class<?> type : inside) {
            line("\n### `" + type.getSimpleName() + "`\n");
            line(catalogue.docs.of(type.getName()).text());
            table(type);
        }
    }

    private void table(Class<?> type) {
        line("\n| field | type | unit | meaning |");
        line("|---|---|---|---|");
        for (FieldRow row : FieldRow.of(type, catalogue.docs)) {
            line("| `" + row.name() + "` | " + row.type() + " | " + row.unit() + " | " + row.meaning() + " |");
        }
    }

    private void samples(int newest) throws IOException {
        line("\n## Stored as");
        for (int revision = newest; revision >= 1; revision--) {
            line("\nRevision " + revision + ", approved:\n");
            line("```json\n" + Catalogue.sample(event, revision) + "\n```");
        }
    }

    private void olderForms() {
        line("\n## Older forms\n");
        List<Upcast> steps = Upcasts.today().steps().stream()
                .filter(step -> step.event() == event)
                .toList();
        if (steps.isEmpty()) {
            line("None: every stored event has today's form.");
        }
        steps.forEach(step -> line("- Revision " + step.from() + " is read as revision " + step.to() + "."));
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
