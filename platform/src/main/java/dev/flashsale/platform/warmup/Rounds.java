package dev.flashsale.platform.warmup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Sends requests of every kind, round by round, until their latency is flat or the time is over. */
final class Rounds {
    private final LocalNode node;
    private final ExecutorService threads;
    private final int atOnce;
    private final int requestsPerRound;
    private final List<Measured> kinds = new ArrayList<>();
    private int rounds;
    private int requests;

    /** One kind of request, and how fast it was answered. */
    private record Measured(Exercise exercise, Trend trend) {}

    Rounds(LocalNode node, ExecutorService threads, int atOnce, int requestsPerRound) {
        this.node = node;
        this.threads = threads;
        this.atOnce = atOnce;
        this.requestsPerRound = requestsPerRound;
    }

    /**
     * Runs them all, round by round.
     *
     * @param mayGoOn asked before each kind of request
     * @throws IOException a request was not answered as it must be
     */
    void run(List<Exercise> exercises, BooleanSupplier mayGoOn) throws IOException, InterruptedException {
        exercises.forEach(exercise -> kinds.add(new Measured(exercise, new Trend())));
        while (!isFlat()) {
            for (Measured kind : kinds) {
                if (!mayGoOn.getAsBoolean()) {
                    return;
                }
                kind.trend().add(round(kind.exercise()));
            }
            rounds++;
        }
    }

    boolean isFlat() {
        return kinds.stream().allMatch(kind -> kind.trend().isFlat());
    }

    /** For the log. */
    String summary() {
        return "%d rounds, %d requests; %s"
                .formatted(
                        rounds,
                        requests,
                        kinds.stream()
                                .map(kind -> kind.exercise().name() + " "
                                        + kind.trend().summary())
                                .collect(Collectors.joining(", ")));
    }

    private long[] round(Exercise exercise) throws IOException, InterruptedException {
        long[] nanos = new long[exercise.requestsPerRound(requestsPerRound)];
        AtomicInteger next = new AtomicInteger();
        int first = requests;
        List<Future<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            workers.add(threads.submit(() -> {
                int mine;
                while ((mine = next.getAndIncrement()) < nanos.length) {
                    long begun = System.nanoTime();
                    exercise.send(node, first + mine);
                    nanos[mine] = System.nanoTime() - begun;
                }
                return mine;
            }));
        }
        for (Future<Integer> worker : workers) {
            await(worker);
        }
        requests += nanos.length;
        return nanos;
    }

    private static void await(Future<Integer> worker) throws IOException, InterruptedException {
        try {
            int unused = worker.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
