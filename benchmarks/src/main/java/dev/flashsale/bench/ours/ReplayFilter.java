package dev.flashsale.bench.ours;

import dev.flashsale.query.recovery.Rebuild;
import dev.flashsale.query.redis.Projections;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rebuilds all projections at once, and answers when the last of them has caught up. */
final class ReplayFilter extends HttpFilter {
    static final String PATH = "/bench/replay";

    private static final long serialVersionUID = 1L;

    private final transient Rebuild rebuild;
    private final transient Configuration axon;
    private final transient JdbcTemplate jdbc;

    ReplayFilter(Rebuild rebuild, Configuration axon, JdbcTemplate jdbc) {
        this.rebuild = rebuild;
        this.axon = axon;
        this.jdbc = jdbc;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        long events = number("select count(*) from domain_event_entry");
        long head = number("select max(global_index) from domain_event_entry");
        long began = System.nanoTime();
        Projections.ALL.forEach(rebuild::start);
        try {
            while (!Projections.ALL.stream().allMatch(name -> hasReached(name, head))) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        response.setContentType("application/json");
        response.getWriter().print("{\"events\":" + events + ",\"seconds\":" + seconds + "}");
    }

    private long number(String sql) {
        Long found = jdbc.queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }

    private boolean hasReached(String projection, long head) {
        Collection<EventTrackerStatus> segments = axon.eventProcessingConfiguration()
                .eventProcessor(projection, StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .values();
        return !segments.isEmpty()
                && segments.stream().allMatch(at -> at.getCurrentPosition().orElse(-1) >= head);
    }
}
