package dev.flashsale.bench.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Response;

/** Redis decides: units, one per user, and the message to the queue, in one script. Many scripts share a round trip. */
final class Counter implements AutoCloseable {
    /** What the script answers. */
    enum Verdict {
        ACCEPTED,
        SOLD_OUT,
        LIMIT_EXCEEDED,
        UNKNOWN_SALE
    }

    static final String QUEUE = "orders";

    private static final int MOST_PER_ROUND_TRIP = 256;
    private static final String SCRIPT = """
            local had = redis.call('hget', KEYS[2], ARGV[1])
            if had then return had == ARGV[2] and 0 or 2 end
            local left = tonumber(redis.call('get', KEYS[1]) or '-1')
            if left < 0 then return 3 end
            if left == 0 then return 1 end
            redis.call('decr', KEYS[1])
            redis.call('hset', KEYS[2], ARGV[1], ARGV[2])
            redis.call('xadd', KEYS[3], '*', 's', ARGV[3], 'u', ARGV[1], 'p', ARGV[2])
            return 0
            """;

    private record Wish(String saleId, String userId, String purchaseId, CompletableFuture<Verdict> verdict) {}

    private final Jedis redis;
    private final String script;
    private final BlockingQueue<Wish> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Boolean> soldOut = new ConcurrentHashMap<>();
    private final Thread thread;

    Counter(Jedis redis) {
        this.redis = redis;
        this.script = redis.scriptLoad(SCRIPT);
        this.thread = Thread.ofPlatform().name("counter").start(this::serve);
    }

    /** Puts units on sale. */
    void putOnSale(String saleId, int units) {
        waiting.add(new Wish(saleId, "", Integer.toString(units), new CompletableFuture<>()));
    }

    /** The verdict, once Redis has it; a sale that was sold out once is not asked about again. */
    CompletableFuture<Verdict> decide(String saleId, String userId, String purchaseId) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        waiting.add(new Wish(saleId, userId, purchaseId, verdict));
        return verdict;
    }

    boolean isSoldOut(String saleId) {
        return soldOut.containsKey(saleId);
    }

    private void serve() {
        List<Wish> batch = new ArrayList<>(MOST_PER_ROUND_TRIP);
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_PER_ROUND_TRIP - 1);
                decide(batch);
                batch.clear();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void decide(List<Wish> batch) {
        List<Response<Object>> answers = new ArrayList<>(batch.size());
        Pipeline pipeline = redis.pipelined();
        for (Wish wish : batch) {
            answers.add(
                    wish.userId().isEmpty()
                            ? pipeline.sendCommand(Protocol.Command.SET, unitsKey(wish.saleId()), wish.purchaseId())
                            : pipeline.evalsha(
                                    script,
                                    List.of(unitsKey(wish.saleId()), "buyers:" + wish.saleId(), QUEUE),
                                    List.of(wish.userId(), wish.purchaseId(), wish.saleId())));
        }
        pipeline.sync();
        for (int i = 0; i < batch.size(); i++) {
            if (answers.get(i).get() instanceof Long code) {
                tell(batch.get(i), Verdict.values()[code.intValue()]);
            }
        }
    }

    private void tell(Wish wish, Verdict verdict) {
        if (verdict == Verdict.SOLD_OUT) {
            soldOut.put(wish.saleId(), true);
        }
        wish.verdict().complete(verdict);
    }

    private static String unitsKey(String saleId) {
        return "units:" + saleId;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        redis.close();
    }
}
