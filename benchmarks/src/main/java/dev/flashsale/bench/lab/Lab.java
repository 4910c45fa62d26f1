package dev.flashsale.bench.lab;

import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.machine.Processes;
import dev.flashsale.bench.subject.BaselineJvm;
import dev.flashsale.bench.subject.ChildJvm;
import dev.flashsale.standalone.stores.DataDirectory;
import dev.flashsale.standalone.stores.EmbeddedStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** A process that measures parts of the product and tells what it found, line by line. */
public final class Lab {
    /** Begins a line with a measured value: the series, the value, and the cores that others used. */
    public static final String VALUE = "VALUE\t";

    private final Machine machine = new Machine();

    private Lab() {}

    /** What a part's measurement needs to know; both sides of it are exercised for {@code warmUp} before. */
    record Task(ConfigurableApplicationContext product, Lab lab, int rounds, int seconds, Duration warmUp) {}

    /** Measures: what, in which directory, how many rounds, how many seconds each, how many seconds of warm-up. */
    public static void main(String[] arguments) throws Exception {
        Lab lab = new Lab();
        try (DataDirectory data = DataDirectory.open(Path.of(arguments[1]));
                EmbeddedStores stores = new EmbeddedStores(data);
                ConfigurableApplicationContext product = BaselineJvm.start(LabApplication.class, stores, Map.of())) {
            lab.machine.add(Processes.of(0, data.root()));
            Task task = new Task(
                    product,
                    lab,
                    Integer.parseInt(arguments[2]),
                    Integer.parseInt(arguments[3]),
                    Duration.ofSeconds(Long.parseLong(arguments[4])));
            if (arguments[0].equals("append")) {
                Appends.measure(task);
            } else {
                Sagas.measure(task);
            }
            ChildJvm.ready("");
        }
        System.exit(0);
    }

    Machine.Watch watch() {
        return machine.watch();
    }

    void tell(String series, double value, Machine.Watch watch) {
        System.out.printf(Locale.ROOT, "%s%s\t%f\t%f%n", VALUE, series, value, watch.others());
    }
}
