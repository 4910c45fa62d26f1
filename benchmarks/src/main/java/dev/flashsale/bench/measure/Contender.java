package dev.flashsale.bench.measure;

import dev.flashsale.bench.axon.IdiomaticServer;
import dev.flashsale.bench.classic.ClassicServer;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.ours.Product;
import dev.flashsale.bench.subject.Baseline;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Who is measured. */
enum Contender {
    PRODUCT("flash sale", Product::start),
    CLASSIC(
            "classic design (b)",
            (data, machine, options) -> Baseline.start(ClassicServer.class, data, machine, options)),
    AXON(
            "idiomatic Axon (a)",
            (data, machine, options) -> Baseline.start(IdiomaticServer.class, data, machine, options));

    private interface Starter {
        Shop start(Path data, Machine machine, List<String> options) throws IOException, InterruptedException;
    }

    private final String label;
    private final Starter starter;

    Contender(String label, Starter starter) {
        this.label = label;
        this.starter = starter;
    }

    String label() {
        return label;
    }

    Shop start(Path data, Machine machine, List<String> options) throws IOException, InterruptedException {
        return starter.start(data, machine, options);
    }
}
