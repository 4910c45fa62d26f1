package dev.flashsale.query.replay;

import dev.flashsale.query.recovery.Rebuild;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModelState;
import dev.flashsale.query.redis.Standby;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The processors that write the content in use, and who holds their segments. */
@Component
class LiveProcessors {
    private final Rebuild rebuild;
    private final ReadModelState state;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final JdbcClient jdbc;

    LiveProcessors(
            Rebuild rebuild,
            ReadModelState state,
            TokenStore tokens,
            TransactionManager transactions,
            JdbcClient jdbc) {
        this.rebuild = rebuild;
        this.state = state;
        this.tokens = tokens;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** The name under which this process holds segments: Axon's own default. */
    String owner() {
        return ManagementFactory.getRuntimeMXBean().getName();
    }

    void stop() {
        processors().forEach(StreamingEventProcessor::shutDown);
    }

    void start() {
        // readers here compare what they miss with the mark that was last looked at
        Projections.IN_REDIS.forEach(state::check);
        processors().forEach(StreamingEventProcessor::start);
    }

    private Stream<StreamingEventProcessor> processors() {
        return Projections.IN_REDIS.stream().map(rebuild::processor);
    }

    /** The newest position that the processor of a projection had read when it stopped; -1 before the first. */
    long readWhenStopped(String projection) {
        TrackingToken token = transactions.fetchInTransaction(() -> tokens.fetchToken(projection, 0));
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** Segments that another process holds, of these processors or of those of a content built beside. */
    List<String> heldElsewhere() {
        List<String> names = Projections.IN_REDIS.stream()
                .flatMap(projection -> Stream.of(projection, Standby.nameOf(projection)))
                .toList();
        return jdbc.sql("""
                        select 'segment ' || segment || ' of ' || processor_name || ' is held by ' || owner
                        from token_entry
                        where processor_name in (:names) and owner is not null and owner <> :owner
                            and timestamp::timestamptz > now() - interval '10 seconds'
                        order by processor_name, segment
                        """)
                .param("names", names)
                .param("owner", owner())
                .query(String.class)
                .list();
    }
}
