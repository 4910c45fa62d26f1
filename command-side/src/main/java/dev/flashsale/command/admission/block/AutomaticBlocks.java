package dev.flashsale.command.admission.block;

import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.TurnedAwayListener;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.kernel.admission.BlockingPolicy;
import dev.flashsale.kernel.block.BlockAnswer;
import dev.flashsale.kernel.block.BlockForRefusals;
import dev.flashsale.kernel.block.SubjectKind;
import dev.flashsale.platform.axon.Commands;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Blocks who was refused too often, where a sale's policy says so. A refusal counts against the account if the token was
 * checked, against the network before: a name that anybody can claim is nobody's fault.
 */
@Component
class AutomaticBlocks implements TurnedAwayListener {
    private static final Logger LOG = LoggerFactory.getLogger(AutomaticBlocks.class);
    private static final int MOST_WAITING = 1_000;

    /** Refusals that honest shoppers meet, or that say nothing about who asks. */
    private static final Set<String> NOBODYS_FAULT = Set.of(
            "BLOCKED",
            "NOT_ELIGIBLE",
            "QUEUE_FULL",
            "TICKET_EXPIRED",
            "CHALLENGE_EXPIRED",
            "JOURNEY_EXPIRED",
            "ADMISSION_UNAVAILABLE");

    private final RefusalWindows windows;
    private final Blocklist blocklist;
    private final Networks networks;
    private final Commands commands;
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("automatic-blocks").daemon().factory());

    AutomaticBlocks(RefusalWindows windows, Blocklist blocklist, Networks networks, Commands commands) {
        this.windows = windows;
        this.blocklist = blocklist;
        this.networks = networks;
        this.commands = commands;
    }

    @Override
    public void turnedAway(Stage stage, Visit visit, TurnedAway turnedAway) {
        BlockingPolicy policy = visit.policy().blocking();
        if (policy == null || !isSomebodysFault(turnedAway)) {
            return;
        }
        String userId = visit.userId();
        SubjectKind kind = userId == null ? SubjectKind.ADDRESS : SubjectKind.USER;
        String subject = userId == null ? networks.nameOf(visit.caller().address()) : userId;
        String blockId = kind.blockId(subject);
        // a flood goes on after its block: there is nothing more to decide about it
        if (blocklist.find(blockId, visit.at()) == null
                && windows.isFull(visit.saleId() + '|' + blockId, policy, visit.at())) {
            send(new BlockForRefusals(blockId, kind, subject, turnedAway.rule(), visit.saleId(), policy, visit.at()));
        }
    }

    private static boolean isSomebodysFault(TurnedAway turnedAway) {
        // the sale's own limit says that many came, not that this one came often
        return !NOBODYS_FAULT.contains(turnedAway.rule())
                && !"sale".equals(turnedAway.members().get("limit"));
    }

    /** By a thread of its own: whoever is refused does not wait for it. */
    private void send(BlockForRefusals command) {
        try {
            sender.execute(() -> carryOut(command));
        } catch (RejectedExecutionException e) {
            LOG.debug("Too many blocks at once, or the end: {} will be refused, and counted, again", command.blockId());
        }
    }

    private void carryOut(BlockForRefusals command) {
        try {
            var unused = commands.send(command, BlockAnswer.class);
        } catch (RuntimeException e) {
            // another node said so at the same time, or the database is away
            LOG.debug("No block for {}", command.blockId(), e);
        }
    }

    @PreDestroy
    void stop() {
        sender.shutdownNow();
    }
}
