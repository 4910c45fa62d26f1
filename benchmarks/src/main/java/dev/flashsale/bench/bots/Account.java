package dev.flashsale.bench.bots;

import dev.flashsale.bench.load.Load;
import dev.flashsale.bench.subject.Sale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who is logged in, and the requests that they can send. */
record Account(Sale sale, String authorization) {
    private static final String WISH = "{\"offerId\":\"" + Sale.ITEM + "\",\"quantity\":1}";
    private static final String OFFER = "/items/" + Sale.ITEM;

    static Account of(Sale sale, int number) {
        return new Account(sale, "Authorization: " + sale.authorization(number));
    }

    byte[] look(String... headers) {
        return Load.get(sale.path(), headers);
    }

    byte[] openPage(String... headers) {
        return post("/journey", "{}", headers);
    }

    byte[] askForChallenge(String json, String... headers) {
        return post(OFFER + "/challenge", json, headers);
    }

    byte[] askForTicket(String json, String... headers) {
        return post(OFFER + "/ticket", json, headers);
    }

    byte[] buy(String key, @Nullable String ticket, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Idempotency-Key: " + key);
        if (ticket != null) {
            all.add("Purchase-Ticket: " + ticket);
        }
        return post("/purchases", WISH, all.toArray(String[]::new));
    }

    private byte[] post(String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(authorization);
        return Load.post(sale.path() + path, json, all.toArray(String[]::new));
    }
}
