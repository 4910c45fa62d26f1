package dev.flashsale.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Sends a load over many connections with one thread. It costs ten-odd microseconds a request, because it shares the
 * machine with what it measures.
 */
public final class Generator {
    private static final long LAST_ANSWERS_NANOS = Duration.ofSeconds(15).toNanos();

    private final Load load;
    private final Pace pace;
    private final Listener listener;
    private final long startNanos;
    private final long endNanos;
    private final Outcome outcome;
    private final Deque<Line> idle = new ArrayDeque<>();
    private int next;
    private int underWay;

    private Generator(Load load, Pace pace, Duration most, Listener listener) {
        this.load = load;
        this.pace = pace;
        this.listener = listener;
        this.startNanos = System.nanoTime();
        this.endNanos = startNanos + most.toNanos();
        this.outcome = new Outcome(startNanos);
    }

    /**
     * Runs until everything is answered, or until the time is over and what was sent by then is answered.
     *
     * @param most no request goes out later than this after the start
     */
    public static Outcome run(int port, int connections, Load load, Pace pace, Duration most, Listener listener)
            throws IOException {
        try (Selector selector = Selector.open()) {
            List<Line> lines = new ArrayList<>(connections);
            for (int i = 0; i < connections; i++) {
                lines.add(new Line(selector, port));
            }
            Generator generator = new Generator(load, pace, most, listener);
            generator.idle.addAll(lines);
            generator.loop(selector);
            for (Line line : lines) {
                line.close();
            }
            return generator.outcome;
        }
    }

    private void loop(Selector selector) throws IOException {
        while (true) {
            long now = System.nanoTime();
            sendWhatIsDue(now);
            if (underWay == 0 && (next >= load.most() || now >= endNanos)) {
                return;
            }
            if (now >= endNanos + LAST_ANSWERS_NANOS) {
                giveUp(now);
                return;
            }
            // an open model has to look at its clock; a millisecond late is part of the latency that is reported
            int unused = selector.select(this::read, pace.isOpen() ? 1 : 100);
        }
    }

    private void sendWhatIsDue(long now) throws IOException {
        while (!idle.isEmpty() && next < load.most()) {
            long intended = pace.isOpen() ? startNanos + pace.dueNanos(next) : now;
            if (intended > now || intended >= endNanos) {
                return;
            }
            underWay++;
            send(idle.removeLast(), next++, intended);
        }
    }

    private void send(Line line, int request, long intended) throws IOException {
        try {
            line.send(request, load.request().apply(request), intended);
        } catch (IOException lost) {
            again(line, lost);
        }
    }

    private void read(SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            if (!line.answerIsComplete()) {
                return;
            }
            done(line, line.takeStatus());
        } catch (IOException lost) {
            again(line, lost);
        }
    }

    /** A server may close an idle connection at any time; every request here may be repeated without harm, once. */
    private void again(Line line, IOException lost) {
        try {
            line.reopen();
            if (!line.waits()) {
                return;
            }
            if (line.wasSecondTry()) {
                done(line, 0);
            } else {
                line.send(line.request(), load.request().apply(line.request()), line.intendedNanos());
            }
        } catch (IOException gone) {
            gone.addSuppressed(lost);
            throw new IllegalStateException("the server is gone", gone);
        }
    }

    private void done(Line line, int status) {
        long now = System.nanoTime();
        underWay--;
        outcome.add(status, line.intendedNanos(), now);
        listener.answered(line.request(), status, now);
        idle.addLast(line);
    }

    private void giveUp(long now) {
        for (; underWay > 0; underWay--) {
            outcome.add(0, startNanos, now);
        }
    }
}
