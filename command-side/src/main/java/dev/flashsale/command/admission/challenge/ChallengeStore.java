package dev.flashsale.command.admission.challenge;

import dev.flashsale.command.admission.redis.GateRedis;
import dev.flashsale.kernel.admission.ChallengeKind;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What all nodes must agree on about challenges that were shown: the secret, the attempts that are left, and whether one was
 * used up. Each question is one step in Redis, so that a thousand at once are one after the other.
 */
@Component
class ChallengeStore {
    private static final String KEEP = """
            redis.call('hset', KEYS[1], 'kind', ARGV[1], 'secret', ARGV[2], 'left', ARGV[3])
            redis.call('pexpire', KEYS[1], ARGV[4])
            return 1
            """;
    private static final String TRY = """
            local state = redis.call('hmget', KEYS[1], 'left', 'used', 'kind', 'secret')
            if not state[1] then return 'GONE' end
            if state[2] then return 'USED' end
            if tonumber(state[1]) <= 0 then return 'SPENT' end
            local left = redis.call('hincrby', KEYS[1], 'left', -1)
            return 'TRY ' .. left .. ' ' .. state[3] .. ' ' .. state[4]
            """;
    private static final String USE_UP = """
            if redis.call('exists', KEYS[1]) == 0 then return 0 end
            return redis.call('hsetnx', KEYS[1], 'used', '1')
            """;
    private static final long UNKNOWN = -1;

    /** What Redis says to somebody who wants to answer. */
    sealed interface Answer {
        /** They may: this is what tells whether they are right. */
        record Try(ChallengeKind kind, String secret, int attemptsLeft) implements Answer {}

        /** They may not. */
        enum No implements Answer {
            GONE,
            USED,
            SPENT,
            UNKNOWN
        }
    }

    private final GateRedis redis;

    ChallengeStore(GateRedis redis) {
        this.redis = redis;
    }

    /** Remembers a challenge that is about to be shown; false if it could not be remembered. */
    boolean keep(String nonce, ChallengeKind kind, String secret, int attempts, long forMs) {
        return number(KEEP, key(nonce), kind.name(), secret, Integer.toString(attempts), Long.toString(forMs)) == 1;
    }

    /** Takes one attempt. */
    Answer attempt(String nonce) {
        String said =
                redis.ask(jedis -> (String) jedis.eval(TRY, List.of(key(nonce)), List.of()), Answer.No.UNKNOWN::name);
        String[] parts = said.split(" ", 4);
        return parts.length == 4
                ? new Answer.Try(ChallengeKind.valueOf(parts[2]), parts[3], Integer.parseInt(parts[1]))
                : Answer.No.valueOf(said);
    }

    /** Uses it up: 1 for the first, 0 for everybody else; negative if nobody knows. */
    long useUp(String nonce) {
        return number(USE_UP, key(nonce));
    }

    private long number(String script, String key, String... arguments) {
        return redis.ask(jedis -> (Long) jedis.eval(script, List.of(key), List.of(arguments)), () -> UNKNOWN);
    }

    private static String key(String nonce) {
        return "gate:challenge:" + nonce;
    }
}
