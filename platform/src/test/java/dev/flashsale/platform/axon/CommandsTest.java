package dev.flashsale.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.resilience.Guards;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

/** Commands to other nodes: what is told when none answers, and that those who answer are asked again. */
class CommandsTest {
    private final CommandGateway gateway = mock(CommandGateway.class);
    private final Commands commands = new Commands(gateway, Guards.unwatched(), true);

    @Test
    void nodesThatDoNotAnswerAreSparedUntilTheyDo() {
        // given
        answers(CompletableFuture.failedFuture(new IllegalStateException("no connection")));
        for (int i = 0; i < 20; i++) {
            assertThat(problem()).isEqualTo("/problems/outcome-unknown");
        }

        // when, then nothing is sent, and whoever asked is told that nothing was
        clearInvocations(gateway);
        assertThat(problem()).isEqualTo("/problems/unavailable");
        verifyNoInteractions(gateway);

        // when they are back
        answers(CompletableFuture.completedFuture("done"));

        // then
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> commands.send("command", String.class).equals(Optional.of("done")));
    }

    @Test
    void aMissingAggregateIsAnAnswerAndNoFailure() {
        answers(CompletableFuture.failedFuture(new AggregateNotFoundException("order-1", "not there")));
        for (int i = 0; i < 50; i++) {
            assertThat(commands.send("command", String.class)).isEmpty();
        }
    }

    @Test
    void noAnswerPromisesNothing() {
        answers(CompletableFuture.completedFuture(null));
        assertThat(problem()).isEqualTo("/problems/outcome-unknown");
    }

    private void answers(CompletableFuture<Object> answer) {
        when(gateway.send(any())).thenReturn(answer);
    }

    private String problem() {
        String[] type = new String[1];
        assertThatThrownBy(() -> commands.send("command", String.class))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> type[0] = String.valueOf(problem.getBody().getType()));
        return type[0];
    }
}
