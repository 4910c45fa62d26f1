package dev.flashsale.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Solves a proof of work as fast as this machine can: the number whose hash with the salt is the challenge. */
public final class ProofOfWork {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProofOfWork() {}

    /** The answer as ALTCHA defines it. */
    public static ObjectNode solve(JsonNode work) {
        ObjectNode answer = JSON.createObjectNode();
        for (String member : new String[] {"algorithm", "challenge", "salt", "signature"}) {
            answer.put(member, work.path(member).asString(""));
        }
        return answer.put(
                "number",
                number(
                        work.path("salt").asString(""),
                        work.path("challenge").asString(""),
                        work.path("maxNumber").asInt()));
    }

    private static int number(String salt, String challenge, int most) {
        byte[] wanted = HexFormat.of().parseHex(challenge);
        try {
            MessageDigest salted = MessageDigest.getInstance("SHA-256");
            salted.update(salt.getBytes(StandardCharsets.UTF_8));
            for (int number = 0; number <= most; number++) {
                MessageDigest hash = (MessageDigest) salted.clone();
                if (MessageDigest.isEqual(
                        hash.digest(Integer.toString(number).getBytes(StandardCharsets.US_ASCII)), wanted)) {
                    return number;
                }
            }
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        throw new IllegalStateException("no number up to " + most + " is the answer");
    }
}
