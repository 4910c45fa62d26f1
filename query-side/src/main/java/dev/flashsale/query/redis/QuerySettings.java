package dev.flashsale.query.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the query side.
 *
 * @param localCopy how long this JVM's copy of a sale answers when no push replaces it; changes are pushed at once
 * @param refreshPause shortest pause between two rounds in which changed sales are read anew
 * @param checkInterval how often the projections are compared with PostgreSQL's marks
 * @param batchSize most events that a projection applies in one step
 * @param redisTimeout how long an answer of Redis is waited for
 * @param maxStreams most purchases listened to at once in this JVM
 * @param maxStreamsPerUser most purchases that one user listens to at once
 * @param heartbeat pause between two signs of life on a stream; a missed update is made good then
 * @param visibleWithin how long a stream waits for a purchase that the projection does not know yet
 * @param gateInterval pause between two rounds of telling gateways which sales cannot sell right now
 */
@ConfigurationProperties("flashsale.query")
public record QuerySettings(
        @DefaultValue("1s") Duration localCopy,
        @DefaultValue("5ms") Duration refreshPause,
        @DefaultValue("2s") Duration checkInterval,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("1s") Duration redisTimeout,
        @DefaultValue("5000") int maxStreams,
        @DefaultValue("10") int maxStreamsPerUser,
        @DefaultValue("3s") Duration heartbeat,
        @DefaultValue("1500ms") Duration visibleWithin,
        @DefaultValue("250ms") Duration gateInterval) {}
