package dev.flashsale.command.account;

import dev.flashsale.platform.security.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Somebody who can log in. The id, not the name, is what tokens, events and rows refer to. */
@Entity
class Account {
    /** The characters of a name are few, so that no two names look alike and none breaks a log line or a query. */
    static final String NAME = "[A-Za-z0-9._@+-]{3,64}";

    static final String NAME_RULE = "must be 3 to 64 letters, digits or . _ @ + - characters";

    @Id
    private UUID id;

    @Column(nullable = false)
    private String username;

    @Column(nullable = false)
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;

    @Column(nullable = false)
    private Instant createdAt;

    Account(UUID id, String username, String passwordHash, Role role, Instant createdAt) {
        this.id = id;
        this.username = canonical(username);
        this.passwordHash = passwordHash;
        this.role = role;
        this.createdAt = createdAt;
    }

    /** For Hibernate, which fills the fields afterwards. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** The form in which names are kept and compared; independent of the machine's language. */
    static String canonical(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    void rehash(String betterHash) {
        this.passwordHash = betterHash;
    }

    String userId() {
        return id.toString();
    }

    String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    Instant createdAt() {
        return createdAt;
    }
}
