package dev.flashsale.analysis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.trace.Trace.EdgeRefusal;
import dev.flashsale.kernel.attempt.GateReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a shopper reads who asks why they never got to a stock. */
class TraceTextTest {
    @Test
    void everyReasonOfTheGateIsSaidInWords() {
        // given
        List<EdgeRefusal> refusals = Stream.of(GateReason.values())
                .map(reason -> new EdgeRefusal(Instant.EPOCH, "sale-1", "pen", reason.name(), true))
                .toList();

        // when
        StringWriter text = new StringWriter();
        TraceText.print(new Trace("ann", List.of(), refusals, List.of()), new PrintWriter(text, true));

        // then
        for (GateReason reason : GateReason.values()) {
            assertThat(text.toString()).contains(reason.name() + "  pen  (at the gate: " + reason.meaning() + ")");
        }
    }
}
