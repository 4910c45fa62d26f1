package dev.flashsale.command.admission.queue;

import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells at once who would wait in vain, and how many wait for how many units. */
@Component
@Order(30)
class QueueCheckpoint implements Checkpoint {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final Lines lines;

    QueueCheckpoint(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Stage stage() {
        return Stage.WISH;
    }

    @Override
    public @Nullable TurnedAway check(Visit visit) {
        if (!visit.policy().queue() || visit.userId() == null || visit.wanted() == null) {
            return null;
        }
        Line line = lines.joinedBy(visit.saleId(), visit.userId(), visit.wanted());
        return line == null || !line.isFull() ? null : full(line);
    }

    private static TurnedAway full(Line line) {
        Duration wait = line.expectedWait();
        return TurnedAway.forNow(
                        "QUEUE_FULL",
                        HttpStatus.CONFLICT,
                        "More wait than there are units left",
                        "Not now: those who wait may get all that is left. What they do not get is on sale again.",
                        wait.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wait)
                .with("position", line.waiting() + 1)
                .with("remaining", line.unitsLeft())
                .with("expectedWaitMs", wait.toMillis());
    }
}
