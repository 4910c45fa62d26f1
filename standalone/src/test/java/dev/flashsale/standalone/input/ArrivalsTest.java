package dev.flashsale.standalone.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {
    @Test
    void requestsAreCountedPerSecond() throws Exception {
        // when
        Arrivals arrivals = read("0,4\n1,0\n2,7\n");

        // then
        assertThat(arrivals.perSecond()).containsExactly(4, 0, 7);
        assertThat(arrivals.total()).isEqualTo(11);
        assertThat(arrivals.seconds()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,4  | line 2: second must be 0, and is 1",
                "0,-4 | line 2: requests must be a whole number",
                "0    | line 2: 1 fields instead of 2",
                "x,4  | line 2: second must be a whole number",
            })
    void aWrongLineIsNamedWithItsNumber(String line, String message) {
        assertThatThrownBy(() -> read(line + "\n")).hasMessageStartingWith("crowd.csv, " + message);
    }

    @Test
    void anEmptyRecordingIsRefused() {
        assertThatThrownBy(() -> read("")).hasMessage("crowd.csv, line 2: there is nothing below the header");
    }

    private static Arrivals read(String lines) throws IOException {
        return Arrivals.read("crowd.csv", new StringReader("second,requests\n" + lines));
    }
}
