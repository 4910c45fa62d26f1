package dev.flashsale.command.admission.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.platform.problem.ApiProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An uploaded list is read entry by entry and never beyond its bounds. */
class AllowListReaderTest {
    /** Lines without end, of which it counts how many bytes were taken. */
    private static final class EndlessLines extends InputStream {
        private long taken;

        @Override
        public int read() {
            long line = taken / 8;
            int place = (int) (taken % 8);
            taken++;
            return place == 7 ? '\n' : "%07d".formatted(line).charAt(place);
        }
    }

    @Test
    void theFirstColumnOfEachLineIsRead() throws IOException {
        // given a file as a spreadsheet writes it, with a mark, a heading, quotes and empty lines
        String file = "\uFEFFusername,since\r\n\"Ann@example.org\",2024\r\n\r\nbob-2,2025\r\nann@example.org,\r\n";
        assertThat(AllowListReader.csv(bytes(file))).containsExactly("ann@example.org", "bob-2");
    }

    @Test
    void anArrayOfTextsIsRead() {
        assertThat(AllowListReader.json(JsonMapper.shared(), bytes("[\"ann\", \"bob\", \"Ann\"]")))
                .containsExactly("ann", "bob");
    }

    @Test
    void whatIsNoNameIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> AllowListReader.csv(bytes("ann\nno spaces allowed\n")))
                .isInstanceOf(ApiProblem.class)
                .hasMessageContaining("Entry 2");
        for (String broken : new String[] {"[1]", "{}", "[\"ann\"", "[[\"ann\"]]", "", "[null]"}) {
            assertThatThrownBy(() -> AllowListReader.json(JsonMapper.shared(), bytes(broken)))
                    .isInstanceOf(ApiProblem.class);
        }
    }

    @Test
    void aListThatIsTooLongIsNotReadToItsEnd() {
        // given
        EndlessLines lines = new EndlessLines();

        // when, then
        assertThatThrownBy(() -> AllowListReader.csv(lines)).isInstanceOf(ApiProblem.class);
        assertThat(lines.taken).isLessThan(10L * AllowListReader.MOST_ENTRIES);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
