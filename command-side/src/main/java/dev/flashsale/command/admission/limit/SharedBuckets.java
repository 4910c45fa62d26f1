package dev.flashsale.command.admission.limit;

import dev.flashsale.command.admission.redis.GateRedis;
import dev.flashsale.kernel.admission.Rate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * The buckets that all nodes share, in Redis and by its clock. One question is one trip, whoever else asks at the same time. A
 * bucket that is full again is forgotten.
 */
@Component
class SharedBuckets {
    private static final String KEYS = "gate:rate:";

    /** Answers whether a token was taken, whole tokens left, and microseconds until the next one. */
    private static final String TAKE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local capacity, refill, period = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3] * 1000
            local saved = redis.call('HMGET', KEYS[1], 'level', 'at')
            local level = capacity
            if saved[1] then
              level = math.min(capacity, saved[1] + math.max(0, now - saved[2]) * refill / period)
            end
            if level < 0.999999999 then
              return {0, 0, math.ceil((1 - level) * period / refill)}
            end
            level = math.max(0, level - 1)
            redis.call('HSET', KEYS[1], 'level', string.format('%.17g', level), 'at', string.format('%.0f', now))
            redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - level) * period / refill / 1000) + 1000)
            return {1, math.floor(level), 0}
            """;

    private final GateRedis redis;
    private volatile String sha = "";

    SharedBuckets(GateRedis redis) {
        this.redis = redis;
    }

    /** What the bucket answers; null when Redis does not. */
    @Nullable
    Quota take(String limit, String subject, Rate rate) {
        List<String> keys = List.of(KEYS + limit + ':' + subject);
        List<String> settings = List.of(
                Integer.toString(rate.capacity()),
                Integer.toString(rate.refillTokens()),
                Long.toString(rate.refillPeriodMs()));
        List<?> answer = redis.<List<?>>ask(jedis -> (List<?>) run(jedis, keys, settings), List::of);
        if (answer.isEmpty()) {
            return null;
        }
        return number(answer, 0) == 1
                ? Quota.taken(limit, rate, number(answer, 1))
                : Quota.refused(limit, rate, Duration.of(number(answer, 2), ChronoUnit.MICROS));
    }

    private Object run(UnifiedJedis jedis, List<String> keys, List<String> settings) {
        try {
            return jedis.evalsha(sha, keys, settings);
        } catch (JedisNoScriptException e) {
            // the first time, and after Redis was restarted
            sha = jedis.scriptLoad(TAKE);
            return jedis.evalsha(sha, keys, settings);
        }
    }

    private static long number(List<?> answer, int position) {
        return (Long) answer.get(position);
    }
}
