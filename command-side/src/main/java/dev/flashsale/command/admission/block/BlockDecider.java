package dev.flashsale.command.admission.block;

import dev.flashsale.kernel.admission.BlockingPolicy;
import dev.flashsale.kernel.block.Block;
import dev.flashsale.kernel.block.BlockAnswer;
import dev.flashsale.kernel.block.BlockEvent;
import dev.flashsale.kernel.block.BlockForRefusals;
import dev.flashsale.kernel.block.Blocked;
import dev.flashsale.kernel.block.Unblock;
import dev.flashsale.kernel.block.Unblocked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is decided about one subject, from its history and the command alone. */
final class BlockDecider {
    private static final Duration LONGEST = Duration.ofDays(3_650);

    /** An answer, and the event behind it if something happened. */
    record Decided(BlockAnswer answer, List<BlockEvent> events) {
        private static Decided happens(BlockEvent event) {
            return new Decided(BlockAnswer.DONE, List.of(event));
        }

        private static Decided nothing(BlockAnswer answer) {
            return new Decided(answer, List.of());
        }
    }

    private BlockDecider() {}

    static Decided block(BlockHistory history, Block command) {
        Instant until = command.until();
        if (!until.isAfter(command.at()) || until.isAfter(command.at().plus(LONGEST))) {
            return Decided.nothing(BlockAnswer.INVALID_END);
        }
        Blocked held = history.at(command.at());
        boolean isSaid = held != null
                && !held.automatic()
                && held.until().equals(until)
                && held.reason().equals(command.reason());
        return isSaid
                ? Decided.nothing(BlockAnswer.DONE)
                : Decided.happens(new Blocked(
                        command.blockId(),
                        command.kind(),
                        command.subject(),
                        command.reason(),
                        until,
                        command.by(),
                        false,
                        command.at()));
    }

    /** Several nodes may count the same refusals: the first to say so is heard. */
    static Decided blockForRefusals(BlockHistory history, BlockForRefusals command) {
        if (history.at(command.at()) != null) {
            return Decided.nothing(BlockAnswer.DONE);
        }
        long lengthMs = lengthMs(command.policy(), history.automaticBefore(command.at()));
        return Decided.happens(new Blocked(
                command.blockId(),
                command.kind(),
                command.subject(),
                command.reason(),
                command.at().plusMillis(lengthMs),
                command.saleId(),
                true,
                command.at()));
    }

    static Decided unblock(BlockHistory history, Unblock command) {
        return history.at(command.at()) == null
                ? Decided.nothing(BlockAnswer.NOT_BLOCKED)
                : Decided.happens(new Unblocked(command.blockId(), command.by(), command.at()));
    }

    private static long lengthMs(BlockingPolicy policy, int blocksBefore) {
        long lengthMs = Math.min(policy.firstBlockMs(), policy.longestBlockMs());
        for (int i = 0; i < blocksBefore && lengthMs < policy.longestBlockMs(); i++) {
            lengthMs = Math.min(policy.longestBlockMs(), lengthMs * policy.growth());
        }
        return lengthMs;
    }
}
