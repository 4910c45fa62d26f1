package dev.flashsale.command.admission.block;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flashsale.command.admission.block.BlockDecider.Decided;
import dev.flashsale.kernel.block.Block;
import dev.flashsale.kernel.block.BlockAnswer;
import dev.flashsale.kernel.block.BlockEvent;
import dev.flashsale.kernel.block.BlockForRefusals;
import dev.flashsale.kernel.block.Unblock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One whom the blocklist knows: carries commands to {@link BlockDecider} and events to {@link BlockHistory}. */
@Aggregate(type = "BlockedSubject")
class BlockedSubject {
    // absent until the first event: an empty one would be taken for the id of that event
    @AggregateIdentifier
    private @Nullable String blockId;

    private final BlockHistory history = new BlockHistory();

    /** For Axon, which replays the history into it. */
    BlockedSubject() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    BlockAnswer handle(Block command) {
        return happen(BlockDecider.block(history, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    BlockAnswer handle(BlockForRefusals command) {
        return happen(BlockDecider.blockForRefusals(history, command));
    }

    @CommandHandler
    BlockAnswer handle(Unblock command) {
        return happen(BlockDecider.unblock(history, command));
    }

    private static BlockAnswer happen(Decided decided) {
        decided.events().forEach(event -> apply(event));
        return decided.answer();
    }

    @EventSourcingHandler
    void on(BlockEvent event) {
        blockId = event.blockId();
        history.evolve(event);
    }
}
