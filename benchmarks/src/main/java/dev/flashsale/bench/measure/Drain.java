package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Pace;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.subject.Rows;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The whole of a sale, warm: units by the time from the first request until the last order can be read. */
final class Drain implements Measure {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** The idiomatic baseline drains so slowly that fewer units tell its rate as well. */
    private static final int AXON_SHARE = 5;

    private static final String EVENT_BYTES = "select pg_total_relation_size('domain_event_entry')";

    private record Figures(Series drained, Series answered) {
        static Figures of(Contender contender) {
            return new Figures(
                    new Series(contender.label() + ", orders drained, warm", "/s"),
                    new Series(contender.label() + ", answers while it drains", "/s"));
        }
    }

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return settings.rounds() * (settings.units() / 6_000.0 * 2 + settings.units() / AXON_SHARE / 300.0 + 8)
                + 3.0 * (settings.warmUpSeconds() + 15);
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException {
        Map<Contender, Figures> figures = new EnumMap<>(Contender.class);
        for (Contender contender : Contender.values()) {
            figures.put(contender, Figures.of(contender));
        }
        Series bytes = new Series("event store, bytes per purchase", "bytes");
        List<Contender> order = new ArrayList<>(List.of(Contender.values()));
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            for (Contender contender : order) {
                Shop shop = stage.warm(contender);
                long before = contender == Contender.PRODUCT ? Rows.count(shop.target(), EVENT_BYTES) : 0;
                Figures ofIt = Objects.requireNonNull(figures.get(contender));
                int accepted = drain(stage, shop, contender, ofIt);
                if (contender == Contender.PRODUCT) {
                    bytes.add((Rows.count(shop.target(), EVENT_BYTES) - before) / (double) accepted, 0);
                }
                stage.progress()
                        .say(
                                "drain, round %d of %d: %s %,.0f orders/s",
                                round,
                                stage.settings().rounds(),
                                contender.label(),
                                ofIt.drained().last());
            }
            Collections.reverse(order);
        }
        return rows(figures, bytes);
    }

    private static int drain(Stage stage, Shop shop, Contender contender, Figures figures)
            throws IOException, InterruptedException, SQLException {
        int share = contender == Contender.AXON ? AXON_SHARE : 1;
        Sale sale = shop.open(stage.settings().units() / share);
        Machine.Watch watch = stage.machine().watch();
        Rush rush = Rush.run(shop, sale, stage.settings().shoppers() / share, Pace.AT_ONCE, LONGEST);
        double others = watch.others();
        figures.drained().add(rush.accepted().size() / rush.drainSeconds(), others);
        figures.drained().fault(rush.fault(shop, sale));
        figures.answered().add(rush.outcome().answers() / rush.outcome().seconds(), others);
        return rush.accepted().size();
    }

    private static List<Row> rows(Map<Contender, Figures> figures, Series bytes) {
        Figures ours = Objects.requireNonNull(figures.get(Contender.PRODUCT));
        Figures axon = Objects.requireNonNull(figures.get(Contender.AXON));
        Figures classic = Objects.requireNonNull(figures.get(Contender.CLASSIC));
        return List.of(
                ours.drained().beside(classic.drained(), Goal.ratioAtLeast(2, 3)),
                ours.drained().beside(axon.drained(), Goal.ratioAtLeast(8, 15)),
                ours.answered().beside(classic.answered(), null),
                bytes.row(null));
    }
}
