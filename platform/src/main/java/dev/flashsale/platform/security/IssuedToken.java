package dev.flashsale.platform.security;

import java.time.Instant;

/** A token as the caller gets it: what to send as {@code Authorization: Bearer <token>}, and until when. */
public record IssuedToken(String token, Instant expiresAt) {}
