package dev.flashsale.standalone.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How shoppers get through the gate: they open the page, solve what they are shown, and get a ticket for one purchase. They
 * take about as long as people would, on the demonstration's scale; bots take no time, and no hand is seen with them.
 */
final class Passes {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_WALKS = 4;
    private static final int REFUSED = 400;

    private final Shop shop;
    private final DemoGate gate;
    private final String saleId;
    private final ClientLog log;
    private final Map<String, Queue<String>> later = new ConcurrentHashMap<>();
    private final Map<String, String> byKey = new ConcurrentHashMap<>();

    Passes(Shop shop, DemoGate gate, String saleId, ClientLog log) {
        this.shop = shop;
        this.gate = gate;
        this.saleId = saleId;
        this.log = log;
    }

    boolean areNeeded() {
        return gate.isOn();
    }

    /** Gets a ticket before it is needed. */
    void prepare(Shopper shopper, String offerId, boolean patient) {
        String ticket = areNeeded() ? walk(shopper, offerId, patient) : null;
        if (ticket != null) {
            laterFor(shopper, offerId).add(ticket);
        }
    }

    /** The ticket of a purchase, always the same for the same key; null when there is none. */
    @Nullable
    String of(Shopper shopper, String offerId, String key) {
        return areNeeded()
                ? byKey.computeIfAbsent(key, k -> laterFor(shopper, offerId).poll())
                : null;
    }

    /** The same, and goes to get one when there is none. */
    @Nullable
    String ofPatient(Shopper shopper, String offerId, String key) {
        String ticket = of(shopper, offerId, key);
        return ticket == null && areNeeded() ? renewed(shopper, offerId, key) : ticket;
    }

    /** Another one instead. */
    @Nullable
    String renewed(Shopper shopper, String offerId, String key) {
        String ticket = walk(shopper, offerId, true);
        if (ticket != null) {
            byKey.put(key, ticket);
        }
        return ticket;
    }

    /** Whether the same request with the same ticket would be answered the same again. */
    static boolean needsAnother(Answer answer) {
        String problem = answer.problem();
        return answer.isTurnedAway()
                && (problem.startsWith("ticket-")
                        || problem.startsWith("challenge-")
                        || problem.equals("journey-suspect")
                        || problem.equals("journey-expired"));
    }

    /** The ticket was not used: the shopper keeps it for the next time. */
    void keep(Shopper shopper, String offerId, String key) {
        String ticket = byKey.remove(key);
        if (ticket != null) {
            laterFor(shopper, offerId).add(ticket);
        }
    }

    private @Nullable String walk(Shopper shopper, String offerId, boolean patient) {
        Pause pause = new Pause(500, 2_000);
        for (int i = 0; i < MOST_WALKS; i++) {
            Answer answer = walkOnce(shopper, offerId, patient);
            if (answer.status() < REFUSED && answer.status() != 0) {
                return answer.text("ticket");
            }
            log.countTurnedAway(answer.problem());
            if (!patient) {
                return null;
            }
            pause.take();
        }
        return null;
    }

    private Answer walkOnce(Shopper shopper, String offerId, boolean patient) {
        String sale = "/api/sales/" + saleId;
        Answer page = shop.postAs(shopper, sale + "/journey", Map.of());
        if (page.status() != 201) {
            return page;
        }
        think(patient);
        ObjectNode with = JSON.createObjectNode().put("journey", page.text("journey"));
        Answer shown = shop.postAs(shopper, sale + "/items/" + offerId + "/challenge", with);
        if (shown.status() != 201) {
            return shown;
        }
        answer(shown.body(), with);
        think(patient);
        if (patient) {
            with.putObject("evidence").put("pointerMoves", 40).put("clicks", 2).put("activeMs", DemoGate.LEAST_STEP_MS);
        }
        return shop.postAs(shopper, sale + "/items/" + offerId + "/ticket", with);
    }

    private static void answer(JsonNode challenge, ObjectNode with) {
        with.put("challengeId", challenge.path("challengeId").asString(""));
        with.set("answer", ProofOfWork.solve(challenge));
    }

    private static void think(boolean patient) {
        if (patient) {
            long least = DemoGate.LEAST_STEP_MS + 20;
            Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, 3 * least)));
        }
    }

    private Queue<String> laterFor(Shopper shopper, String offerId) {
        return later.computeIfAbsent(shopper.userId() + "/" + offerId, n -> new ConcurrentLinkedQueue<>());
    }
}
