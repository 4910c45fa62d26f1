package dev.flashsale.bench.subject;

import dev.flashsale.bench.machine.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A baseline under test. Both serve the product's purchase request, and keep their orders in one plain table. */
public final class Baseline implements Shop {
    /** Where baselines put units on sale: a path with the sale's id, and the units as a parameter. */
    public static final String SALES_PATH = "/bench/sales/";

    /** The table of their orders. */
    public static final String ORDERS_TABLE = """
            create table if not exists plain_order (
                order_id     varchar(36)              not null primary key,
                sale_id      varchar(64)              not null,
                user_id      varchar(64)              not null,
                offer_id     varchar(64)              not null,
                quantity     integer                  not null,
                amount_minor bigint                   not null,
                placed_at    timestamp with time zone not null,
                unique (sale_id, user_id))""";

    private final Target target;

    private Baseline(Target target) {
        this.target = target;
    }

    /** Starts the one with this main class on this directory. */
    public static Baseline start(Class<?> main, Path data, Machine machine, List<String> options) throws IOException {
        return new Baseline(Target.start(main, data, machine, options));
    }

    @Override
    public Sale open(int units) throws IOException, InterruptedException {
        String saleId = UUID.randomUUID().toString();
        var unused = Http.post(target, SALES_PATH + saleId + "?units=" + units, "{}", 200);
        return new Sale(saleId, units, target);
    }

    @Override
    public String countOrders() {
        return "select count(*) from plain_order where sale_id = ?";
    }

    @Override
    public String audit(Sale sale, Collection<String> accepted) throws SQLException {
        Set<String> stored = stored(sale);
        long lost = accepted.stream().filter(id -> !stored.contains(id)).count();
        if (stored.size() > sale.units()) {
            return "oversold by " + (stored.size() - sale.units());
        }
        return lost > 0 ? lost + " accepted purchases lost" : "";
    }

    private Set<String> stored(Sale sale) throws SQLException {
        Set<String> stored = new HashSet<>();
        try (Connection connection = target.database();
                PreparedStatement query =
                        connection.prepareStatement("select order_id from plain_order where sale_id = ?")) {
            query.setString(1, sale.saleId());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    stored.add(rows.getString(1));
                }
            }
        }
        return stored;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
