package dev.flashsale.query.border;

import dev.flashsale.command.CommandSide;

/** Crosses a border on purpose, to prove that the rule sees it. */
public class ReachesIntoTheCommandSide {
    /** What the query side must not know. */
    public Class<?> forbidden() {
        return CommandSide.class;
    }
}
