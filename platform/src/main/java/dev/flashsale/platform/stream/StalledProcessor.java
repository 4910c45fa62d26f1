package dev.flashsale.platform.stream;

import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** A processor that failed waits longer after each failure, up to a minute. Whoever knows better need not wait as long. */
public final class StalledProcessor {
    private StalledProcessor() {}

    /** Lets the processor try again at once, if it is waiting after an error. */
    public static void wake(StreamingEventProcessor processor) {
        boolean waiting = processor.isRunning()
                && processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
        if (waiting) {
            processor.shutDown();
            processor.start();
        }
    }
}
