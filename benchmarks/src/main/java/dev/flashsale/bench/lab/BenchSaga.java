package dev.flashsale.bench.lab;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** As long a life and as much to remember as a purchase: reserved, ordered, paid. It sends nothing. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class BenchSaga {
    /** Sagas that came to their end in this process. */
    static final AtomicLong ENDED = new AtomicLong();

    private String purchaseId = "";
    private String deadlineId = "";
    private final List<String> held = new ArrayList<>();

    /** Units were reserved. */
    public record Reserved(String purchaseId, String stockId) {}

    /** An order was placed. */
    public record Ordered(String purchaseId, String deadlineId) {}

    /** It was paid. */
    public record Paid(String purchaseId) {}

    /** For Axon, which makes one for each beginning. */
    public BenchSaga() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "purchaseId")
    void on(Reserved event) {
        purchaseId = event.purchaseId();
        held.add(event.stockId());
    }

    @SagaEventHandler(associationProperty = "purchaseId")
    void on(Ordered event) {
        deadlineId = event.deadlineId();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "purchaseId")
    void on(Paid event) {
        held.clear();
        long unused = ENDED.incrementAndGet();
    }

    @Override
    public String toString() {
        return purchaseId + " " + deadlineId + " " + held;
    }
}
