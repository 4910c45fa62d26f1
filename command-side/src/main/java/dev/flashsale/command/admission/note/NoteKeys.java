package dev.flashsale.command.admission.note;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.flashsale.platform.security.SharedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one kind of note: one for each period of time, derived from the secret that the nodes share. Every node has
 * the same keys without being told, and a rotation is nothing but the next period.
 */
final class NoteKeys {
    private static final int RADIX = 36;
    private static final int LONGEST_ID = 9;
    private static final int MOST_KEPT = 8;
    /** How far the clock of a node may be ahead of another's. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final long periodMs;
    private final long graceMs;
    private final LoadingCache<Long, byte[]> keys;

    NoteKeys(NoteKind kind, SharedSecret secret) {
        this.periodMs = kind.period().toMillis();
        this.graceMs = kind.grace().toMillis();
        String purpose = "note/" + kind.name().toLowerCase(Locale.ROOT) + "/";
        this.keys = Caffeine.newBuilder().maximumSize(MOST_KEPT).build(period -> secret.derive(purpose + period));
    }

    /** The id of the key that signs at this time. */
    String idAt(Instant now) {
        return Long.toString(period(now.toEpochMilli()), RADIX);
    }

    byte[] keyAt(Instant now) {
        return keys.get(period(now.toEpochMilli()));
    }

    /** The key of this id if notes signed with it are believed now, otherwise null: nothing is computed for it. */
    byte @Nullable [] believed(String id, Instant now) {
        Long period = parse(id);
        if (period == null) {
            return null;
        }
        long nowMs = now.toEpochMilli();
        boolean begun = nowMs + SKEW.toMillis() >= period * periodMs;
        return begun && !isOver(period, nowMs) ? keys.get(period) : null;
    }

    /** Whether this is the id of a key that was once believed: what it signed has expired, if it did sign it. */
    boolean isOver(String id, Instant now) {
        Long period = parse(id);
        return period != null && isOver(period, now.toEpochMilli());
    }

    private boolean isOver(long period, long nowMs) {
        return nowMs >= (period + 1) * periodMs + graceMs;
    }

    private long period(long atMs) {
        return Math.floorDiv(atMs, periodMs);
    }

    /** Only the form that {@link #idAt} gives: no signs, no capitals, no leading zeros. */
    private static @Nullable Long parse(String id) {
        if (id.isEmpty() || id.length() > LONGEST_ID || id.charAt(0) == '0') {
            return null;
        }
        boolean plain = id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
        return plain ? Long.valueOf(id, RADIX) : null;
    }
}
