package dev.flashsale.platform.warmup;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** The events of shadow sales, for those who handle them on purpose: no processor ever meets one. */
public interface ShadowEvents {
    /**
     * The next events, oldest first, at most so many; none when there are no more.
     *
     * @param token of the last event that was read; null before the first
     */
    List<TrackedEventMessage<?>> after(@Nullable TrackingToken token, int most);
}
