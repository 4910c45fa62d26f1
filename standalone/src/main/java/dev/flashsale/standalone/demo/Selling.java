package dev.flashsale.standalone.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A demonstration's sale from its schedule to the verdict, wherever the system runs. */
record Selling(DemoInput input, PrintWriter out, @Nullable Path clientLog) {
    /**
     * Sells, prints the verdict, and answers whether it holds.
     *
     * @param database absent when nothing but the shoppers' answers can be judged
     */
    boolean at(URI uri, String merchantName, String password, @Nullable Database database)
            throws IOException, InterruptedException, SQLException {
        try (ClientLogFile file = clientLog == null ? ClientLogFile.nothing() : ClientLogFile.to(clientLog)) {
            return at(uri, merchantName, password, database, new ClientLog(file));
        }
    }

    private boolean at(URI uri, String merchantName, String password, @Nullable Database database, ClientLog log)
            throws IOException, InterruptedException, SQLException {
        try (Shop shop = new Shop(uri, log)) {
            Merchant merchant = Merchant.login(shop, merchantName, password);
            DemoRun run = new DemoRun(shop, log, merchant, input.plan(), out, Boolean.getBoolean("flashsale.terminal"));
            out.printf(
                    "%s at %s: %,d units of %,d items, %,d shoppers, seed %d%n",
                    input.plan().title(),
                    uri,
                    input.plan().totalUnits(),
                    input.plan().items().size(),
                    input.shoppers(),
                    input.seed());
            String saleId = run.run(input.shoppers(), (sale, shoppers) -> input.crowd(shop, sale, shoppers));
            log.file().complete(saleId);
            return database == null ? withoutEvents(log) : verdict(Verdict.on(saleId, database, log));
        }
    }

    private boolean verdict(Verdict verdict) {
        out.println(verdict);
        out.flush();
        return verdict.holds();
    }

    private boolean withoutEvents(ClientLog log) {
        log.contradictions().forEach(out::println);
        out.printf(
                "Paid %,d of %,d units · purchases accepted %,d, refused %s · %,d contradictions. Events and rows not read.%n",
                log.paidUnits(),
                input.plan().totalUnits(),
                log.accepted(),
                log.refusals(),
                log.contradictions().size());
        out.flush();
        return log.contradictions().isEmpty() && log.paidUnits() <= input.plan().totalUnits();
    }
}
