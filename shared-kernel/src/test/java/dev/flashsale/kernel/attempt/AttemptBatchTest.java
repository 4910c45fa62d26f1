package dev.flashsale.kernel.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttemptBatchTest {
    private static final String USER = "00000000-0000-0000-0000-000000000001";

    @Test
    void whatIsWrittenIsReadBackInTheSameOrder() {
        // given attempts of every shape
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            attempts.add(any(random));
        }
        // when
        List<Attempt> read = AttemptBatch.decode(AttemptBatch.FORMAT, AttemptBatch.encode(attempts));
        // then
        assertThat(read).as("seed " + seed).isEqualTo(attempts);
    }

    @Test
    void theFormatStaysAsItWasApproved() {
        // given
        List<Attempt> two = List.of(
                new Attempt(1_000, "s", USER, true, "tea", 1, "SOLD_OUT", null),
                new Attempt(1_001, "s", "bob", false, null, 0, "SOLD_OUT", null));
        // when
        String bytes = HexFormat.of().formatHex(AttemptBatch.encode(two));
        // then
        assertThat(bytes)
                .isEqualTo("d00f" + "01" + "02" + "02000173" + "0200037465" + "61" + "020008534f4c445f4f5554"
                        + "0100000000000000000000000000000001" + "00"
                        + "02" + "00" + "00" + "03" + "00" + "05" + "0200" + "03626f62" + "00");
    }

    @Test
    void anAttemptOfAWellKnownKindTakesFewerThanFiftyBytes() {
        // given
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            attempts.add(new Attempt(
                    1_800_000_000_000_000L + i * 50L,
                    "0190a0b0-sale",
                    UUID.randomUUID().toString(),
                    false,
                    "tea",
                    1,
                    "SOLD_OUT",
                    UUID.randomUUID().toString()));
        }
        // then
        assertThat(AttemptBatch.encode(attempts)).hasSizeLessThan(50_000);
    }

    @Test
    void damagedBytesAreNotReadAsIfTheyWereWhole() {
        // given
        byte[] bytes = AttemptBatch.encode(List.of(any(new Random(1)), any(new Random(2))));
        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttemptBatch.decode(AttemptBatch.FORMAT, Arrays.copyOf(bytes, bytes.length - 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> AttemptBatch.decode(2, bytes));
    }

    @Test
    void theTimeIsExactToTheMicrosecond() {
        Instant at = Instant.parse("2026-11-11T00:00:00.123456Z");
        assertThat(new Attempt(Attempt.micros(at), "s", null, false, null, 0, "ENDED", null).at())
                .isEqualTo(at);
    }

    private static Attempt any(Random random) {
        return new Attempt(
                random.nextLong() >> random.nextInt(40),
                text(random, "sale"),
                random.nextInt(5) == 0 ? null : id(random),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? null : text(random, "offer"),
                random.nextInt() >> random.nextInt(32),
                text(random, "REASON"),
                random.nextInt(5) == 0 ? null : id(random));
    }

    private static String text(Random random, String start) {
        return start + "-é-" + random.nextInt(4);
    }

    private static @Nullable String id(Random random) {
        String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
        return switch (random.nextInt(3)) {
            case 0 -> uuid.toUpperCase(java.util.Locale.ROOT);
            case 1 -> "x" + uuid.substring(1);
            default -> uuid;
        };
    }
}
