package dev.flashsale.command.admission.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Ten rotations at 500 requests a second, on three nodes whose clocks differ. The time is simulated: two seconds
 * around each rotation, which is when something could go wrong.
 */
class RotationTest {
    private static final Instant FIRST = Instant.parse("2026-11-21T13:00:00Z");
    private static final int ROTATIONS = 10;
    private static final int PER_SECOND = 500;
    private static final List<Notes> NODES = List.of(TestNotes.node(), TestNotes.node(), TestNotes.node());
    private static final long[] AHEAD_MS = {0, 400, -700};

    @Test
    void noTicketIsRefusedWhileItLivesAndNoneIsBelievedAfterwards() {
        // given
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        long falseRefusals = 0;
        long falseBeliefs = 0;
        long read = 0;
        for (int rotation = 0; rotation < ROTATIONS; rotation++) {
            Instant turn = FIRST.plus(NoteKind.TICKET.period().multipliedBy(rotation));
            Random random = new Random(seed + rotation);
            // when: a burst of two seconds around the rotation, read at any time of a ticket's life
            for (long offset = -1_000; offset < 1_000; offset += 1_000 / PER_SECOND) {
                int writer = random.nextInt(3);
                int reader = random.nextInt(3);
                Instant written = turn.plusMillis(offset + AHEAD_MS[writer]);
                String ticket = write(NODES.get(writer), written);
                Instant ends = written.plus(NoteKind.TICKET.grace());
                Instant sooner = written.plusMillis(
                        random.nextLong(NoteKind.TICKET.grace().toMillis()));
                for (Instant at : List.of(written.plusMillis(AHEAD_MS[reader]), sooner, ends.minusMillis(1))) {
                    boolean alive = at.isBefore(ends);
                    falseRefusals += alive && !believes(NODES.get(reader), ticket, at) ? 1 : 0;
                    read++;
                }
                falseBeliefs += believes(NODES.get(reader), ticket, ends) ? 1 : 0;
            }
        }
        // then
        assertThat(read).isEqualTo(ROTATIONS * PER_SECOND * 2L * 3);
        assertThat(falseRefusals).isZero();
        assertThat(falseBeliefs).isZero();
    }

    @Test
    void anOldKeyIsDeadAtTheEndOfItsGraceWhateverItSigned() {
        // given notes that never expire, one from each of ten periods
        Notes node = NODES.getFirst();
        List<String> old = LongStream.range(0, ROTATIONS)
                .mapToObj(period ->
                        endless(node, FIRST.plus(NoteKind.TICKET.period().multipliedBy(period))))
                .toList();
        Instant last =
                FIRST.plus(NoteKind.TICKET.period().multipliedBy(ROTATIONS)).plus(NoteKind.TICKET.grace());
        // then
        assertThat(old).noneMatch(note -> believes(node, note, last));
        assertThat(believes(node, old.getLast(), last.minusMillis(1))).isTrue();
        assertThat(old.subList(0, ROTATIONS - 1))
                .noneMatch(note -> believes(node, note, last.minus(Duration.ofMillis(1))));
    }

    private static String write(Notes node, Instant at) {
        Note note = new Note(
                "u",
                "s",
                "o",
                "n",
                node.nonce(),
                at.toEpochMilli(),
                at.plus(NoteKind.TICKET.grace()).toEpochMilli(),
                Footprints.NONE);
        return node.write(NoteKind.TICKET, note, at);
    }

    private static String endless(Notes node, Instant at) {
        Note note = new Note("u", "s", "o", "n", node.nonce(), 0, Long.MAX_VALUE, Footprints.NONE);
        return node.write(NoteKind.TICKET, note, at);
    }

    private static boolean believes(Notes node, String ticket, Instant at) {
        return node.read(NoteKind.TICKET, ticket, at) instanceof Reading.Sound;
    }
}
