package dev.flashsale.command.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.platform.axon.Commands;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.grpc.Status;
import java.sql.SQLException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.CommandSerializer;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;

class SequenceConflictTest {
    /** What Axon says when PostgreSQL finds the sequence number taken. */
    private static final String IN_POSTGRESQL =
            "An event for aggregate [sale:kettle:0] at sequence [7] was already inserted";

    @Test
    void aConflictInThisProcessIsRecognised() {
        assertThat(SequenceConflict.isCauseOf(new IllegalStateException(new ConcurrencyException("taken"))))
                .isTrue();
    }

    @Test
    void aConflictThatPostgresqlFoundIsRecognisedAcrossTheWire() {
        // given what the handling process throws
        ConcurrencyException thrown = new ConcurrencyException(IN_POSTGRESQL, new SQLException("duplicate key value"));
        // then whoever sent the command recognises what is left of it
        Throwable received = acrossTheWire(thrown);
        assertThat(received).isNotInstanceOf(ConcurrencyException.class);
        assertThat(SequenceConflict.isCauseOf(received)).isTrue();
    }

    @Test
    void twoFirstEventsOfOneAggregateAreAConflictToo() {
        // given
        AggregateStreamCreationException thrown = new AggregateStreamCreationException(
                "Cannot reuse aggregate identifier [sale:kettle:0] to create aggregate [Stock]"
                        + " since identifiers need to be unique.");
        // then
        assertThat(SequenceConflict.isCauseOf(thrown)).isTrue();
        assertThat(SequenceConflict.isCauseOf(acrossTheWire(thrown))).isTrue();
    }

    @Test
    void aConflictThatAxonServerFoundIsRecognisedInBothProcesses() {
        // given what Axon Server answers to an append
        RuntimeException thrown = Status.OUT_OF_RANGE
                .withDescription("[AXONIQ-2000] Invalid sequence number 7 for aggregate sale:kettle:0, expected 8")
                .asRuntimeException();
        // then
        assertThat(SequenceConflict.isCauseOf(thrown)).isTrue();
        assertThat(SequenceConflict.isCauseOf(acrossTheWire(thrown))).isTrue();
    }

    @Test
    void otherFailuresAreNone() {
        // given
        RuntimeException down = Status.UNAVAILABLE.asRuntimeException();
        // then
        assertThat(SequenceConflict.isCauseOf(null)).isFalse();
        assertThat(SequenceConflict.isCauseOf(acrossTheWire(down))).isFalse();
        assertThat(SequenceConflict.isCauseOf(acrossTheWire(new IllegalStateException())))
                .isFalse();
    }

    @Test
    void aMissingAggregateIsRecognisedAcrossTheWire() {
        assertThat(Commands.isMissingAggregate(acrossTheWire(
                        new AggregateNotFoundException("o1", "The aggregate was not found in the event store"))))
                .isTrue();
        assertThat(Commands.isMissingAggregate(acrossTheWire(new ConcurrencyException(IN_POSTGRESQL))))
                .isFalse();
    }

    private static Throwable acrossTheWire(Throwable thrown) {
        AxonServerConfiguration process =
                AxonServerConfiguration.builder().componentName("command-side").build();
        CommandSerializer wire = new CommandSerializer(JacksonSerializer.defaultSerializer(), process);
        CommandResponse sent = wire.serialize(GenericCommandResultMessage.asCommandResultMessage(thrown), "request");
        CommandResultMessage<?> received = wire.deserialize(sent);
        return received.exceptionResult();
    }
}
