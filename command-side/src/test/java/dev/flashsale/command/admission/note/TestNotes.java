package dev.flashsale.command.admission.note;

import dev.flashsale.platform.security.SharedSecret;
import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;

/** Nodes of a service, for tests. */
public final class TestNotes {
    private TestNotes() {}

    /** Notes as one node reads and writes them; each call is another node of the same service. */
    public static Notes node() {
        return new Notes(secret());
    }

    /** The secret that the nodes share. */
    public static SharedSecret secret() {
        byte[] text = "a secret for tests, of more than 32 bytes".getBytes(StandardCharsets.UTF_8);
        return new SharedSecret(new SecretKeySpec(text, "HmacSHA256"));
    }
}
