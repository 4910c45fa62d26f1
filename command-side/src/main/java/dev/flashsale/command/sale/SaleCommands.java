package dev.flashsale.command.sale;

import dev.flashsale.kernel.sale.SaleDecision;
import dev.flashsale.kernel.sale.SaleRefusal;
import dev.flashsale.platform.axon.Commands;
import dev.flashsale.platform.problem.ApiProblem;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends merchants' commands and turns what was decided into the API's answers. */
@Component
class SaleCommands {
    private final Commands commands;

    SaleCommands(Commands commands) {
        this.commands = commands;
    }

    void carryOut(Object command) {
        SaleDecision decision =
                commands.send(command, SaleDecision.class).orElseThrow(() -> problem(SaleRefusal.UNKNOWN_SALE));
        if (decision.refusal() != null) {
            throw problem(decision.refusal()).detail(decision.detail());
        }
    }

    private static ApiProblem problem(SaleRefusal refusal) {
        String slug = refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (refusal) {
            case UNKNOWN_SALE -> ApiProblem.of(HttpStatus.NOT_FOUND, slug, "There is no such sale");
            case UNKNOWN_ITEM -> ApiProblem.of(HttpStatus.NOT_FOUND, slug, "The sale has no such item");
            case ALREADY_SCHEDULED, ENDED -> ApiProblem.of(HttpStatus.CONFLICT, slug, "The sale does not allow this");
            case INVALID_WINDOW, INVALID_OFFER, INVALID_UNITS, INVALID_ADMISSION ->
                ApiProblem.of(HttpStatus.BAD_REQUEST, slug, "The sale cannot be run like this");
        };
    }
}
