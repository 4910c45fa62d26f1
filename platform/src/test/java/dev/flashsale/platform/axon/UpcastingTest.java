package dev.flashsale.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.upcast.Upcast;
import dev.flashsale.kernel.upcast.Upcasts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.Test;

class UpcastingTest {
    private static final Upcast PLACED_ADDED = new Upcast(OrderExpired.class, "0", "1", form -> {
        Map<String, Object> next = new HashMap<>(form);
        next.put("placed", true);
        return next;
    });

    @Test
    void servicesReadThroughTheKernelsChain() {
        assertThat(new Upcasting().upcasts()).isSameAs(Upcasts.today());
    }

    /** Through Axon's configuration and the serialiser that the services have. */
    @Test
    void anEventStoredInAnOlderFormIsReadAsTodays() {
        // given
        Configurer configurer = DefaultConfigurer.defaultConfiguration();
        new Upcasting().oldFormsBecomeTodays(new Upcasts(List.of(PLACED_ADDED))).configureModule(configurer);
        EventUpcaster chain = configurer.buildConfiguration().upcasterChain();

        // when
        Object read = read(chain, "0", "{\"orderId\":\"o-1\",\"at\":\"2026-11-21T12:15:00Z\"}");

        // then
        assertThat(read).isEqualTo(new OrderExpired("o-1", true, Instant.parse("2026-11-21T12:15:00Z")));
    }

    /** What the test above would see if nothing were wired. */
    @Test
    void withoutAStepTheOldFormIsReadWrongly() {
        // given
        EventUpcaster none =
                DefaultConfigurer.defaultConfiguration().buildConfiguration().upcasterChain();

        // when
        Object read = read(none, "0", "{\"orderId\":\"o-1\",\"at\":\"2026-11-21T12:15:00Z\"}");

        // then
        assertThat(read).isEqualTo(new OrderExpired("o-1", false, Instant.parse("2026-11-21T12:15:00Z")));
    }

    private static Object read(EventUpcaster chain, String revision, String payload) {
        Serializer serializer =
                new AllowListedJacksonSerializer(Serialization.storedJson(), new AnnotationRevisionResolver());
        GenericDomainEventEntry<byte[]> stored = new GenericDomainEventEntry<>(
                "Order",
                "o-1",
                0,
                "e-1",
                Instant.parse("2026-11-21T12:15:00Z"),
                OrderExpired.class.getName(),
                revision,
                payload.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(stored), serializer, chain)
                .next()
                .getPayload();
    }
}
