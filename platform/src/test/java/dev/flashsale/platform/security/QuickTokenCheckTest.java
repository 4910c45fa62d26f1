package dev.flashsale.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The quick check may say nothing; what it says must be what the decoder says. */
class QuickTokenCheckTest {
    private static final String SECRET = "a secret for tests, of more than 32 bytes";
    private static final Instant NOW = Instant.parse("2026-11-11T00:00:00Z");

    private final SecuritySettings settings =
            new SecuritySettings(SECRET, "flash-sale", "flash-sale", Duration.ofHours(1), List.of());
    private final TokenIssuer issuer = new TokenIssuer(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    private final QuickTokenCheck check =
            new QuickTokenCheck(settings, issuer.issue("sample", Set.of()).token());

    @Test
    void aTokenOfOurOwnIsKnownWithItsUserItsRolesAndItsEnd() {
        // when
        IssuedToken issued = issuer.issue("user-1", Set.of(Role.SHOPPER, Role.MERCHANT));
        // then
        assertThat(check.check(issued.token(), NOW))
                .isEqualTo(new QuickTokenCheck.Checked(
                        new CurrentUser("user-1", Set.of(Role.SHOPPER, Role.MERCHANT)), issued.expiresAt()));
    }

    @Test
    void fromItsEndOnATokenIsNotKnown() {
        IssuedToken issued = issuer.issue("user-1", Set.of());
        assertThat(check.check(issued.token(), issued.expiresAt())).isNull();
    }

    @Test
    void aTokenWithAnyCharacterChangedIsNotKnownOrSaysTheSame() {
        // given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String token = issuer.issue("user-1", Set.of(Role.SHOPPER)).token();
        QuickTokenCheck.Checked whole = check.check(token, NOW);
        for (int i = 0; i < 2_000; i++) {
            // when
            char[] changed = token.toCharArray();
            changed[random.nextInt(changed.length)] = (char) (33 + random.nextInt(94));
            QuickTokenCheck.Checked checked = check.check(new String(changed), NOW);
            // then: the last character of a signature has bits that mean nothing
            assertThat(checked == null || checked.equals(whole))
                    .as("seed " + seed)
                    .isTrue();
        }
    }

    @Test
    void whatTheIssuerDoesNotWriteIsLeftToTheDecoder() throws Exception {
        assertThat(check.check(signed(ours().build(), SECRET), NOW)).isNotNull();
        assertThat(check.check(signed(ours().issuer("another").build(), SECRET), NOW))
                .isNull();
        assertThat(check.check(signed(ours().audience("another").build(), SECRET), NOW))
                .isNull();
        assertThat(check.check(signed(ours().subject(null).build(), SECRET), NOW))
                .isNull();
        assertThat(check.check(signed(ours().subject(" ").build(), SECRET), NOW))
                .isNull();
        assertThat(check.check(signed(ours().expirationTime(null).build(), SECRET), NOW))
                .isNull();
        assertThat(check.check(signed(ours().claim("nbf", 4_000_000_000L).build(), SECRET), NOW))
                .isNull();
        assertThat(check.check(signed(ours().claim("roles", "shopper").build(), SECRET), NOW))
                .isNull();
        assertThat(check.check(signed(ours().claim("admin", true).build(), SECRET), NOW))
                .isNull();
        assertThat(check.check(signed(ours().build(), "another secret, also longer than 32 bytes"), NOW))
                .isNull();
    }

    @Test
    void textThatIsNoTokenIsNotKnown() {
        String token = issuer.issue("user-1", Set.of()).token();
        String header = token.substring(0, token.indexOf('.') + 1);
        for (String text : List.of("", ".", "..", header, header + ".", header + "a.b", "not.a.token")) {
            assertThat(check.check(text, NOW)).as(text).isNull();
        }
    }

    private static JWTClaimsSet.Builder ours() {
        return new JWTClaimsSet.Builder()
                .subject("user-1")
                .issuer("flash-sale")
                .audience("flash-sale")
                .claim("roles", List.of("shopper", "emperor"))
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private String signed(JWTClaimsSet claims, String secret) throws Exception {
        JWSHeader header =
                SignedJWT.parse(issuer.issue("sample", Set.of()).token()).getHeader();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }
}
