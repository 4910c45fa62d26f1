package dev.flashsale.command.admission.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.note.Reading.Expired;
import dev.flashsale.command.admission.note.Reading.Forged;
import dev.flashsale.command.admission.note.Reading.Sound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:15:00Z");
    private static final Duration LIFE = NoteKind.TICKET.grace();

    private final Notes notes = TestNotes.node();

    @Test
    void whatOneNodeWritesAnotherReads() {
        // given
        Note note = note(NOW);
        String text = notes.write(NoteKind.TICKET, note, NOW);
        // when
        Reading read = TestNotes.node().read(NoteKind.TICKET, text, NOW.plusSeconds(299));
        // then
        assertThat(read).isEqualTo(new Sound(note));
    }

    @ParameterizedTest
    @EnumSource(NoteKind.class)
    void aNoteOfOneKindIsNoneOfAnother(NoteKind kind) {
        String text = notes.write(kind, note(NOW), NOW);
        for (NoteKind other : NoteKind.values()) {
            assertThat(notes.read(other, text, NOW) instanceof Sound).isEqualTo(other == kind);
        }
    }

    @Test
    void aNoteIsWorthNothingFromItsEndOn() {
        String text = notes.write(NoteKind.TICKET, note(NOW), NOW);
        assertThat(notes.read(NoteKind.TICKET, text, NOW.plus(LIFE).minusMillis(1)))
                .isInstanceOf(Sound.class);
        assertThat(notes.read(NoteKind.TICKET, text, NOW.plus(LIFE))).isEqualTo(new Expired());
        assertThat(notes.read(NoteKind.TICKET, text, NOW.plus(Duration.ofDays(9))))
                .isEqualTo(new Expired());
    }

    @Test
    void noByteCanBeChangedToAnyOther() {
        // given
        String text = notes.write(NoteKind.TICKET, note(NOW), NOW);
        int believed = 0;
        // when
        for (int at = 0; at < text.length(); at++) {
            for (char other = 1; other < 256; other++) {
                if (other != text.charAt(at)) {
                    String changed = text.substring(0, at) + other + text.substring(at + 1);
                    believed += notes.read(NoteKind.TICKET, changed, NOW) instanceof Sound ? 1 : 0;
                }
            }
        }
        // then
        assertThat(believed).isZero();
    }

    @Test
    void ofAHundredThousandMutatedTicketsNoneIsBelieved() {
        // given
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            given.add(notes.write(NoteKind.TICKET, note(NOW), NOW));
        }
        int believed = 0;
        // when
        for (int i = 0; i < 100_000; i++) {
            String one = given.get(random.nextInt(given.size()));
            String mutated = mutated(one, given.get(random.nextInt(given.size())), random);
            boolean another = !given.contains(mutated);
            believed += another && notes.read(NoteKind.TICKET, mutated, NOW) instanceof Sound ? 1 : 0;
        }
        // then
        assertThat(believed).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "...", "v1", "v1..", "v1...", "v2.a.b.c", "v1.-1.b.c", "v1.zzzzzzzzzz.b.c", "v1.0.a.b"})
    void whatIsNoNoteIsForged(String text) {
        assertThat(notes.read(NoteKind.TICKET, text, NOW)).isEqualTo(new Forged());
    }

    @Test
    void aKeyThatSignsOnlyLaterIsNotBelievedYet() {
        // given a clock that is an hour ahead
        String text = notes.write(NoteKind.TICKET, note(NOW), NOW.plus(NoteKind.TICKET.period()));
        // then
        assertThat(notes.read(NoteKind.TICKET, text, NOW)).isEqualTo(new Forged());
    }

    @Test
    void aKeyIsDeadAtTheEndOfItsGrace() {
        // given a note that would live on, signed in the last moment of a period
        Instant end = Instant.parse("2026-11-21T13:00:00Z");
        Instant last = end.minusMillis(1);
        Note note = new Note("u", "s", "o", "n", notes.nonce(), 0, Long.MAX_VALUE, Footprints.NONE);
        String text = notes.write(NoteKind.TICKET, note, last);
        // then
        Instant graceEnds = end.plus(NoteKind.TICKET.grace());
        assertThat(notes.read(NoteKind.TICKET, text, graceEnds.minusMillis(1))).isInstanceOf(Sound.class);
        assertThat(notes.read(NoteKind.TICKET, text, graceEnds)).isEqualTo(new Expired());
    }

    @Test
    void anAddressIsToldByItsNetworkOnly() {
        assertThat(notes.network("203.0.113.9")).isEqualTo(notes.network("203.0.113.250"));
        assertThat(notes.network("203.0.113.9")).isNotEqualTo(notes.network("203.0.114.9"));
        assertThat(notes.network("203.0.113.9")).doesNotContain("203").hasSize(32);
    }

    private Note note(Instant at) {
        return new Note(
                "user-1",
                "sale-1",
                "offer-1",
                notes.network("203.0.113.9"),
                notes.nonce(),
                at.toEpochMilli(),
                at.plus(LIFE).toEpochMilli(),
                Footprints.opened(at.toEpochMilli() - 5_000, 1, 2).shown(at.toEpochMilli() - 3_000, true));
    }

    private static String mutated(String one, String other, Random random) {
        int at = random.nextInt(one.length());
        int to = at + random.nextInt(one.length() - at);
        return switch (random.nextInt(6)) {
            case 0 -> one.substring(0, at) + (char) (random.nextInt(94) + 33) + one.substring(at + 1);
            case 1 -> one.substring(0, at) + one.substring(to);
            case 2 -> one.substring(0, at) + other.substring(Math.min(at, other.length()));
            case 3 -> one.substring(0, at) + one.substring(at, to) + one.substring(at);
            case 4 -> other.substring(0, other.lastIndexOf('.')) + one.substring(one.lastIndexOf('.'));
            default -> one.substring(0, at) + (char) random.nextInt(Character.MAX_VALUE) + one.substring(at);
        };
    }
}
