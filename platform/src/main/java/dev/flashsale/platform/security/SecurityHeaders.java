package dev.flashsale.platform.security;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that Spring Security puts on every answer, for answers that are written before its turn. */
public final class SecurityHeaders {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";
    static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=()";

    private SecurityHeaders() {}

    /**
     * Sets them.
     *
     * @param secure whether the request came over TLS
     * @param saysHowToCache whether the answer itself says how long it may be kept; otherwise nobody may keep it
     */
    public static void write(HttpServletResponse response, boolean secure, boolean saysHowToCache) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-XSS-Protection", "0");
        if (!saysHowToCache) {
            response.setHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
            response.setHeader("Pragma", "no-cache");
            response.setHeader("Expires", "0");
        }
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
    }
}
