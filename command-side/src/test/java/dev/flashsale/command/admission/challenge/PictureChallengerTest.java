package dev.flashsale.command.admission.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.command.admission.challenge.Challenger.Drawn;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PictureChallengerTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant END = Instant.parse("2026-11-21T12:17:00Z");

    private final PictureThread thread = new PictureThread();

    @AfterEach
    void stop() {
        thread.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ChallengeKind.class,
            names = {"SLIDER", "ROTATE", "CLICK"})
    void whatIsShownCanBeSeenAndAnswered(ChallengeKind kind) throws IOException {
        // given
        Challenger challenger = challenger(kind);
        Drawn drawn = drawn(challenger, kind);
        // then
        assertThat(size(drawn.shown().backgroundImage())).containsExactly(Canvas.WIDTH, Canvas.HEIGHT);
        assertThat(size(drawn.shown().templateImage()))
                .containsExactly(drawn.shown().templateWidth(), drawn.shown().templateHeight());
        assertThat(challenger.isRight(drawn.secret(), answer(kind, drawn, 0))).isTrue();
        assertThat(challenger.isRight(drawn.secret(), answer(kind, drawn, 0.005)))
                .isTrue();
        assertThat(challenger.isRight(drawn.secret(), answer(kind, drawn, 0.1))).isFalse();
        assertThat(challenger.isRight(drawn.secret(), answer(kind, drawn, -0.1)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ChallengeKind.class,
            names = {"SLIDER", "ROTATE", "CLICK"})
    void noPictureIsShownTwice(ChallengeKind kind) {
        // given
        Challenger challenger = challenger(kind);
        Set<@Nullable String> pictures = new HashSet<>();
        // when
        for (int i = 0; i < 20; i++) {
            pictures.add(drawn(challenger, kind).shown().backgroundImage());
        }
        // then
        assertThat(pictures).hasSize(20);
    }

    @Test
    void theLibrarysOwnTrackIsAnAnswerToo() {
        // given
        Challenger challenger = challenger(ChallengeKind.SLIDER);
        Drawn drawn = drawn(challenger, ChallengeKind.SLIDER);
        double share = JSON.readTree(drawn.secret()).get("percentage").doubleValue();
        // when a page showed the picture 300 pixels wide
        JsonNode track = JSON.readTree("""
                {"bgImageWidth": 300, "bgImageHeight": 169, "trackList": [
                  {"x": 5, "y": 7, "t": 0, "type": "down"}, {"x": %s, "y": 9, "t": 800, "type": "up"}]}""".formatted(5 + share * 300));
        // then
        assertThat(challenger.isRight(drawn.secret(), track)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "7",
                "\"0.5\"",
                "{\"percentage\": \"0.5\"}",
                "{\"percentage\": null}",
                "{\"percentage\": 1e300}",
                "{\"points\": []}",
                "{\"points\": [{}]}",
                "{\"points\": [{\"x\": 0.5}]}",
                "{\"trackList\": [{\"x\": 1, \"y\": 1}]}",
                "{\"bgImageWidth\": -1, \"bgImageHeight\": 1, \"trackList\": [{\"x\": 1, \"y\": 1}]}",
                "{\"bgImageWidth\": 1, \"bgImageHeight\": 1, \"trackList\": {}}"
            })
    void whatIsNoTrackIsNoAnswer(String sent) {
        for (ChallengeKind kind : List.of(ChallengeKind.SLIDER, ChallengeKind.ROTATE, ChallengeKind.CLICK)) {
            Challenger challenger = challenger(kind);
            assertThat(challenger.isRight(drawn(challenger, kind).secret(), JSON.readTree(sent)))
                    .isFalse();
        }
    }

    @Test
    void picturesAreDrawnAheadUpToABound() {
        // given
        AtomicInteger drawn = new AtomicInteger();
        PicturePool pool = new PicturePool(() -> picture(drawn.incrementAndGet()), 5, thread::later);
        // when
        assertThat(pool.take()).isNotNull();
        // then
        await().until(() -> pool.ready() == 5);
        assertThat(drawn.get()).isLessThanOrEqualTo(7);
        assertThat(pool.take()).isNotNull();
    }

    @Test
    void whenNoneIsReadyOneIsDrawnOnTheSpot() {
        // given nobody draws ahead
        ConcurrentLinkedQueue<Runnable> later = new ConcurrentLinkedQueue<>();
        PicturePool pool = new PicturePool(() -> picture(1), 5, later::add);
        // then
        assertThat(pool.take()).isNotNull();
        assertThat(pool.take()).isNotNull();
        assertThat(later).as("asked once to draw ahead").hasSize(1);
    }

    private Challenger challenger(ChallengeKind kind) {
        PictureConfig config = new PictureConfig();
        return switch (kind) {
            case SLIDER -> config.slider(thread);
            case ROTATE -> config.rotate(thread);
            default -> config.click(thread);
        };
    }

    private static Drawn drawn(Challenger challenger, ChallengeKind kind) {
        return Objects.requireNonNull(challenger.draw(new ChallengePolicy(kind, List.of(), 3, 120_000, 0), false, END));
    }

    private static Drawn picture(int number) {
        return new Drawn(Presentation.question("q", "picture " + number), "secret");
    }

    /** The right answer, off by a part of the width. */
    private static JsonNode answer(ChallengeKind kind, Drawn drawn, double off) {
        JsonNode secret = JSON.readTree(drawn.secret());
        if (kind != ChallengeKind.CLICK) {
            return JSON.createObjectNode()
                    .put("percentage", secret.get("percentage").doubleValue() + off);
        }
        List<String> points = new ArrayList<>();
        for (String point : secret.get("percentage").asString().split(";")) {
            String[] place = point.split(",");
            points.add("{\"x\": %s, \"y\": %s}".formatted(Double.parseDouble(place[0]) + off, place[1]));
        }
        return JSON.readTree("{\"points\": " + points + "}");
    }

    private static List<Integer> size(@Nullable String dataUrl) throws IOException {
        String data = Objects.requireNonNull(dataUrl);
        byte[] bytes = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        return List.of(image.getWidth(), image.getHeight());
    }
}
