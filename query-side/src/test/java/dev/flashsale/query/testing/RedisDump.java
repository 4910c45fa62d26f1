package dev.flashsale.query.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Everything that the read model holds in Redis, in a canonical form; marks of progress are not content. */
public final class RedisDump {
    private RedisDump() {}

    public static Map<String, String> of(StringRedisTemplate redis) {
        Map<String, String> dump = new TreeMap<>();
        for (String key : new TreeSet<>(redis.keys("*"))) {
            if (key.startsWith("read:") && !key.startsWith("read:mark:")) {
                dump.put(key, content(redis, key));
            }
        }
        return dump;
    }

    private static String content(StringRedisTemplate redis, String key) {
        DataType type = redis.type(key);
        if (type == DataType.HASH) {
            return new TreeMap<>(redis.opsForHash().entries(key)).toString();
        }
        List<String> members = new ArrayList<>();
        redis.opsForZSet()
                .rangeWithScores(key, 0, -1)
                .forEach(member -> members.add(member.getValue() + "=" + member.getScore()));
        return members.toString();
    }
}
