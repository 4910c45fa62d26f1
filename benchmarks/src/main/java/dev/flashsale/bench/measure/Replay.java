package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Pace;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.subject.Http;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All projections read the whole event store again, at once, while the server runs. */
final class Replay implements Measure {
    @Override
    public String name() {
        return "replay";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return settings.rounds() * 12.0;
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException {
        Shop shop = stage.warm(Contender.PRODUCT);
        Series replay = new Series("replay into all projections", "events/s");
        Series redis = new Series("Redis, pipelined SETs of 200 bytes", "/s");
        Sale sale = shop.open(stage.settings().units());
        Rush rush = Rush.run(shop, sale, sale.units(), Pace.AT_ONCE, Duration.ofMinutes(2));
        replay.fault(rush.fault(shop, sale));
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            Machine.Watch raw = stage.machine().watch();
            redis.add(
                    Http.post(shop.target(), "/bench/redis", "{}", 200)
                            .path("perSecond")
                            .asDouble(),
                    raw.others());
            Machine.Watch watch = stage.machine().watch();
            JsonNode answer = Http.post(shop.target(), "/bench/replay", "{}", 200);
            double rate =
                    answer.path("events").asDouble() / answer.path("seconds").asDouble();
            replay.add(rate, watch.others());
            replay.fault(shop.audit(sale, rush.accepted()));
            stage.progress()
                    .say(
                            "replay, round %d of %d: %,d events, %,.0f/s",
                            round,
                            stage.settings().rounds(),
                            answer.path("events").asLong(),
                            rate);
        }
        return List.of(replay.beside(redis, Goal.atLeast(50_000, 100_000)));
    }
}
