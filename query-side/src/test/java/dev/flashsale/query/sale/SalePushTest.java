package dev.flashsale.query.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.flashsale.query.redis.QuerySettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.DefaultMessage;
import org.springframework.data.redis.core.StringRedisTemplate;

class SalePushTest {
    private static final QuerySettings NO_EXPIRY = new QuerySettings(
            Duration.ofHours(1),
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(1),
            1,
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    private final AtomicInteger reads = new AtomicInteger();
    private final StoredSales stored = mock(StoredSales.class);
    private final SaleCopies copies = new SaleCopies(stored, NO_EXPIRY);
    private final SaleRefresh refresh = new SaleRefresh(copies, NO_EXPIRY);
    private final SalePush push = new SalePush(mock(StringRedisTemplate.class), refresh);

    @BeforeEach
    void everyReadFindsAnotherTitle() {
        when(stored.find(anyString())).thenAnswer(call -> Optional.of(sale("title " + reads.incrementAndGet())));
    }

    @AfterEach
    void stop() {
        push.destroy();
        refresh.destroy();
    }

    @Test
    void withoutNewsACopyIsReadOnce() {
        // when
        copies.get("s");

        // then
        assertThat(title()).isEqualTo("title 1");
    }

    @Test
    void aChangeOnThisNodeReplacesTheCopy() {
        // given
        copies.get("s");

        // when
        push.changed(List.of("s"));

        // then
        await().until(() -> title().equals("title 2"));
    }

    @Test
    void newsOfAnotherNodeReplacesTheCopy() {
        // given
        copies.get("s");

        // when
        push.onMessage(new DefaultMessage(bytes(SalePush.CHANNEL), bytes("another-node r s")), null);

        // then
        await().until(() -> title().equals("title 2"));
    }

    @Test
    void aSaleThatNobodyAskedForIsNotRead() {
        // given
        copies.get("s");

        // when
        push.changed(List.of("unseen", "s"));

        // then
        await().until(() -> title().equals("title 2"));
        assertThat(reads).hasValue(2);
    }

    private String title() {
        return copies.get("s").sale().orElseThrow().title();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SaleSnapshot sale(String title) {
        Instant opensAt = Instant.parse("2026-01-01T10:00:00Z");
        return new SaleSnapshot(
                "s", title, "EUR", opensAt, opensAt.plusSeconds(60), 1, List.of(), List.of(), Admission.OPEN, "OPENED");
    }
}
