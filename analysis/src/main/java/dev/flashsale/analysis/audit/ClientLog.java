package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What clients sent and were told.
 *
 * @param accepted purchases of which no more is known than that they were accepted
 * @param complete sales of which this log has every request
 */
public record ClientLog(
        Collection<String> accepted, List<ClientRequest> requests, List<ClientStatus> statuses, Set<String> complete) {
    public ClientLog {
        accepted = List.copyOf(accepted);
        requests = List.copyOf(requests);
        statuses = List.copyOf(statuses);
        complete = Set.copyOf(complete);
    }

    /** A log of nothing but acceptances. */
    public static ClientLog ofAccepted(Collection<String> purchaseIds) {
        return new ClientLog(purchaseIds, List.of(), List.of(), Set.of());
    }

    void check(Ledger ledger, ToldSoldOut soldOut, long lastIndex, Findings findings) {
        AnswersAreStored stored = new AnswersAreStored(ledger, lastIndex, findings);
        accepted.forEach(stored::accepted);
        requests.forEach(stored::check);
        complete.forEach(saleId -> stored.nothingElse(saleId, requests));
        requests.forEach(soldOut::check);
        RealTimeOrder.check(requests, ledger, findings);
        StatusNeverBack.check(statuses, ledger, lastIndex, findings);
    }
}
