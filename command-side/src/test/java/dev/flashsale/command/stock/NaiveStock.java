package dev.flashsale.command.stock;

import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bucket of phones should do, said as plainly as possible: it remembers what was asked and how that ended, and
 * counts everything anew each time.
 */
final class NaiveStock {
    private enum End {
        REFUSED,
        HELD,
        SOLD,
        BACK
    }

    private record Attempt(
            PurchaseRequest request, long event, @Nullable Refusal refusal, End end) {}

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final int buckets;
    private long put;
    private long events = 1;

    @Nullable
    private Refusal withdrawn;

    NaiveStock(int units, int buckets) {
        this.put = units;
        this.buckets = buckets;
    }

    PurchaseOutcome buy(PurchaseRequest wish, Instant at) {
        String id = wish.purchaseId();
        Attempt earlier = attempts.get(id);
        if (earlier != null) {
            boolean same =
                    earlier.request.offerId().equals(wish.offerId()) && earlier.request.quantity() == wish.quantity();
            return same ? answer(earlier, true) : new PurchaseOutcome.KeyReused(id);
        }
        Refusal refusal = refusal(wish, at);
        if (refusal == Refusal.SOLD_OUT && buckets > 1 && !wish.siblingsExhausted()) {
            return new PurchaseOutcome.Short(id, wish.quantity(), (int) (wish.quantity() - available()));
        }
        Attempt attempt = new Attempt(wish, events++, refusal, refusal == null ? End.HELD : End.REFUSED);
        attempts.put(id, attempt);
        return answer(attempt, false);
    }

    private static PurchaseOutcome answer(Attempt attempt, boolean repeated) {
        String id = attempt.request.purchaseId();
        return attempt.refusal == null
                ? new PurchaseOutcome.Reserved(id, attempt.event, repeated)
                : new PurchaseOutcome.Refused(id, attempt.refusal, attempt.event, repeated);
    }

    private @Nullable Refusal refusal(PurchaseRequest wish, Instant at) {
        boolean phone = wish.offerId().equals(StockScene.PHONE);
        boolean kit = wish.offerId().equals(StockScene.KIT);
        if (withdrawn != null) return withdrawn;
        if (at.compareTo(StockScene.T0) < 0) return Refusal.NOT_OPEN;
        if (at.compareTo(StockScene.T1) >= 0) return Refusal.ENDED;
        if (!phone && !kit) return Refusal.UNKNOWN_OFFER;
        if (wish.quantity() <= 0) return Refusal.INVALID_QUANTITY;
        if (pieces(wish.userId(), wish.offerId()) + wish.quantity() > (phone ? 2 : 1)) return Refusal.LIMIT_EXCEEDED;
        return wish.quantity() > available() ? Refusal.SOLD_OUT : null;
    }

    long pieces(String userId, String offerId) {
        return attempts.values().stream()
                .filter(a -> a.end == End.HELD || a.end == End.SOLD)
                .filter(a ->
                        a.request.userId().equals(userId) && a.request.offerId().equals(offerId))
                .mapToLong(a -> a.request.quantity())
                .sum();
    }

    boolean confirm(String purchaseId) {
        return settle(purchaseId, End.SOLD);
    }

    boolean release(String purchaseId) {
        return settle(purchaseId, End.BACK);
    }

    private boolean settle(String purchaseId, End end) {
        Attempt attempt = attempts.get(purchaseId);
        if (attempt == null || attempt.end != End.HELD) return false;
        attempts.put(purchaseId, new Attempt(attempt.request, attempt.event, null, end));
        events++;
        return true;
    }

    /** Units come in, by an addition or from a sibling. */
    boolean come(String id, int units) {
        if (units < 1 || !done.add(id)) return false;
        put += units;
        events++;
        return true;
    }

    int send(String id, int wanted) {
        long most = Math.max(wanted, available() / 2);
        int units = (int) Math.min(available(), most);
        if (wanted < 1 || units < 1 || !done.add(id)) return 0;
        put -= units;
        events++;
        return units;
    }

    void withdraw(Refusal refusal) {
        if (withdrawn == null) {
            withdrawn = refusal;
            events++;
        }
    }

    List<String> held() {
        return attempts.entrySet().stream()
                .filter(entry -> entry.getValue().end == End.HELD)
                .map(Map.Entry::getKey)
                .toList();
    }

    long available() {
        return put - units(End.HELD) - units(End.SOLD);
    }

    long heldUnits() {
        return units(End.HELD);
    }

    long soldUnits() {
        return units(End.SOLD);
    }

    long events() {
        return events;
    }

    private long units(End end) {
        return attempts.values().stream()
                .filter(a -> a.end == end)
                .mapToLong(a -> a.request.quantity())
                .sum();
    }
}
