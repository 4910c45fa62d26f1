package dev.flashsale.standalone.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.AxonServerSource;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxonServerSourceTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00.250Z");

    @Test
    void allEventsOfAnAxonServerAreReadAndNothingIsWritten() throws Exception {
        // given: more than the client asks for at once
        EventDesk desk = new EventDesk(IntStream.range(0, 12_000)
                .mapToObj(AxonServerSourceTest::opened)
                .toList());
        List<RawEvent> raw = new ArrayList<>();
        List<StoredEvent> loaded = new ArrayList<>();

        // when
        try (Running server = new Running(desk);
                AxonServerSource source = server.source()) {
            assertThat(source.span()).isEqualTo(new Span(0, 11_999));
            source.raw(Span.ALL, raw::add);
            source.events(new Span(3, 4), loaded::add);
        }

        // then
        assertThat(raw)
                .extracting(RawEvent::globalIndex)
                .containsExactlyElementsOf(IntStream.range(0, 12_000)
                        .mapToObj(index -> (long) index)
                        .toList());
        assertThat(raw.getFirst().revision()).isEqualTo("1");
        assertThat(new String(raw.getFirst().metaData())).isEqualTo("{\"correlationId\":\"c\",\"hops\":2}");
        assertThat(loaded)
                .containsExactly(
                        new StoredEvent(3, "sale-3", 0, "event-3", AT, new FlashSaleOpened("sale-3", AT)),
                        new StoredEvent(4, "sale-4", 0, "event-4", AT, new FlashSaleOpened("sale-4", AT)));
        assertThat(desk.writes()).isZero();
    }

    @Test
    void anEmptyAxonServerHasNoEvents() throws Exception {
        try (Running server = new Running(new EventDesk(List.of()));
                AxonServerSource source = server.source()) {
            List<RawEvent> raw = new ArrayList<>();
            source.raw(Span.ALL, raw::add);
            assertThat(source.span()).isEqualTo(Span.NONE);
            assertThat(raw).isEmpty();
        }
    }

    @Test
    void anAxonServerThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> AxonServerSource.open("127.0.0.1", 1, "default", null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Axon Server 127.0.0.1:1");
    }

    private static Event opened(int number) {
        String saleId = "sale-" + number;
        return Event.newBuilder()
                .setMessageIdentifier("event-" + number)
                .setAggregateIdentifier(saleId)
                .setAggregateType("FlashSale")
                .setTimestamp(AT.toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(FlashSaleOpened.class.getName())
                        .setRevision("1")
                        .setData(ByteString.copyFromUtf8("{\"saleId\":\"%s\",\"at\":\"%s\"}".formatted(saleId, AT))))
                .putMetaData(
                        "correlationId",
                        MetaDataValue.newBuilder().setTextValue("c").build())
                .putMetaData(
                        "hops", MetaDataValue.newBuilder().setNumberValue(2).build())
                .build();
    }

    /** A server of the platform and event desks only. */
    private static final class Running implements AutoCloseable {
        private final Server server;

        Running(EventDesk desk) throws IOException {
            server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                    .addService(new PlatformDesk())
                    .addService(desk)
                    .build()
                    .start();
        }

        AxonServerSource source() throws IOException {
            return AxonServerSource.open("127.0.0.1", server.getPort(), "default", null);
        }

        @Override
        public void close() throws InterruptedException {
            server.shutdownNow().awaitTermination();
        }
    }
}
