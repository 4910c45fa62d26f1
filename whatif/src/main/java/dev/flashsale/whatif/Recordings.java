package dev.flashsale.whatif;

import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.ledger.Unreadable;
import dev.flashsale.kernel.stock.StockEvent;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sorts a store's events into the sales that they belong to. */
final class Recordings implements Consumer<StoredEvent> {
    private final Map<String, Recording> sales = new TreeMap<>();

    @Override
    public void accept(StoredEvent event) {
        switch (event.payload()) {
            case StockEvent stock ->
                sales.computeIfAbsent(stock.saleId(), Recording::new).add(event.globalIndex(), stock);
            case Unreadable unreadable -> expectForeign(event.globalIndex(), unreadable);
            default -> {}
        }
    }

    private static void expectForeign(long index, Unreadable unreadable) {
        if (unreadable.ours()) {
            throw new IllegalArgumentException("event " + index + " cannot be read, so the record is not whole: "
                    + unreadable.type() + ": " + unreadable.why());
        }
    }

    /**
     * The sale with this id, or the only one there is.
     *
     * @throws IOException there is no such sale, or several to choose from; the message names them
     */
    Recording of(@Nullable String saleId) throws IOException {
        if (sales.isEmpty()) {
            throw new IOException("no sale is stored");
        }
        if (saleId == null && sales.size() == 1) {
            return sales.values().iterator().next();
        }
        Recording recording = saleId == null ? null : sales.get(saleId);
        if (recording == null) {
            String wanted = saleId == null ? "say which sale with --sale" : "there is no sale " + saleId;
            throw new IOException(wanted + "; stored are: " + String.join(", ", sales.keySet()));
        }
        return recording;
    }
}
