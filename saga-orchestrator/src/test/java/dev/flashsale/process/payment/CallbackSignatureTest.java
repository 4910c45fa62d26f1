package dev.flashsale.process.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackSignatureTest {
    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final byte[] BODY = "{\"paymentId\":\"pay_1\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void itsOwnSignatureIsValid() {
        // given
        CallbackSignature signature = at(NOW);
        // then
        assertThat(signature.isValid(signature.sign(BODY), BODY)).isTrue();
    }

    @Test
    void everyChangedByteOfTheBodyIsNoticed() {
        // given
        CallbackSignature signature = at(NOW);
        String header = signature.sign(BODY);
        for (int i = 0; i < BODY.length; i++) {
            // when
            byte[] forged = BODY.clone();
            forged[i] ^= 1;
            // then
            assertThat(signature.isValid(header, forged)).as("byte %d", i).isFalse();
        }
    }

    @Test
    void everyChangedCharacterOfTheHeaderIsNoticed() {
        // given
        CallbackSignature signature = at(NOW);
        String header = signature.sign(BODY);
        for (int i = 0; i < header.length(); i++) {
            // when
            String forged = header.substring(0, i) + (char) (header.charAt(i) ^ 1) + header.substring(i + 1);
            // then
            assertThat(signature.isValid(forged, BODY)).as("character %d", i).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void anOldOrFutureCallbackIsRefused(long seconds) {
        // given
        String header = at(NOW).sign(BODY);
        // when
        CallbackSignature later = at(NOW.plus(Duration.ofSeconds(seconds)));
        // then
        assertThat(later.isValid(header, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1", "v1=00", "t=1,v1=xyz", "t=99999999999999999999,v1=00"})
    void aMalformedHeaderIsRefused(String header) {
        assertThat(at(NOW).isValid(header, BODY)).isFalse();
    }

    @Test
    void aShortSecretStopsTheStart() {
        assertThatThrownBy(() -> new CallbackSignature("short", Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes");
    }

    private static CallbackSignature at(Instant now) {
        return new CallbackSignature(SECRET, Clock.fixed(now, ZoneOffset.UTC));
    }
}
