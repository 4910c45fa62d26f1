package dev.flashsale.analysis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderId\":\"o\" , \"at\":\"2026-11-21T12:00:00.123456Z\",\"note\":\"\u79d2\u6740 }\"}",
                "{}",
                "",
                "{\"torn\":",
                "{\n}",
                "{} {}",
                "\"text\"",
                "\u0001"
            })
    void payloadsKeepEveryByte(String payload) throws IOException {
        // given
        RawEvent event = new RawEvent(
                7,
                Instant.parse("2026-11-21T12:00:00.123456Z"),
                "any.Type",
                null,
                "Order",
                "o",
                3,
                "e",
                payload.getBytes(StandardCharsets.UTF_8),
                "{\"traceId\":\"t\"}".getBytes(StandardCharsets.UTF_8));

        // when
        byte[] line = EventLine.write(event);
        RawEvent read = EventLine.read(line);

        // then
        assertThat(line).doesNotContain('\n');
        assertThat(read.payload()).isEqualTo(event.payload());
        assertThat(read.metaData()).isEqualTo(event.metaData());
        assertThat(read).usingRecursiveComparison().isEqualTo(event);
    }
}
