package dev.flashsale.command.purchase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which offer an Idempotency-Key was first used for. A stock sees a key that comes back with another quantity by itself;
 * with another offer the request goes to another stock, so sales of several offers claim the key here first.
 */
@Component
class PurchaseKeys {
    private final JdbcTemplate jdbc;

    PurchaseKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims each purchase id for its offer; answers the offer that each is claimed for, by whoever came first. */
    Map<String, String> claim(Map<String, String> offerByPurchase) {
        List<Object[]> rows = offerByPurchase.entrySet().stream()
                // one order for everyone: two batches with common keys then wait for each other instead of deadlocking
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                .toList();
        int[] unused = jdbc.batchUpdate(
                "insert into purchase_key (purchase_id, fingerprint) values (?, ?) on conflict do nothing", rows);
        Map<String, String> claimedOffers = new HashMap<>();
        jdbc.query(
                "select purchase_id, fingerprint from purchase_key where purchase_id = any (?)",
                row -> {
                    claimedOffers.put(row.getString(1), row.getString(2));
                },
                (Object) offerByPurchase.keySet().toArray(String[]::new));
        return claimedOffers;
    }
}
