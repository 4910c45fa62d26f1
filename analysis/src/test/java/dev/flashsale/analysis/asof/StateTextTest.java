package dev.flashsale.analysis.asof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.attempt.GateReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who was turned away at the gate is told apart from whom the edge refused. */
class StateTextTest {
    @Test
    void everyReasonOfTheGateIsCountedAtTheGate() {
        // given
        Map<String, Long> edge = new TreeMap<>(Map.of("SOLD_OUT", 7L, "OVERLOADED", 2L));
        for (GateReason reason : GateReason.values()) {
            edge.put(reason.name(), 1L + reason.ordinal());
        }
        SaleState state =
                new SaleState("sale-1", "Pens", "OPEN", List.of(), Map.of(), Map.of(), Map.of(), edge, 0, "EUR");

        // when
        StringWriter text = new StringWriter();
        StateText.state(state, new PrintWriter(text, true));

        // then
        assertThat(text.toString()).contains("At the edge  OVERLOADED 2 · SOLD_OUT 7\n");
        String gate = text.toString()
                .lines()
                .filter(line -> line.contains("At the gate"))
                .findFirst()
                .orElse("");
        for (GateReason reason : GateReason.values()) {
            assertThat(gate).contains(reason.name() + " " + (1 + reason.ordinal()));
            assertThat(state.figures()).containsEntry("refused at the gate " + reason.name(), 1L + reason.ordinal());
        }
    }
}
