package dev.flashsale.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flashsale.platform.security.QuickTokenCheck.Checked;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Who a bearer token names, for requests that are answered ahead of Spring Security. The same decoder checks it,
 * unless {@link QuickTokenCheck} can vouch for it; a token once found valid is believed until it expires, since a signature
 * does not change.
 */
@Component
public class BearerTokens {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_TOKEN = 2_000;
    private static final int MOST_TOKENS_REMEMBERED = 100_000;

    private final Cache<String, Checked> believed =
            Caffeine.newBuilder().maximumSize(MOST_TOKENS_REMEMBERED).build();
    private final JwtDecoder decoder;
    private final QuickTokenCheck quickCheck;
    private final Clock clock;

    BearerTokens(JwtDecoder decoder, TokenIssuer issuer, SecuritySettings settings, Clock clock) {
        this.decoder = decoder;
        this.quickCheck =
                new QuickTokenCheck(settings, issuer.issue("sample", Set.of()).token());
        this.clock = clock;
    }

    /** The user of this Authorization header, or null if it holds no valid token: Spring Security then tells why. */
    public @Nullable CurrentUser userOf(@Nullable String authorization) {
        String token = tokenIn(authorization);
        if (token == null) {
            return null;
        }
        Instant now = clock.instant();
        Checked known = believed.getIfPresent(token);
        if (known != null && now.isBefore(known.until())) {
            return known.user();
        }
        Checked quickly = quickCheck.check(token, now);
        if (quickly != null) {
            believed.put(token, quickly);
            return quickly.user();
        }
        return check(token);
    }

    private @Nullable CurrentUser check(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            AbstractAuthenticationToken authentication = Tokens.authentication(jwt);
            CurrentUser user = new CurrentUser(authentication.getName(), CurrentUserResolver.roles(authentication));
            Instant expiresAt = jwt.getExpiresAt();
            if (expiresAt != null) {
                believed.put(token, new Checked(user, expiresAt));
            }
            return user;
        } catch (JwtException e) {
            return null;
        }
    }

    /** The subject that the token claims, signature unchecked: good for sorting requests, never for trust. */
    public static @Nullable String claimedUserOf(@Nullable String authorization) {
        String token = tokenIn(authorization);
        int from = token == null ? -1 : token.indexOf('.') + 1;
        int to = token == null ? -1 : token.indexOf('.', Math.max(0, from));
        if (token == null || from < 1 || to < 0) {
            return null;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.substring(from, to));
            return subjectIn(new String(claims, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String subjectIn(String claims) {
        int name = claims.indexOf("\"sub\":\"");
        int from = name + "\"sub\":\"".length();
        int to = name < 0 ? -1 : claims.indexOf('"', from);
        return to <= from ? null : claims.substring(from, to);
    }

    private static @Nullable String tokenIn(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(SCHEME) && authorization.length() <= LONGEST_TOKEN
                ? authorization.substring(SCHEME.length())
                : null;
    }
}
