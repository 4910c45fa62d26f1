package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Generator;
import dev.flashsale.bench.load.Listener;
import dev.flashsale.bench.load.Load;
import dev.flashsale.bench.load.Pace;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.subject.AotCache;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** The systems that are measured: started when first needed, warm when handed out, stopped in the end. */
public final class Stage implements AutoCloseable {
    private static final int WARM_UP_UNITS = 10_000;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final Settings settings;
    private final Progress progress;
    private final Machine machine = new Machine();
    private final Map<Contender, Shop> warm = new EnumMap<>(Contender.class);
    private final Map<Contender, AotCache> learnt = new EnumMap<>(Contender.class);
    private final List<Shop> started = new ArrayList<>();
    private int directories;

    /** An empty stage. */
    public Stage(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    Settings settings() {
        return settings;
    }

    Progress progress() {
        return progress;
    }

    Machine machine() {
        return machine;
    }

    /** A directory that nobody used yet. */
    Path directory(String name) {
        return settings.work().resolve(name + "-" + directories++);
    }

    /** This system, exercised before; always the same process. */
    Shop warm(Contender contender) throws IOException, InterruptedException {
        Shop known = warm.get(contender);
        if (known != null) {
            return known;
        }
        Shop shop = start(contender, directory(contender.label()));
        warmUp(contender, shop);
        warm.put(contender, shop);
        return shop;
    }

    /**
     * This system in a process of its own, just started; to be closed by the caller, or by the end. As {@code serve} does from
     * its second start on, it profits from what an earlier run of the same build left behind.
     */
    Shop start(Contender contender, Path directory) throws IOException, InterruptedException {
        return start(contender, directory, learnt(contender).using());
    }

    private AotCache learnt(Contender contender) throws IOException, InterruptedException {
        AotCache known = learnt.get(contender);
        if (known != null) {
            return known;
        }
        Path data = directory("learning");
        AotCache cache = new AotCache(data.resolveSibling(data.getFileName() + ".aot"));
        if (AotCache.isPossible()) {
            try (Shop shop = start(contender, data, cache.learning())) {
                warmUp(contender, shop);
                progress.say("stopping %s, which keeps for later starts what it learnt", contender.label());
            }
            boolean unused = FileSystemUtils.deleteRecursively(data);
        }
        learnt.put(contender, cache);
        return cache;
    }

    private Shop start(Contender contender, Path directory, List<String> options)
            throws IOException, InterruptedException {
        progress.say("starting %s", contender.label());
        Shop shop = contender.start(directory, machine, options);
        started.add(shop);
        return shop;
    }

    private void warmUp(Contender contender, Shop shop) throws IOException, InterruptedException {
        Duration part = Duration.ofMillis(settings.warmUpSeconds() * 1_000L / 3);
        progress.say("warming %s up for %d s", contender.label(), settings.warmUpSeconds());
        Sale sale = shop.open(WARM_UP_UNITS);
        Rush unused = Rush.run(shop, sale, WARM_UP_UNITS * 4, Pace.AT_ONCE, part.multipliedBy(2));
        for (byte[] request : List.of(sale.detail(), sale.result(0))) {
            var ignored = Generator.run(
                    shop.target().port(),
                    Rush.CONNECTIONS,
                    Load.same(ENDLESS, request),
                    Pace.AT_ONCE,
                    part.dividedBy(2),
                    Listener.NONE);
        }
    }

    @Override
    public void close() throws IOException {
        for (Shop shop : started) {
            shop.close();
        }
    }
}
