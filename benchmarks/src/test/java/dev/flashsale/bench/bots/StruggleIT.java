package dev.flashsale.bench.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.ours.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StruggleIT {
    private static final Contest SMALL = new Contest(30, 3, 4, 20, 15, Duration.ofSeconds(6), Duration.ofSeconds(4), 1);

    @TempDir
    Path directory;

    @Test
    void everyUnitOfASaleGoesToSomebodyAndTheAuditAgrees() throws Exception {
        try (Product product = Product.start(directory.resolve("data"), new Machine(), List.of())) {
            // when
            Outcome open = new Struggle(product, SMALL, Demands.NOTHING).run();

            // then
            assertThat(open.fault()).isEmpty();
            assertThat(open.unitsSold()).isEqualTo(SMALL.units());
        }
    }
}
