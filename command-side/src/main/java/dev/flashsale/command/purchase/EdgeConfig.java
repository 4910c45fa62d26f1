package dev.flashsale.command.purchase;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the edges hear of stocks: on a node alone from its own transactions, among several from the event store as well. */
@Configuration(proxyBeanMethods = false)
class EdgeConfig {
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false", matchIfMissing = true)
    FeedHealth ownTransactionsTellEverything() {
        return new FeedHealth(() -> true);
    }

    /** Several nodes decide: what they decide comes from the event store, to every node, from its start on. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
    static class Several {
        @Bean
        FeedHealth edgeStreamIsCurrent(ObjectProvider<EventProcessingConfiguration> processing) {
            return new FeedHealth(() -> processing
                    .getObject()
                    .eventProcessor(EdgeStream.NAME, StreamingEventProcessor.class)
                    .map(Several::isCurrent)
                    .orElse(false));
        }

        private static boolean isCurrent(StreamingEventProcessor processor) {
            return processor.isRunning()
                    && !processor.isError()
                    && !processor.processingStatus().isEmpty()
                    && processor.processingStatus().values().stream()
                            .allMatch(segment -> segment.isCaughtUp() && !segment.isErrorState());
        }

        /** Its position is this node's own affair and is forgotten with its latches. */
        @Bean
        ConfigurerModule edgeStreamBeginsNow() {
            return configurer -> configurer.eventProcessing(processing -> processing
                    .registerTokenStore(EdgeStream.NAME, c -> new InMemoryTokenStore())
                    .registerPooledStreamingEventProcessorConfiguration(
                            EdgeStream.NAME,
                            (c, processor) -> processor
                                    .initialToken(source -> source.createHeadToken())
                                    .initialSegmentCount(1)));
        }

        @Bean
        EdgeStream edgeStream(SaleEdges edges, ItemLines lines) {
            return new EdgeStream(edges, lines);
        }
    }
}
