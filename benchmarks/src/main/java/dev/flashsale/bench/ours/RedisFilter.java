package dev.flashsale.bench.ours;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;

/** As many SETs as this Redis takes from one connection, a thousand to a round trip. */
final class RedisFilter extends HttpFilter {
    static final String PATH = "/bench/redis";

    private static final long serialVersionUID = 1L;
    private static final int PER_ROUND_TRIP = 1_024;
    private static final String VALUE = "x".repeat(200);
    private static final Duration TIME = Duration.ofSeconds(1);

    private final int port;
    private final String password;

    RedisFilter(int port, String password) {
        this.port = port;
        this.password = password;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        long sets = 0;
        long began = System.nanoTime();
        try (Jedis redis = new Jedis("127.0.0.1", port)) {
            redis.auth(password);
            while (System.nanoTime() - began < TIME.toNanos()) {
                Pipeline pipeline = redis.pipelined();
                for (int i = 0; i < PER_ROUND_TRIP; i++) {
                    var unused = pipeline.setex("bench:" + i, 60, VALUE);
                }
                pipeline.sync();
                sets += PER_ROUND_TRIP;
            }
        }
        double perSecond = sets * 1e9 / (System.nanoTime() - began);
        response.setContentType("application/json");
        response.getWriter().print("{\"perSecond\":" + perSecond + "}");
    }
}
