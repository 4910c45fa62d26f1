package dev.flashsale.bench.bots;

import dev.flashsale.bench.load.Client;
import dev.flashsale.bench.load.Client.Answer;
import dev.flashsale.bench.load.Load;
import dev.flashsale.bench.ours.Product;
import dev.flashsale.bench.subject.Http;
import dev.flashsale.bench.subject.Sale;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sale whose gate demands everything that it can, and somebody who passes it. */
public final class Gate {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] BROWSER = {"User-Agent: Mozilla/5.0", "Accept-Language: en"};
    private static final String NO_LIMIT = "{\"capacity\":1000000,\"refillTokens\":1000000,\"refillPeriodMs\":1}";
    private static final String EVERYTHING = """
            {"ticket":true,"queue":true,
             "rates":{"perUser":%1$s,"perAddress":%1$s,"perSale":%1$s},
             "blocking":{"refusals":1000,"windowMs":1000,"firstBlockMs":1000,"growth":1,"longestBlockMs":1000},
             "journey":{"leastReadMs":0,"leastAnswerMs":0,"leastDecideMs":0,"longestMs":600000,
                        "challengeFrom":90,"refuseFrom":101},
             "eligibility":{"leastAccountAgeMs":1}}""".formatted(NO_LIMIT);

    private Gate() {}

    /** Microseconds of each check for whoever passes it, by the check's name. */
    public static Map<String, Double> micros(Product product) throws IOException, InterruptedException {
        Sale sale = product.schedule(1_000, Instant.now().plusSeconds(1), EVERYTHING);
        String token = "Authorization: Bearer "
                + Http.register(
                        product.target(), "gate-" + UUID.randomUUID().toString().substring(0, 8));
        Moments.pause(2_000);
        int port = product.target().port();
        try (Client client = new Client(InetAddress.getLoopbackAddress(), port)) {
            Passage passage = new Passage(new Account(sale, token), client, new Tally(), () -> {}, BROWSER);
            Passage.End end = passage.walk(0, 0, true);
            if (end.ticket() == null) {
                throw new IOException("no ticket: " + end.last());
            }
            Answer answer = client.send(Load.get(
                    "/bench/checks?sale=" + sale.saleId(),
                    token,
                    BROWSER[0],
                    BROWSER[1],
                    "Purchase-Ticket: " + Objects.requireNonNull(end.ticket())));
            if (answer.status() != 200) {
                throw new IOException("the checks were not measured: " + answer);
            }
            Map<String, Double> micros = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> each : JSON.readTree(answer.body()).properties()) {
                micros.put(each.getKey(), each.getValue().asDouble());
            }
            return micros;
        }
    }
}
