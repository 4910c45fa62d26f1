package dev.flashsale.command.admission.eligibility;

import dev.flashsale.platform.problem.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Merchants give accounts a level, which sales may ask for. */
@RestController
class LevelApi {
    /** From 0, which every new account has. */
    record Level(@Min(0) @Max(100) int level) {}

    private final JdbcTemplate jdbc;
    private final KnownFacts facts;

    LevelApi(JdbcTemplate jdbc, KnownFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    @PutMapping("/api/admin/accounts/{userId}/level")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setLevel(@PathVariable UUID userId, @Valid @RequestBody Level level) {
        if (jdbc.update("update account set level = ? where id = ?", level.level(), userId) == 0) {
            throw ApiProblem.notFound("There is no such account.");
        }
        facts.changed();
    }
}
