package dev.flashsale.command.admission;

import jakarta.servlet.http.HttpServletRequest;

/** Reads off a request where it comes from. */
public final class Callers {
    private Callers() {}

    /** Whoever sent this request, as a known user. */
    public static Caller of(HttpServletRequest request, String userId) {
        return new Caller(
                request.getRemoteAddr(),
                userId,
                request.getHeader(Caller.TICKET_HEADER),
                request.getHeader("User-Agent"),
                request.getHeader("Accept-Language"));
    }
}
