package dev.flashsale.platform.security;

import java.util.ArrayList;
import java.util.List;

/** The headers that Spring Security puts on every answer, for answers that are written before its turn. */
public final class SecurityHeaders {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";
    static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=()";

    private SecurityHeaders() {}

    /**
     * All of them, names and values in turn.
     *
     * @param secure whether the request came over TLS
     * @param saysHowToCache whether the answer itself says how long it may be kept; otherwise nobody may keep it
     */
    public static String[] lines(boolean secure, boolean saysHowToCache) {
        List<String> lines = new ArrayList<>(List.of("X-Content-Type-Options", "nosniff", "X-XSS-Protection", "0"));
        if (!saysHowToCache) {
            lines.addAll(List.of("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"));
            lines.addAll(List.of("Pragma", "no-cache", "Expires", "0"));
        }
        if (secure) {
            lines.addAll(List.of("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains"));
        }
        lines.addAll(List.of("X-Frame-Options", "DENY", "Content-Security-Policy", CONTENT_SECURITY_POLICY));
        lines.addAll(List.of("Referrer-Policy", "no-referrer", "Permissions-Policy", PERMISSIONS_POLICY));
        return lines.toArray(String[]::new);
    }
}
