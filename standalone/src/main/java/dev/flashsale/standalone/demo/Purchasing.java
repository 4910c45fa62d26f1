package dev.flashsale.standalone.demo;

import dev.flashsale.standalone.demo.ClientLogFile.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The way of one purchase as a shopper walks it: buy, see the result, pay or not, see the end. */
final class Purchasing {
    /** How the shopper treats the bill. */
    enum Payment {
        AT_ONCE,
        LATE,
        NEVER
    }

    private static final Set<String> FINAL = Set.of("PAID", "EXPIRED", "CANCELLED", "REFUSED");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Shop shop;
    private final SalePlan plan;
    private final String saleId;
    private final ClientLog log;
    private final Passes passes;
    private final AtomicInteger open = new AtomicInteger();

    Purchasing(Shop shop, SalePlan plan, String saleId, ClientLog log) {
        this.shop = shop;
        this.plan = plan;
        this.saleId = saleId;
        this.log = log;
        this.passes = new Passes(shop, plan.gate(), saleId, log);
    }

    /** How shoppers get through the gate of this sale. */
    Passes passes() {
        return passes;
    }

    /** Purchases that were accepted and have not ended. */
    int open() {
        return open.get();
    }

    /** Buys one piece with a new key, and goes on to the end; answers with the final state or the reason of a refusal. */
    String buy(Shopper shopper, String offerId, Payment payment) {
        return buy(shopper, offerId, UUID.randomUUID().toString(), payment);
    }

    String buy(Shopper shopper, String offerId, String key, Payment payment) {
        return goOn(request(shopper, offerId, 1, key), shopper, offerId, payment);
    }

    /** What follows from the answer to a purchase request. */
    String goOn(Answer answer, Shopper shopper, String offerId, Payment payment) {
        return answer.status() == 202 ? follow(shopper, offerId, answer.text("purchaseId"), payment) : answer.problem();
    }

    /**
     * Sends the request, and sends it again with the same key for as long as the outcome is unknown, or the gate has not let
     * it through yet.
     */
    Answer request(Shopper shopper, String offerId, int quantity, String key) {
        return recorded(shopper, offerId, quantity, key, Instant.now(), insist(shopper, offerId, quantity, key));
    }

    /** As bots do it: whoever is turned away comes back with another key, and has no patience with pages. */
    Answer requestInHaste(Shopper shopper, String offerId, String key) {
        passes.prepare(shopper, offerId, false);
        Instant sentAt = Instant.now();
        Answer answer = shop.buy(saleId, shopper, offerId, 1, key, passes.of(shopper, offerId, key));
        Pause pause = new Pause(200, 2_000);
        while (answer.isUnknown() && !answer.isTurnedAway() && Instant.now().isBefore(sentAt.plus(PATIENCE))) {
            log.countUnknown();
            pause.take();
            answer = shop.buy(saleId, shopper, offerId, 1, key, passes.of(shopper, offerId, key));
        }
        return recorded(shopper, offerId, 1, key, sentAt, answer);
    }

    private Answer insist(Shopper shopper, String offerId, int quantity, String key) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        Pause pause = new Pause(200, 2_000);
        String ticket = passes.ofPatient(shopper, offerId, key);
        Answer answer = shop.buy(saleId, shopper, offerId, quantity, key, ticket);
        while ((answer.isUnknown() || answer.isTurnedAway()) && Instant.now().isBefore(giveUp)) {
            if (answer.isTurnedAway()) {
                log.countTurnedAway(answer.problem());
            } else {
                log.countUnknown();
            }
            pause.take();
            if (Passes.needsAnother(answer)) {
                ticket = passes.renewed(shopper, offerId, key);
            }
            answer = shop.buy(saleId, shopper, offerId, quantity, key, ticket);
        }
        if (answer.isTurnedAway()) {
            log.contradiction("a patient shopper did not get through the gate: " + answer);
        }
        return answer;
    }

    private Answer recorded(Shopper shopper, String offerId, int quantity, String key, Instant sentAt, Answer answer) {
        String purchaseId = Shop.purchaseId(saleId, shopper, key);
        log.file().purchase(saleId, shopper, offerId, quantity, purchaseId, new Timed(sentAt, Instant.now(), answer));
        if (answer.isNotRecorded()) {
            passes.keep(shopper, offerId, key);
        }
        record(shopper, key, answer);
        return answer;
    }

    private void record(Shopper shopper, String key, Answer answer) {
        if (answer.status() == 202) {
            String purchaseId = answer.text("purchaseId");
            log.accepted(purchaseId);
            if (!purchaseId.equals(Shop.purchaseId(saleId, shopper, key))) {
                log.contradiction("key " + key + " named purchase " + purchaseId);
            }
        } else if (answer.isTurnedAway()) {
            log.countTurnedAway(answer.problem());
        } else if (answer.status() == 409 || answer.status() == 422) {
            log.countRefusal(answer.problem());
        } else {
            log.contradiction("a purchase request was answered with " + answer);
        }
    }

    private String follow(Shopper shopper, String offerId, String purchaseId, Payment payment) {
        open.incrementAndGet();
        try {
            return followOpen(shopper, offerId, purchaseId, payment);
        } finally {
            open.decrementAndGet();
        }
    }

    private String followOpen(Shopper shopper, String offerId, String purchaseId, Payment payment) {
        Instant giveUp = Instant.now().plus(plan.paymentWindow()).plus(PATIENCE);
        // thousands who ask every second would be most of the load
        Pause pause = new Pause(300, plan.paymentWindow().toMillis() / 8);
        boolean billed = false;
        while (Instant.now().isBefore(giveUp)) {
            Instant sentAt = Instant.now();
            Answer result = shop.get("/api/purchases/" + purchaseId, shopper.token());
            String status = result.status() == 200 ? result.text("status") : "";
            if (!status.isEmpty()) {
                log.file().status(purchaseId, status, new Timed(sentAt, Instant.now(), result));
            }
            if (FINAL.contains(status)) {
                log.ended(purchaseId, status, plan.totalUnitsOf(offerId));
                return status.equals("REFUSED") ? Refusals.problem(result.text("reason")) : status;
            }
            if (status.equals("AWAITING_PAYMENT") && !billed) {
                billed = handleBill(shopper, purchaseId, Instant.parse(result.text("payBy")), payment);
                pause.reset();
            }
            pause.take();
        }
        log.contradiction("purchase " + purchaseId + " has no outcome after " + PATIENCE.toSeconds() + " s");
        return "";
    }

    private boolean handleBill(Shopper shopper, String purchaseId, Instant payBy, Payment payment) {
        switch (payment) {
            case NEVER -> Pause.until(payBy);
            case LATE ->
                Pause.until(payBy.minus(plan.paymentWindow().multipliedBy(2).dividedBy(5)));
            case AT_ONCE -> {}
        }
        return payment == Payment.NEVER
                || shop.post("/api/orders/" + purchaseId + "/payment", shopper.token(), Map.of())
                                .status()
                        == 202;
    }
}
