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
    private final AtomicInteger open = new AtomicInteger();

    Purchasing(Shop shop, SalePlan plan, String saleId, ClientLog log) {
        this.shop = shop;
        this.plan = plan;
        this.saleId = saleId;
        this.log = log;
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

    /** Sends the request, and sends it again with the same key for as long as the outcome is unknown. */
    Answer request(Shopper shopper, String offerId, int quantity, String key) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        Pause pause = new Pause(200, 2_000);
        Instant sentAt = Instant.now();
        Answer answer = shop.buy(saleId, shopper, offerId, quantity, key);
        while (answer.isUnknown() && Instant.now().isBefore(giveUp)) {
            log.countUnknown();
            pause.take();
            answer = shop.buy(saleId, shopper, offerId, quantity, key);
        }
        String purchaseId = Shop.purchaseId(saleId, shopper, key);
        log.file().purchase(saleId, shopper, offerId, quantity, purchaseId, new Timed(sentAt, Instant.now(), answer));
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
