package dev.flashsale.command.admission.block;

import dev.flashsale.kernel.block.BlockEvent;
import dev.flashsale.kernel.block.Blocked;
import dev.flashsale.kernel.block.Unblocked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one subject's blocks, changed by {@link #evolve} only. */
final class BlockHistory {
    /** An older block no longer makes the next one longer. */
    static final Duration REMEMBERED_FOR = Duration.ofDays(1);

    private @Nullable Blocked last;
    private final List<Instant> automatic = new ArrayList<>();

    /** The block that holds at this moment; null if none does. */
    @Nullable
    Blocked at(Instant moment) {
        return last != null && last.until().isAfter(moment) ? last : null;
    }

    /** How many blocks were automatic within a day before this moment. */
    int automaticBefore(Instant moment) {
        Instant oldest = moment.minus(REMEMBERED_FOR);
        return (int) automatic.stream().filter(begin -> begin.isAfter(oldest)).count();
    }

    void evolve(BlockEvent event) {
        switch (event) {
            case Blocked e -> {
                last = e;
                automatic.removeIf(begin -> !begin.isAfter(e.at().minus(REMEMBERED_FOR)));
                if (e.automatic()) {
                    automatic.add(e.at());
                }
            }
            case Unblocked e -> {
                last = null;
                automatic.clear();
            }
        }
    }
}
