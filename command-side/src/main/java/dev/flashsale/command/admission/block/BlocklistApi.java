package dev.flashsale.command.admission.block;

import dev.flashsale.kernel.block.Block;
import dev.flashsale.kernel.block.BlockAnswer;
import dev.flashsale.kernel.block.Blocked;
import dev.flashsale.kernel.block.SubjectKind;
import dev.flashsale.kernel.block.Unblock;
import dev.flashsale.platform.axon.Commands;
import dev.flashsale.platform.problem.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What merchants do with the blocklist. It holds for all sales, and on every node within a second. */
@RestController
@RequestMapping("/api/admin/blocklist")
@Validated
class BlocklistApi {
    private static final String USER_ID = "[A-Za-z0-9_-]{1,64}";
    private static final String ADDRESS = "[0-9A-Fa-f.:]{2,45}";
    private static final int MOST_LISTED = 1_000;

    /**
     * Whom to block: an account or an address, not both.
     *
     * @param address an IP address; its whole network is blocked (/24, /64)
     * @param reason whoever is blocked reads it
     * @param until when it ends
     */
    record Wanted(
            @Pattern(regexp = USER_ID) @Nullable String userId,
            @Pattern(regexp = ADDRESS) @Nullable String address,

            @NotBlank @Size(max = 200) String reason,

            @NotNull Instant until) {}

    /** The id under which a block can be lifted. */
    record Made(String blockId, Instant until) {}

    /**
     * The blocks that hold, those that last longest first; at most a thousand.
     *
     * @param total how many there are
     */
    record Listing(int total, List<Blocked> blocked) {}

    private final Commands commands;
    private final BlockTable table;
    private final Networks networks;
    private final Clock clock;

    BlocklistApi(Commands commands, BlockTable table, Networks networks, Clock clock) {
        this.commands = commands;
        this.table = table;
        this.networks = networks;
        this.clock = clock;
    }

    /** All, or those of one account and one address: addresses are not stored, so this is how one is found. */
    @GetMapping
    Listing list(
            @RequestParam(required = false) @Pattern(regexp = USER_ID) @Nullable String userId,
            @RequestParam(required = false) @Pattern(regexp = ADDRESS) @Nullable String address) {
        String network = address == null ? null : networks.nameOf(address);
        List<Blocked> found = table.inForce(clock.instant()).stream()
                .filter(block -> userId == null && network == null
                        || block.subject().equals(userId)
                        || block.subject().equals(network))
                .toList();
        return new Listing(found.size(), found.stream().limit(MOST_LISTED).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made block(@Valid @RequestBody Wanted wanted, Principal merchant) {
        String userId = wanted.userId();
        String address = wanted.address();
        if ((userId == null) == (address == null)) {
            throw ApiProblem.invalidRequest("Name either a userId or an address.");
        }
        SubjectKind kind = userId == null ? SubjectKind.ADDRESS : SubjectKind.USER;
        String subject = address == null ? String.valueOf(userId) : networks.nameOf(address);
        String blockId = kind.blockId(subject);
        // as exactly as the table keeps it
        Instant until = wanted.until().truncatedTo(ChronoUnit.MICROS);
        carryOut(new Block(blockId, kind, subject, wanted.reason(), until, merchant.getName(), clock.instant()));
        return new Made(blockId, until);
    }

    @DeleteMapping("/{blockId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(@PathVariable @Size(max = 128) String blockId, Principal merchant) {
        carryOut(new Unblock(blockId, merchant.getName(), clock.instant()));
    }

    private void carryOut(Object command) {
        switch (commands.send(command, BlockAnswer.class).orElse(BlockAnswer.NOT_BLOCKED)) {
            case DONE -> {
                // as asked
            }
            case INVALID_END -> throw ApiProblem.invalidRequest("A block ends in the future, within ten years.");
            case NOT_BLOCKED -> throw ApiProblem.notFound("Nobody is blocked under this id.");
        }
    }
}
