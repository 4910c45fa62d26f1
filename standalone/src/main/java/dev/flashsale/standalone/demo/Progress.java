package dev.flashsale.standalone.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Keeps telling how far it is: one changing line on a terminal, a new line every two seconds elsewhere. */
final class Progress implements AutoCloseable {
    private static final Duration LIVE = Duration.ofMillis(250);
    private static final Duration PLAIN = Duration.ofSeconds(2);
    private static final String CLEAR_LINE = "\r\033[2K";

    private final PrintWriter out;
    private final boolean live;
    private final Supplier<String> line;
    private final Thread printer;

    Progress(PrintWriter out, boolean live, Supplier<String> line) {
        this.out = out;
        this.live = live;
        this.line = line;
        this.printer = Thread.startVirtualThread(this::keepPrinting);
    }

    private void keepPrinting() {
        while (!Thread.currentThread().isInterrupted()) {
            print();
            Pause.of(live ? LIVE : PLAIN);
        }
    }

    private void print() {
        out.print(live ? CLEAR_LINE + line.get() : line.get() + System.lineSeparator());
        out.flush();
    }

    @Override
    public void close() throws InterruptedException {
        printer.interrupt();
        printer.join();
        print();
        if (live) {
            out.println();
        }
    }
}
