package dev.flashsale.standalone.rebuilt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.resps.Tuple;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the projections keep in a Redis, in a canonical form: keys sorted, hashes as JSON with sorted fields, sorted sets as
 * JSON in their order. Left out are expiry times, whatever is not a projection's, and where in the stream something was
 * seen (marks, guards, {@code asOfIndex}): an event that was committed late is delivered under the position of a later one.
 *
 * @param families by the first two parts of the key: keys and what is under them
 * @param marks how far each projection has come; the newest event it applied
 */
record RedisContent(Map<String, Map<String, String>> families, Map<String, Long> marks) {
    private static final String MARK = "read:mark:";
    private static final String GUARDS = "read:sale-units-at:";
    /** What a node warms up on is gone soon, and no event tells of it. */
    private static final String SHADOW = ":shadow-";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RedisContent of(Jedis redis) {
        Map<String, Map<String, String>> families = new TreeMap<>();
        Map<String, Long> marks = new HashMap<>();
        ScanParams readModel = new ScanParams().match("read:*").count(1_000);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> page = redis.scan(cursor, readModel);
            for (String key : page.getResult()) {
                if (key.startsWith(MARK)) {
                    marks.put(key.substring(MARK.length()), Long.valueOf(redis.hget(key, "index")));
                } else if (!key.startsWith(GUARDS) && !key.contains(SHADOW)) {
                    families.computeIfAbsent(family(key), f -> new TreeMap<>()).put(key, content(redis, key));
                }
            }
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return new RedisContent(families, marks);
    }

    static Map<String, Long> marks(Jedis redis) {
        Map<String, Long> marks = new HashMap<>();
        for (String key : redis.keys(MARK + "*")) {
            marks.put(key.substring(MARK.length()), Long.valueOf(redis.hget(key, "index")));
        }
        return marks;
    }

    private static String family(String key) {
        int second = key.indexOf(':', key.indexOf(':') + 1);
        return second < 0 ? key : key.substring(0, second);
    }

    private static String content(Jedis redis, String key) {
        return switch (redis.type(key)) {
            case "hash" -> {
                Map<String, String> fields = new TreeMap<>(redis.hgetAll(key));
                fields.keySet().removeIf(field -> field.startsWith("~") || field.equals("asOfIndex"));
                yield JSON.writeValueAsString(fields);
            }
            case "zset" -> {
                List<List<Object>> members = new ArrayList<>();
                for (Tuple member : redis.zrangeWithScores(key, 0, -1)) {
                    members.add(List.of(member.getElement(), member.getScore()));
                }
                yield JSON.writeValueAsString(members);
            }
            case "set" ->
                JSON.writeValueAsString(redis.smembers(key).stream().sorted().toList());
            default -> String.valueOf(redis.get(key));
        };
    }
}
