package dev.flashsale.bench.subject;

import dev.flashsale.bench.load.Load;
import dev.flashsale.kernel.purchase.PurchaseId;

/**
 * A sale that is open, and who comes to it: every shopper is somebody else and asks once.
 *
 * @param units on sale
 */
public record Sale(String saleId, int units, Target target) {
    /** What is on sale. */
    public static final String ITEM = "item";

    private static final String WISH = "{\"offerId\":\"" + ITEM + "\",\"quantity\":1}";

    /** The purchase requests of this many shoppers, the first of them being number {@code from}. */
    public Load crowd(int from, int count) {
        Tokens tokens = target.tokens();
        return Load.prepared(
                count,
                n -> Load.post(
                        path() + "/purchases",
                        WISH,
                        "Authorization: Bearer " + tokens.of(shopper(from + n), "shopper"),
                        "Idempotency-Key: " + key(from + n)));
    }

    /** The same requests to where nothing is done with them. */
    public Load bareCrowd(int count) {
        Tokens tokens = target.tokens();
        byte[] request = Load.post(
                BareHttp.PATH,
                WISH,
                "Authorization: Bearer " + tokens.of(shopper(0), "shopper"),
                "Idempotency-Key: " + key(0));
        return Load.same(count, request);
    }

    /** A shopper asking how their purchase stands. */
    public byte[] result(int shopper) {
        return Load.get(resultPath(purchaseId(shopper)), "Authorization: " + authorization(shopper));
    }

    /** Anybody looking at the sale. */
    public byte[] detail() {
        return Load.get(path());
    }

    /** The purchase of this shopper. */
    public String purchaseId(int shopper) {
        return PurchaseId.of(saleId, shopper(shopper), key(shopper));
    }

    static String resultPath(String purchaseId) {
        return "/api/purchases/" + purchaseId;
    }

    /** What this shopper's requests carry in the header Authorization. */
    public String authorization(int shopper) {
        return "Bearer " + target.tokens().of(shopper(shopper), "shopper");
    }

    /** Where the sale is served. */
    public String path() {
        return "/api/sales/" + saleId;
    }

    private static String shopper(int number) {
        return "shopper-" + number;
    }

    private static String key(int number) {
        return "key-of-" + number;
    }
}
