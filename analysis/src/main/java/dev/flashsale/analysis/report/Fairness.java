package dev.flashsale.analysis.report;

import dev.flashsale.kernel.stock.Refusal;
import java.util.List;

/**
 * Whether who came first was served first, among attempts that either got their units or were told that there were none.
 *
 * @param attempts how many there are
 * @param served how many got all that they asked for
 * @param rho Spearman's rank correlation of arrival with being served; 0 when everybody, or nobody, was served
 * @param strictest what rho would be if the first had been served and nobody else
 * @param servedAfterFirstRefusal how many were served after somebody had been told that there were none
 */
record Fairness(int attempts, int served, double rho, double strictest, int servedAfterFirstRefusal) {
    /** @param arrivals in the order of arrival */
    static Fairness of(List<Attempt> arrivals) {
        List<Attempt> contested = arrivals.stream().filter(Attempt::isContested).toList();
        int n = contested.size();
        int served = 0;
        int afterRefusal = 0;
        boolean refused = false;
        double rankSum = 0;
        for (int rank = 1; rank <= n; rank++) {
            Attempt attempt = contested.get(rank - 1);
            refused |= attempt.refusal == Refusal.SOLD_OUT;
            if (attempt.got()) {
                served++;
                rankSum += rank;
                afterRefusal += refused ? 1 : 0;
            }
        }
        double firstOnly = served * (served + 1) / 2.0;
        return new Fairness(n, served, rho(n, served, rankSum), rho(n, served, firstOnly), afterRefusal);
    }

    // With a yes or no on one side, Spearman's rho is the correlation of the rank with 0 and 1: ties share their mean
    // rank,
    // and that is a straight line of the 0 and 1.
    private static double rho(int n, int served, double rankSumOfServed) {
        if (served == 0 || served == n) {
            return 0;
        }
        double share = (double) served / n;
        double covariance = share * (rankSumOfServed / served - (n + 1) / 2.0);
        double rankDeviation = Math.sqrt(((double) n * n - 1) / 12);
        return covariance / (rankDeviation * Math.sqrt(share * (1 - share)));
    }
}
