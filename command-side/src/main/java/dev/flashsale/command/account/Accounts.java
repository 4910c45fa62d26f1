package dev.flashsale.command.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, in PostgreSQL. Names are looked up in their {@link Account#canonical canonical} form. */
interface Accounts extends JpaRepository<Account, UUID> {
    Optional<Account> findByUsername(String canonicalUsername);

    /** Adds the account; 0 when its name is taken. */
    default int add(Account account) {
        return insert(
                UUID.fromString(account.userId()),
                account.username(),
                account.passwordHash(),
                account.role().name(),
                account.createdAt());
    }

    /** Deletes the row at once; 0 when it was gone. */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = "delete from account where id = :id")
    int forget(@Param("id") UUID id);

    /** Not a persist: a name taken would fail the batch, and the driver's message would put the hash into the log. */
    @Modifying
    @Transactional
    @Query(
            nativeQuery = true,
            value = "insert into account (id, username, password_hash, role, created_at) "
                    + "values (:id, :username, :hash, :role, :createdAt) on conflict (username) do nothing")
    int insert(
            @Param("id") UUID id,
            @Param("username") String username,
            @Param("hash") String hash,
            @Param("role") String role,
            @Param("createdAt") Instant createdAt);
}
