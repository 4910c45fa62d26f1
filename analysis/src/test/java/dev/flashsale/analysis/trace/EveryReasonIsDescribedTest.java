package dev.flashsale.analysis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.GateReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An analyst who meets a reason in the attempts log finds it in its description. */
class EveryReasonIsDescribedTest {
    @Test
    void theAttemptsLogsPageListsThemAll() throws IOException {
        // given
        String page = Files.readString(Path.of("../docs/attempts.md"));

        // then
        for (GateReason reason : GateReason.values()) {
            assertThat(page).contains("`" + reason.name() + "`");
        }
        assertThat(page)
                .contains("`SOLD_OUT`", "`NOT_OPEN`", "`ENDED`", "`CANCELLED`", "`UNKNOWN_OFFER`")
                .contains("`" + Attempt.OVERLOADED + "`");
    }
}
