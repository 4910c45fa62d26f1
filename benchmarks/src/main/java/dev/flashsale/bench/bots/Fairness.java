package dev.flashsale.bench.bots;

import java.util.ArrayList;
import java.util.List;

/** Whether those who came first were served first: Spearman's rank correlation, ties with the mean of their ranks. */
final class Fairness {
    private Fairness() {}

    /**
     * Somebody who pressed "buy".
     *
     * @param pressedNanos when they pressed first
     * @param position their place in the history of the stock; {@link Long#MAX_VALUE} when they got nothing
     */
    record Try(long pressedNanos, long position) {
        static final long NOTHING = Long.MAX_VALUE;
    }

    /** Of those who got something: the order in which they pressed, and in which the stock accepted. */
    static double amongAccepted(Iterable<Try> tries) {
        List<Try> accepted = new ArrayList<>();
        tries.forEach(each -> {
            if (each.position() != Try.NOTHING) {
                accepted.add(each);
            }
        });
        return spearman(accepted);
    }

    /** Of all: who got nothing shares the last place, so with half of them empty-handed 0.94 is the most there is. */
    static double amongAll(Iterable<Try> tries) {
        List<Try> all = new ArrayList<>();
        tries.forEach(all::add);
        return spearman(all);
    }

    private static double spearman(List<Try> tries) {
        return correlation(
                ranks(tries.stream().mapToLong(Try::pressedNanos).toArray()),
                ranks(tries.stream().mapToLong(Try::position).toArray()));
    }

    private static double[] ranks(long[] values) {
        Integer[] order = new Integer[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, (a, b) -> Long.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /** NaN where one of the two does not vary. */
    private static double correlation(double[] a, double[] b) {
        double meanA = java.util.Arrays.stream(a).average().orElse(0);
        double meanB = java.util.Arrays.stream(b).average().orElse(0);
        double both = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            ofA += (a[i] - meanA) * (a[i] - meanA);
            ofB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(ofA * ofB);
    }
}
