package dev.flashsale.command.purchase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flashsale.kernel.stock.StockId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks stocks for their levels, by a thread of its own: shoppers wait for the intake's. */
@Component
class StockLevels {
    private static final Logger LOG = LoggerFactory.getLogger(StockLevels.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final StockCommands stocks;
    private final Cache<StockId, Boolean> askedLately =
            Caffeine.newBuilder().expireAfterWrite(ASK_AGAIN_AFTER).build();
    private final ExecutorService asker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("stock-levels").daemon().factory());

    StockLevels(StockCommands stocks) {
        this.stocks = stocks;
    }

    /** Has it know the bucket soon. A stock that does not answer is asked again, but not all the time. */
    void teach(UnitsLeft left, StockId stockId) {
        if (!asker.isShutdown() && askedLately.asMap().putIfAbsent(stockId, true) == null) {
            asker.execute(() -> ask(left, stockId));
        }
    }

    private void ask(UnitsLeft left, StockId stockId) {
        try {
            left.learn(stockId.bucket(), stocks.level(stockId).availableUnits());
        } catch (RuntimeException e) {
            LOG.debug("{} does not tell its level; nobody is turned away because of it", stockId, e);
        }
    }

    @PreDestroy
    void stop() {
        asker.shutdownNow();
    }
}
