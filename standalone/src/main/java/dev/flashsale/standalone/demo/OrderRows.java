package dev.flashsale.standalone.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders of one sale as the read side has them in PostgreSQL.
 *
 * @param statuses by order
 */
record OrderRows(Map<String, String> statuses) {
    private static final String REFUSED = "REFUSED";

    static OrderRows of(String saleId, Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select order_id, status from purchase_order where sale_id = ?")) {
            query.setString(1, saleId);
            Map<String, String> statuses = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    statuses.put(row.getString(1), row.getString(2));
                }
            }
            return new OrderRows(statuses);
        }
    }

    /** Where the rows differ from the number of paid orders in the event store. */
    List<String> contradictions(long paid) {
        long shown = statuses.values().stream().filter("PAID"::equals).count();
        long open =
                statuses.values().stream().filter("AWAITING_PAYMENT"::equals).count();
        List<String> found = new ArrayList<>();
        if (shown != paid) {
            found.add(shown + " order rows are PAID, " + paid + " in the event store");
        }
        if (open > 0) {
            found.add(open + " order rows still await payment");
        }
        return found;
    }

    /** Where the rows differ from what shoppers were shown at last. */
    List<String> contradictions(Map<String, String> outcomes) {
        List<String> found = new ArrayList<>();
        outcomes.forEach((purchaseId, outcome) -> {
            String row = statuses.getOrDefault(purchaseId, REFUSED);
            if (outcome.isEmpty()) {
                found.add("purchase " + purchaseId + " was accepted, and its shopper never saw an end; the row says "
                        + row);
            } else if (!row.equals(outcome) && !(row.equals(REFUSED) && outcome.equals("EXPIRED"))) {
                found.add("purchase " + purchaseId + " was shown as " + outcome + ", the row says " + row);
            }
        });
        return found;
    }
}
