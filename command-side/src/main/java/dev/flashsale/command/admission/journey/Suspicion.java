package dev.flashsale.command.admission.journey;

import dev.flashsale.command.admission.redis.GateRedis;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.SetParams;

/**
 * Who has to solve a harder challenge next. Without Redis nobody is remembered: the challenge itself needs Redis, so nothing
 * gets through by that.
 */
@Component
class Suspicion {
    private final GateRedis redis;

    Suspicion(GateRedis redis) {
        this.redis = redis;
    }

    void fall(String saleId, String userId, long forMs) {
        boolean unused = redis.ask(
                jedis -> jedis.set(
                                key(saleId, userId), "1", SetParams.setParams().px(forMs))
                        != null,
                () -> false);
    }

    boolean isOn(String saleId, String userId) {
        return redis.ask(jedis -> jedis.exists(key(saleId, userId)), () -> false);
    }

    private static String key(String saleId, String userId) {
        return "gate:harder:" + saleId + ':' + userId;
    }
}
