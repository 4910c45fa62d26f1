package dev.flashsale.command.admission.block;

import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.kernel.block.Blocked;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Turns away who is blocked, in every sale.
 *
 * @param blockId how the blocklist names the visitor
 */
record BlockCheck(Stage stage, Blocklist blocklist, Function<Visit, String> blockId) implements Checkpoint {
    @Override
    public boolean concernsEverySale() {
        return !blocklist.isEmpty();
    }

    @Override
    public boolean guardsTheWay() {
        return true;
    }

    @Override
    public @Nullable TurnedAway check(Visit visit) {
        return blocklist.isEmpty() ? null : turnedAway(blocklist, blockId.apply(visit), visit.at());
    }

    /** Why whoever has this id on the list is turned away at this moment; null lets them on. */
    private static @Nullable TurnedAway turnedAway(Blocklist blocklist, String blockId, Instant at) {
        Blocked block = blocklist.find(blockId, at);
        return block == null
                ? null
                : TurnedAway.forNow(
                                "BLOCKED",
                                HttpStatus.FORBIDDEN,
                                "Blocked for a while",
                                "Nothing was recorded. It ends at the time in \"until\".",
                                Duration.between(at, block.until()))
                        .with("blockReason", block.reason())
                        .with("until", block.until());
    }
}
