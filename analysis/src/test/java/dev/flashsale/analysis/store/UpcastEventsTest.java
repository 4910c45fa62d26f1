package dev.flashsale.analysis.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.ledger.Unreadable;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.upcast.Upcast;
import dev.flashsale.kernel.upcast.Upcasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event in an older form is read through the kernel's chain; one that no step leads away from is told. */
class UpcastEventsTest {
    private static final Path OLD_FORM = Path.of("../shared-kernel/src/test/resources/made-up/OrderExpired.v0.json");
    private static final Upcast PLACED_ADDED = new Upcast(OrderExpired.class, "0", "1", form -> {
        Map<String, Object> next = new HashMap<>(form);
        next.put("placed", true);
        return next;
    });

    @Test
    void aStepLeadsFromAnOldForm() throws IOException {
        // when
        Object loaded = load(new EventLoader(new Upcasts(List.of(PLACED_ADDED))));

        // then
        assertThat(loaded)
                .isEqualTo(new OrderExpired(
                        "7d1f3c52-9a4e-8b60-a2c1-5e0d4f8b9a37", true, Instant.parse("2026-11-21T12:15:00.123456Z")));
    }

    @Test
    void aStoreWithAFormThatNothingLeadsFromIsFlagged() throws IOException {
        // given
        Object loaded = load(new EventLoader());
        Audit audit = new Audit(AuditOptions.of(false));

        // when
        audit.accept(new StoredEvent(1, "7d1f3c52", 0, "e-1", Instant.EPOCH, loaded));

        // then
        assertThat(loaded)
                .isEqualTo(new Unreadable(OrderExpired.class.getName(), true, "no way from revision 0 to today's"));
        assertThat(audit.report().holds()).isFalse();
        assertThat(audit.report().toString()).contains("no way from revision 0");
    }

    private static Object load(EventLoader loader) throws IOException {
        return loader.load(OrderExpired.class.getName(), "0", Files.readAllBytes(OLD_FORM));
    }
}
