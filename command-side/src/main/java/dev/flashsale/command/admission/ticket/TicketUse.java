package dev.flashsale.command.admission.ticket;

import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.Visit.Wanted;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.command.admission.redis.GateRedis;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Binds a ticket to one purchase, in one step for all nodes. The same purchase may come again with it, another may not. It is
 * the last check: nobody loses a ticket to another one. Without Redis nobody gets through, for what was not bound could be
 * used without end.
 */
@Component
@Order(90)
class TicketUse implements Checkpoint {
    private static final String BIND = """
            local bound = redis.call('get', KEYS[1])
            if not bound then
              redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
              return 1
            end
            return bound == ARGV[1] and 1 or 0
            """;
    private static final long BOUND = 1;
    private static final long UNKNOWN = -1;
    /** Clocks differ between nodes: the binding outlives the ticket on each. */
    private static final long LEEWAY_MS = 60_000;

    private final Notes notes;
    private final GateRedis redis;

    TicketUse(Notes notes, GateRedis redis) {
        this.notes = notes;
        this.redis = redis;
    }

    @Override
    public Stage stage() {
        return Stage.WISH;
    }

    @Override
    public @Nullable TurnedAway check(Visit visit) {
        if (!visit.policy().ticket()) {
            return null;
        }
        Wanted wanted = visit.wanted();
        Note note = notes.holding(NoteKind.TICKET, visit.caller().ticket(), visit.at());
        if (wanted == null || note == null) {
            return TicketRefusals.expired();
        }
        long keptMs = note.expiresAtMs() - visit.at().toEpochMilli() + LEEWAY_MS;
        List<String> key = List.of("gate:ticket:" + note.nonce());
        List<String> arguments = List.of(wanted.purchaseId(), Long.toString(keptMs));
        long answer = redis.ask(jedis -> (Long) jedis.eval(BIND, key, arguments), () -> UNKNOWN);
        if (answer == UNKNOWN) {
            return TicketRefusals.unavailable();
        }
        return answer == BOUND ? null : TicketRefusals.used();
    }
}
