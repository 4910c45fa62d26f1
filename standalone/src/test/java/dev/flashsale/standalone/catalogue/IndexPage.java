package dev.flashsale.standalone.catalogue;

import dev.flashsale.kernel.upcast.Upcasts;
import dev.flashsale.standalone.catalogue.Consumers.Consumer;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All events on one page, and who talks to whom. */
final class IndexPage {
    private static final String HEAD = """
        # Events

        Every event that is ever stored, in the order of a sale; a page for each. They are made from the code: meanings from its
        Javadoc, producers by following every command handler, consumers by finding every handler, stored forms from the approved
        samples. `./mvnw verify` fails when they are stale; this writes them anew:

        ```
        %s
        ```

        Stored events are never changed. A form that changes gets a new revision, a step in `dev.flashsale.kernel.upcast.Upcasts`
        that leads to it, and a sample of its own; the old sample stays and must go on loading.

        Conventions: instants are ISO-8601 in UTC. Money is a whole number of minor units (`500` in `EUR` is 5.00 EUR), fields end in
        `Minor`. Milliseconds end in `Ms`. No event holds personal data: shoppers and merchants appear by a pseudonymous user id only.
        """;

    private final Catalogue catalogue;
    private final StringBuilder page = new StringBuilder();

    IndexPage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String text() {
        page.append(HEAD.formatted(EventCatalogueTest.WRITE_ANEW));
        for (Class<?> family : Catalogue.families()) {
            line("\n## " + family.getSimpleName().replaceFirst("Event$", ""));
            line("\n" + catalogue.docs.of(family.getName()).text() + "\n");
            table(family);
            picture(family);
        }
        return page.toString();
    }

    private void table(Class<?> family) {
        line("| event | revision | meaning |");
        line("|---|---|---|");
        for (Class<?> event : Catalogue.eventsOf(family)) {
            String name = event.getSimpleName();
            line("| [`" + name + "`](" + name + ".md) | " + Upcasts.revisionOf(event) + " | "
                    + catalogue.docs.of(event.getName()).text() + " |");
        }
    }

    /** Commands and aggregate on the left, events in the middle, who listens on the right. */
    private void picture(Class<?> family) {
        line("\n```mermaid\nflowchart LR");
        Set<String> listeners = new TreeSet<>();
        for (Class<?> event : Catalogue.eventsOf(family)) {
            String name = event.getSimpleName();
            String commands = String.join("<br/>", catalogue.producers.commandsOf(event));
            for (String aggregate : catalogue.producers.aggregatesOf(event)) {
                line("  " + simple(aggregate) + "([" + simple(aggregate) + "]) -- \"" + commands + "\" --> " + name);
            }
            for (Consumer consumer : catalogue.consumers.of(event)) {
                listeners.add(
                        "  " + consumer.simpleName() + "[/" + consumer.simpleName() + ", " + consumer.kind() + "/]");
            }
            String heard = catalogue.consumers.of(event).stream()
                    .map(Consumer::simpleName)
                    .distinct()
                    .collect(Collectors.joining(" & "));
            if (!heard.isEmpty()) {
                line("  " + name + " --> " + heard);
            }
        }
        listeners.forEach(this::line);
        line("```");
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
