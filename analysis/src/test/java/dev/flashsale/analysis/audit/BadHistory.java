package dev.flashsale.analysis.audit;

import java.util.function.Consumer;

/**
 * A sale of three pens in one bucket that goes wrong.
 *
 * @param invariant what it breaks
 * @param first position of the event at which that shows first; 1 is the filling of the bucket
 */
record BadHistory(String what, Invariant invariant, long first, Consumer<ToldSale> story) {
    History told() {
        ToldSale sale = Sales.pens();
        story.accept(sale);
        return sale.history();
    }

    @Override
    public String toString() {
        return what + " breaks " + invariant.code() + " at " + first;
    }
}
