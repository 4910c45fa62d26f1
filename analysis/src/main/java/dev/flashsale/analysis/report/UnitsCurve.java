package dev.flashsale.analysis.report;

import dev.flashsale.analysis.ledger.ItemLedger;
import dev.flashsale.analysis.ledger.SaleLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many units were free, held and paid after each event that changed it. */
final class UnitsCurve {
    /** Units from this instant on. */
    record Point(Instant at, long free, long held, long paid) {
        long total() {
            return free + held + paid;
        }

        boolean sameUnits(Point other) {
            return free == other.free && held == other.held && paid == other.paid;
        }
    }

    private final List<Point> points = new ArrayList<>();

    void look(SaleLedger sale, Instant at) {
        long free = 0;
        long held = 0;
        long paid = 0;
        for (ItemLedger item : sale.items().values()) {
            free += item.free();
            held += item.reserved();
            paid += item.sold();
        }
        // writers on several machines have several clocks; a curve that goes back in time cannot be drawn
        Instant notBefore = points.isEmpty() || at.isAfter(points.getLast().at())
                ? at
                : points.getLast().at();
        Point point = new Point(notBefore, free, held, paid);
        if (points.isEmpty() || !points.getLast().sameUnits(point)) {
            points.add(point);
        }
    }

    List<Point> points() {
        return points;
    }

    /** The first instant at which no unit was free, after there had been some. */
    @Nullable
    Instant firstEmpty() {
        boolean filled = false;
        for (Point point : points) {
            filled |= point.free() > 0;
            if (filled && point.free() == 0) {
                return point.at();
            }
        }
        return null;
    }
}
