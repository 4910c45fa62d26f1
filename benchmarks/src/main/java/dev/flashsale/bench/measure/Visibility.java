package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Latencies;
import dev.flashsale.bench.load.Listener;
import dev.flashsale.bench.subject.Http;
import dev.flashsale.bench.subject.Sale;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Follows a few of the accepted purchases from their answer until the result query shows them. */
final class Visibility implements Listener, AutoCloseable {
    private static final double FOLLOWED_PER_SECOND = 25;
    private static final long SHORTEST_PAUSE_NANOS = Duration.ofMillis(2).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Sale sale;
    private final int every;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Long> lags = new ConcurrentLinkedQueue<>();
    private final List<Future<?>> followed = new ArrayList<>();

    Visibility(Sale sale, double perSecond) {
        this.sale = sale;
        this.every = Math.max(1, (int) (perSecond / FOLLOWED_PER_SECOND));
    }

    @Override
    public void answered(int request, int status, long nanoTime) {
        if (status == Rush.ACCEPTED && request % every == 0) {
            followed.add(threads.submit(() -> {
                follow(request, nanoTime);
                return null;
            }));
        }
    }

    private void follow(int request, long answeredNanos) throws IOException, InterruptedException {
        var question = Http.question(sale, request);
        long lag = 0;
        while (Http.status(question) != 200) {
            lag = System.nanoTime() - answeredNanos;
            if (lag > PATIENCE_NANOS) {
                break;
            }
            // a tenth of what was waited so far: precise enough, and few questions while much is to come
            Thread.sleep(Duration.ofNanos(Math.max(SHORTEST_PAUSE_NANOS, lag / 10)));
        }
        lags.add(System.nanoTime() - answeredNanos);
    }

    /** Once all that are followed were seen. */
    Latencies latencies() {
        for (Future<?> each : followed) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a result could not be asked for", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while results were awaited", e);
            }
        }
        return Latencies.of(lags.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() {
        threads.close();
    }
}
