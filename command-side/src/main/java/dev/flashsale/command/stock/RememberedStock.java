package dev.flashsale.command.stock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.platform.axon.Serialization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The very aggregate that handles a stock's commands, filled from its events or from a snapshot, apart from Axon and its
 * stores: for whoever compares the two.
 */
public final class RememberedStock {
    private static final ObjectMapper STORED =
            Serialization.storedJson().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Stock stock;

    private RememberedStock(Stock stock) {
        this.stock = stock;
    }

    /** One to which nothing has happened yet. */
    public static RememberedStock empty() {
        return new RememberedStock(new Stock());
    }

    /** One that was stored; throws when it is not the JSON of a stock. */
    public static RememberedStock read(byte[] snapshot) throws IOException {
        return new RememberedStock(STORED.readValue(snapshot, Stock.class));
    }

    /** Whether the service reads snapshots of this class name and revision; it passes over all others. */
    public static boolean reads(String type, @Nullable String revision) {
        return type.equals(Stock.class.getName())
                && Stock.class.getAnnotation(Revision.class).value().equals(revision);
    }

    /** Takes the next event. */
    public void evolve(StockEvent event) {
        stock.on(event);
    }

    /** As it is stored, in canonical order: equal memories give equal texts. */
    public JsonNode stored() {
        JsonNode tree = STORED.valueToTree(stock);
        // a set, whose order depends on how it grew
        if (tree.at("/state/carriedOut") instanceof ArrayNode carriedOut) {
            List<JsonNode> sorted = new ArrayList<>();
            carriedOut.forEach(sorted::add);
            sorted.sort(Comparator.comparing(JsonNode::asText));
            carriedOut.removeAll().addAll(sorted);
        }
        return tree;
    }
}
