package dev.flashsale.query.recovery;

import dev.flashsale.platform.stream.StalledProcessor;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Resets a projection and lets it follow all events again. */
@Component
public class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Configuration axon;

    Rebuild(Configuration axon) {
        this.axon = axon;
    }

    /**
     * Starts the rebuild; the replay goes on in the background.
     *
     * @return false when another process holds the projection, and rebuilds it itself
     */
    public boolean start(String projection) {
        StreamingEventProcessor processor = processor(projection);
        processor.shutDown();
        try {
            processor.resetTokens();
            return true;
        } catch (UnableToClaimTokenException e) {
            LOG.info("{} is held by another process", projection);
            return false;
        } finally {
            processor.start();
        }
    }

    /** Lets a processor that waits after an error try again at once. */
    void wake(String projection) {
        StalledProcessor.wake(processor(projection));
    }

    /**
     * The processor that keeps a projection.
     *
     * @throws IllegalStateException there is none, and with it no projection
     */
    public StreamingEventProcessor processor(String projection) {
        return axon.eventProcessingConfiguration()
                .eventProcessor(projection, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no streaming event processor is named " + projection));
    }
}
