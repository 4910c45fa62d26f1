package dev.flashsale.query.sale;

import dev.flashsale.query.page.Stamp;
import dev.flashsale.query.page.TimedPage;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One sale as this JVM last read it, and the page that shows it. */
final class SaleCopy {
    /** A page, and until when its statuses hold. */
    private record Rendered(TimedPage page, long untilMs) {}

    private final Optional<SaleSnapshot> sale;
    private final boolean stale;
    private final long readAtNanos;
    private volatile @Nullable Rendered rendered;

    private SaleCopy(Optional<SaleSnapshot> sale, boolean stale) {
        this.sale = sale;
        this.stale = stale;
        this.readAtNanos = System.nanoTime();
    }

    static SaleCopy of(Optional<SaleSnapshot> sale) {
        return new SaleCopy(sale, false);
    }

    /** The same content, when it could not be read again. */
    SaleCopy outdated() {
        return new SaleCopy(sale, true);
    }

    /** Empty when there is no such sale. */
    Optional<SaleSnapshot> sale() {
        return sale;
    }

    /** Whether Redis could not be asked when this copy was due. */
    boolean isStale() {
        return stale;
    }

    long ageNanos() {
        return System.nanoTime() - readAtNanos;
    }

    /** The page for this moment; null when there is no such sale. Two threads may render it at once, with one result. */
    @Nullable
    TimedPage page(Stamp now, Function<SaleAnswers.Detail, TimedPage> render) {
        Rendered known = rendered;
        if (known != null && now.epochMs() < known.untilMs()) {
            return known.page();
        }
        if (sale.isEmpty()) {
            return null;
        }
        SaleSnapshot snapshot = sale.get();
        TimedPage page = render.apply(SaleAnswers.Detail.of(snapshot, stale, now.instant(), TimedPage.PLACEHOLDER));
        rendered = new Rendered(page, snapshot.nextChangeMs(now.epochMs()));
        return page;
    }
}
