package dev.flashsale.query.purchase;

import dev.flashsale.kernel.purchase.PurchaseResult;
import java.io.IOException;
import java.time.Clock;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One listener. Sends every newer state once, and ends with a final one. */
final class PurchaseStream {
    private final SseEmitter emitter;
    private final Clock clock;
    private final String purchaseId;
    private long sentIndex = -1;

    PurchaseStream(String purchaseId, SseEmitter emitter, Clock clock) {
        this.purchaseId = purchaseId;
        this.emitter = emitter;
        this.clock = clock;
    }

    String purchaseId() {
        return purchaseId;
    }

    synchronized void send(PurchaseResult result, boolean stale) {
        if (result.asOfIndex() <= sentIndex) {
            return;
        }
        sentIndex = result.asOfIndex();
        write(SseEmitter.event()
                .name("purchase")
                .id(Long.toString(sentIndex))
                .data(PurchaseAnswer.of(result, stale, clock.instant())));
        if (PurchaseAnswer.isFinal(result.status())) {
            emitter.complete();
        }
    }

    synchronized void beat() {
        write(SseEmitter.event().comment("alive"));
    }

    void end() {
        emitter.complete();
    }

    private void write(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            // the listener has gone, or the stream ended in the meantime
            emitter.completeWithError(e);
        }
    }
}
