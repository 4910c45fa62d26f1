package dev.flashsale.platform.security;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Signs the tokens that every service accepts. */
@Component
public class TokenIssuer {
    private final SecuritySettings settings;
    private final Clock clock;
    private final JwtEncoder encoder;

    TokenIssuer(SecuritySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.encoder = NimbusJwtEncoder.withSecretKey(settings.key())
                .algorithm(MacAlgorithm.HS256)
                .build();
    }

    /** A token for this user, valid from now for {@code flashsale.security.token-lifetime}. */
    public IssuedToken issue(String userId, Set<Role> roles) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(settings.tokenLifetime());
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(settings.issuer())
                .audience(List.of(settings.audience()))
                .subject(userId)
                .issuedAt(now)
                .expiresAt(expiresAt)
                .claim(Tokens.ROLES, roles.stream().map(Role::claim).sorted().toList())
                .build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
        return new IssuedToken(
                encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), expiresAt);
    }
}
