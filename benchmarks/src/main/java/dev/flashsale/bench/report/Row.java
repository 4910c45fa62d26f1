package dev.flashsale.bench.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param figure what was measured
 * @param beside what was measured in the same rounds to compare it with
 * @param others cores that other processes used meanwhile
 * @param fault why the figure is void; empty when it is not
 */
public record Row(
        String figure,
        String unit,
        Spread measured,
        String besideName,
        @Nullable Spread beside,
        @Nullable Goal goal,
        double others,
        String fault) {
    /** The line of something that could not be measured. */
    public static Row failed(String what, Exception failure) {
        return new Row(what, "", new Spread(List.of()), "", null, null, 0, "not measured: " + failure);
    }

    /** The figure through what stands beside it; NaN without. */
    public double ratio() {
        return beside == null ? Double.NaN : measured.median() / beside.median();
    }

    /** What the goal is about. */
    public double judged() {
        return goal != null && goal.of() == Goal.Of.RATIO ? ratio() : measured.median();
    }

    /** VOID, or how the goal was reached; empty without a goal. */
    public String verdict() {
        if (!fault.isEmpty()) {
            return "VOID: " + fault;
        }
        return goal == null ? "" : goal.verdict(judged());
    }
}
