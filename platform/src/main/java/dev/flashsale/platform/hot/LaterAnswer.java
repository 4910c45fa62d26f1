package dev.flashsale.platform.hot;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer that is promised and not given yet. The first of answer, time-out and broken connection counts. */
public final class LaterAnswer implements AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(LaterAnswer.class);

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AsyncContext context;
    private final AnswerWriter writer;
    private final Supplier<HotAnswer> whenTooLate;
    private final HotMeters.Start start;

    LaterAnswer(AsyncContext context, AnswerWriter writer, Supplier<HotAnswer> whenTooLate, HotMeters.Start start) {
        this.context = context;
        this.writer = writer;
        this.whenTooLate = whenTooLate;
        this.start = start;
    }

    /** Sends the answer, unless it is too late. Never throws: whoever completes many must get to the last. */
    public void complete(HotAnswer answer) {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        try {
            start.answered(answer.status());
            writer.write(answer);
        } catch (IOException | RuntimeException e) {
            // the shopper has gone; what was decided stays decided
            LOG.debug("An answer could not be sent", e);
        } finally {
            finish();
        }
    }

    private void finish() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.debug("A request had ended before its answer", e);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        complete(whenTooLate.get());
    }

    @Override
    public void onError(AsyncEvent event) {
        open.set(false);
        finish();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        open.set(false);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
