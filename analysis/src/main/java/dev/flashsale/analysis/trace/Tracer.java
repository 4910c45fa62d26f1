package dev.flashsale.analysis.trace;

import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.store.EventLoader;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.analysis.trace.Trace.EdgeRefusal;
import dev.flashsale.analysis.trace.Trace.PurchaseTrace;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.StockReserved;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks an id up in all that a source has. */
final class Tracer {
    private final EventSource source;
    private final String id;

    Tracer(EventSource source, String id) {
        this.source = source;
        this.id = id;
    }

    /** What was found; nothing when no event and no attempt names the id. */
    Optional<Trace> trace() throws IOException {
        StoryFinder finder = new StoryFinder(id);
        source.raw(Span.ALL, finder::take);
        List<EdgeRefusal> refusals = new ArrayList<>();
        boolean hasLog = source.attempts(attempt -> {
                    if (id.equals(attempt.userId()) || id.equals(attempt.purchaseId())) {
                        refusals.add(new EdgeRefusal(
                                attempt.at(),
                                attempt.saleId(),
                                attempt.offerId(),
                                attempt.reason(),
                                attempt.userVerified()));
                    }
                })
                .isPresent();
        if (finder.stories().isEmpty() && refusals.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<OrderRow>> rows = source.orderRows();
        List<PurchaseTrace> purchases = finder.stories().stream()
                .map(story -> purchase(story, rows.orElse(List.of())))
                .toList();
        return Optional.of(new Trace(id, purchases, refusals, notLookedAt(rows.isPresent(), hasLog)));
    }

    private static List<String> notLookedAt(boolean hasRows, boolean hasLog) {
        List<String> missing = new ArrayList<>();
        if (!hasRows) {
            missing.add("order rows: this source has none");
        }
        missing.add("results in Redis: a running system's own");
        if (!hasLog) {
            missing.add("attempts refused at the edge: this source has no log of them");
        }
        return missing;
    }

    private static PurchaseTrace purchase(Story story, List<OrderRow> rows) {
        Ledger ledger = new Ledger();
        EventLoader loader = new EventLoader();
        story.events().forEach(told -> ledger.evolve(loader.load(told.raw())));
        Purchase purchase = ledger.purchase(story.purchaseId());
        Told first = story.events().getFirst();
        double tookMs = Duration.between(
                                first.raw().timestamp(),
                                story.events().getLast().raw().timestamp())
                        .toNanos()
                / 1e6;
        OrderRow row = rows.stream()
                .filter(candidate -> candidate.orderId().equals(story.purchaseId()))
                .findFirst()
                .orElse(null);
        String outcome = purchase == null ? "" : purchase.outcome().name();
        List<Step> steps = StepTree.of(story);
        return switch (first.payload()) {
            case StockReserved e ->
                new PurchaseTrace(
                        e.purchaseId(), e.saleId(), e.userId(), e.offerId(), e.quantity(), outcome, tookMs, steps, row);
            case PurchaseRefused e ->
                new PurchaseTrace(
                        e.purchaseId(), e.saleId(), e.userId(), e.offerId(), e.quantity(), outcome, tookMs, steps, row);
            default -> new PurchaseTrace(story.purchaseId(), "", "", "", 0, outcome, tookMs, steps, row);
        };
    }
}
