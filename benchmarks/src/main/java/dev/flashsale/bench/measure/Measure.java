package dev.flashsale.bench.measure;

import dev.flashsale.bench.report.Row;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Measures one thing and what stands beside it. */
public interface Measure {
    /** How {@code --only} names it. */
    String name();

    /** About how long it takes on a quiet machine with two cores. */
    double expectedSeconds(Settings settings);

    /** Takes its measurements, round by round. */
    List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException;
}
