package dev.flashsale.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.aggregate.SequenceConflict;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;

/** Sends as the processes do: again and again while another node writes first. */
final class Persistent {
    private Persistent() {}

    static void send(CommandGateway gateway, Object command) {
        while (true) {
            try {
                gateway.sendAndWait(command);
                return;
            } catch (ConcurrencyException | CommandExecutionException lost) {
                assertThat(SequenceConflict.isCauseOf(lost)).isTrue();
            }
        }
    }
}
