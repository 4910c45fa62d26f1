package dev.flashsale.probe;

import static dev.flashsale.probe.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.flashsale.probe.Http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProbeTest
class BearerTokenTest {
    private static final String ME = "/api/probe/me";

    @Autowired
    private Http http;

    @Test
    void aValidTokenNamesItsUser() throws Exception {
        // when
        Answer answer = ask(signed(claims().build()));
        // then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"userId\":\"user-1\"", "\"roles\":[\"SHOPPER\"]");
    }

    @Test
    void theUserIsStillKnownWhenTheAnswerComesFromAnotherThread() throws Exception {
        assertThat(http.get("/api/probe/me-later").body()).contains("\"userId\":\"user-1\"");
    }

    @Test
    void aTokenWithoutASignatureIsRefused() throws Exception {
        refused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void aTokenWhoseSignatureWasCutOffIsRefused() throws Exception {
        String token = signed(claims().build());
        refused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void aTokenSignedWithAnotherKeyIsRefused() throws Exception {
        refused(signed(claims().build(), JWSAlgorithm.HS256, "another secret, also longer than 32 bytes"));
    }

    @Test
    void aTokenSignedWithAnotherAlgorithmIsRefusedEvenWithTheRightKey() throws Exception {
        refused(signed(claims().build(), JWSAlgorithm.HS512, ProbeApplication.SECRET.repeat(2)));
    }

    @Test
    void aTokenSignedWithAnAsymmetricKeyIsRefused() throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), claims().build());
        token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        refused(token.serialize());
    }

    @Test
    void whatAHeaderSaysAboutKeysIsIgnored() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("../../dev/null' or 1=1")
                        .build(),
                claims().build());
        token.sign(new MACSigner(new byte[32]));
        refused(token.serialize());
    }

    @Test
    void aTokenOfAnotherTypeIsRefused() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("secevent+jwt"))
                        .build(),
                claims().build());
        token.sign(new MACSigner(ProbeApplication.SECRET));
        refused(token.serialize());
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        refused(signed(claims().expirationTime(in(Duration.ofMinutes(-2))).build()));
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() throws Exception {
        refused(signed(claims().expirationTime(null).build()));
    }

    @Test
    void aTokenFromTheFutureIsRefused() throws Exception {
        refused(signed(claims().notBeforeTime(in(Duration.ofMinutes(5))).build()));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        refused(signed(claims().issuer("somebody-else").build()));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() throws Exception {
        refused(signed(claims().audience("another-shop").build()));
    }

    @Test
    void aTokenForNoAudienceIsRefused() throws Exception {
        refused(signed(claims().audience((String) null).build()));
    }

    @Test
    void aTokenOfNobodyIsRefused() throws Exception {
        refused(signed(claims().subject(null).build()));
    }

    @Test
    void aTokenWhoseRolesAreNoListIsRefusedOrHasNone() throws Exception {
        // when
        Answer answer = ask(signed(claims().claim("roles", 7).build()));
        // then
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"roles\":[]");
    }

    @Test
    void textThatIsNoTokenIsRefused() throws Exception {
        refused("not.a.token");
        refused("%00");
        refused("a".repeat(3_000));
    }

    @Test
    void aTokenInTheAddressIsNotRead() throws Exception {
        assertProblem(http.send(http.to(ME + "?access_token=" + signed(claims().build()))), 401, "unauthenticated");
    }

    private void refused(String token) throws Exception {
        Answer answer = ask(token);
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private Answer ask(String token) throws Exception {
        return http.send(http.to(ME).header("Authorization", "Bearer " + token));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("user-1")
                .issuer("flash-sale")
                .audience("flash-sale")
                .claim("roles", List.of("shopper", "emperor"))
                .issueTime(in(Duration.ZERO))
                .expirationTime(in(Duration.ofMinutes(5)));
    }

    private static Date in(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }

    private static String signed(JWTClaimsSet claims) throws Exception {
        return signed(claims, JWSAlgorithm.HS256, ProbeApplication.SECRET);
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String secret) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }
}
