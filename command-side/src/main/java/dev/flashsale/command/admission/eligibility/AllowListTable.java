package dev.flashsale.command.admission.eligibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The allow-lists. Names become ids when a list is stored: a name that is given up and taken by somebody else lets nobody
 * in.
 */
@Component
class AllowListTable {
    private static final Pattern USER_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int ROWS_PER_STATEMENT = 5_000;
    private static final String ADD = """
            insert into allow_listed (sale_id, user_id)
            select ?, id from account where id = any (cast(? as uuid[])) or username = any (?)
            on conflict do nothing
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    AllowListTable(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Replaces the sale's list, all at once; answers how many accounts are on it. */
    int replace(String saleId, Collection<String> entries) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // two uploads at a time would leave a mixture of both
            jdbc.queryForList("select pg_advisory_xact_lock(hashtextextended('allow-list ' || ?, 0))::text", saleId);
            int removed = remove(saleId);
            int listed = 0;
            for (List<String> some : inParts(entries)) {
                listed += add(saleId, some);
            }
            return listed;
        }));
    }

    /** What looks like an id is one: a name of that form would let its owner onto other people's places. */
    private int add(String saleId, List<String> entries) {
        String[] ids = entries.stream()
                .filter(entry -> USER_ID.matcher(entry).matches())
                .toArray(String[]::new);
        String[] names = entries.stream()
                .filter(entry -> !USER_ID.matcher(entry).matches())
                .toArray(String[]::new);
        return jdbc.update(ADD, saleId, ids, names);
    }

    private static List<List<String>> inParts(Collection<String> entries) {
        List<String> all = List.copyOf(entries);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ROWS_PER_STATEMENT) {
            parts.add(all.subList(from, Math.min(all.size(), from + ROWS_PER_STATEMENT)));
        }
        return parts;
    }

    int count(String saleId) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from allow_listed where sale_id = ?", Integer.class, saleId));
    }

    /** Empties the list; answers how many were on it. */
    int remove(String saleId) {
        return jdbc.update("delete from allow_listed where sale_id = ?", saleId);
    }
}
