package dev.flashsale.command.admission.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.Visit.Wanted;
import dev.flashsale.command.admission.note.Footprints;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.command.admission.note.TestNotes;
import dev.flashsale.command.admission.redis.TestRedis;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tickets in the wrong hands, over a real Redis. */
class TicketAttackTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:58:00Z");
    private static final AdmissionPolicy TICKETS = new AdmissionPolicy(null, true, null, null, null, null, false);
    private static final String HOME = "203.0.113.9";

    private final TestRedis redis = new TestRedis();

    private final Notes notes = TestNotes.node();
    private final TicketCheckpoint looks = new TicketCheckpoint(TestNotes.node());
    private final TicketUse one = new TicketUse(TestNotes.node(), redis.node());
    private final TicketUse other = new TicketUse(TestNotes.node(), redis.node());

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void ofAllWhoCouldHoldATicketOnlyItsOwnerPasses() {
        // given
        String ticket = ticket("anna", "sale", "offer", NOW);
        int passed = 0;
        int tried = 0;
        // when
        for (String user : List.of("anna", "bert", "ANNA", "")) {
            for (String sale : List.of("sale", "sale2", "")) {
                for (String offer : List.of("offer", "offer2", "")) {
                    for (String address : List.of(HOME, "203.0.113.77", "203.0.114.9", "2001:db8::1", "nonsense")) {
                        for (long later : new long[] {0, 299_999, 300_000, 86_400_000}) {
                            Visit visit = visit(user, sale, offer, "p", ticket, address, NOW.plusMillis(later));
                            boolean theirs = user.equals("anna")
                                    && sale.equals("sale")
                                    && offer.equals("offer")
                                    && address.startsWith("203.0.113.")
                                    && later < 300_000;
                            tried++;
                            boolean passes = looks.check(visit) == null;
                            assertThat(passes).isEqualTo(theirs);
                            passed += passes ? 1 : 0;
                        }
                    }
                }
            }
        }
        // then
        assertThat(tried).isEqualTo(720);
        assertThat(passed).isEqualTo(4);
    }

    @Test
    void whatIsWrongIsNamed() {
        String ticket = ticket("anna", "sale", "offer", NOW);
        assertThat(rule(looks.check(visit("anna", "sale", "offer", "p", null, HOME, NOW))))
                .isEqualTo("TICKET_REQUIRED");
        assertThat(rule(looks.check(visit("anna", "sale", "offer", "p", "v1.-.y.z", HOME, NOW))))
                .isEqualTo("TICKET_INVALID");
        assertThat(rule(looks.check(visit("anna", "sale", "offer", "p", ticket, HOME, NOW.plusSeconds(300)))))
                .isEqualTo("TICKET_EXPIRED");
        TurnedAway moved =
                Objects.requireNonNull(looks.check(visit("anna", "sale", "offer", "p", ticket, "198.51.100.1", NOW)));
        assertThat(moved.members()).containsEntry("mismatch", "ADDRESS");
    }

    @Test
    void ofAThousandPurchasesAtOnceWithOneTicketOneIsLetOn() {
        // given
        String ticket = ticket("anna", "sale", "offer", NOW);
        // when
        List<TurnedAway> turnedAway = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? one : other)
                        .check(visit("anna", "sale", "offer", "purchase-" + i, ticket, HOME, NOW)))
                .filter(Objects::nonNull)
                .toList();
        // then
        assertThat(turnedAway).hasSize(999).allMatch(no -> no.rule().equals("TICKET_USED"));
    }

    @Test
    void thePurchaseThatATicketIsBoundToMayBeRepeatedOnAnyNode() {
        // given
        String ticket = ticket("anna", "sale", "offer", NOW);
        Visit first = visit("anna", "sale", "offer", "purchase-1", ticket, HOME, NOW);
        // then
        assertThat(one.check(first)).isNull();
        assertThat(other.check(first)).isNull();
        assertThat(rule(other.check(visit("anna", "sale", "offer", "purchase-2", ticket, HOME, NOW))))
                .isEqualTo("TICKET_USED");
        assertThat(one.check(first)).isNull();
    }

    @Test
    void theBindingOutlivesTheTicket() {
        // given
        String ticket = ticket("anna", "sale", "offer", NOW);
        Note note = Objects.requireNonNull(notes.holding(NoteKind.TICKET, ticket, NOW));
        // when
        assertThat(one.check(visit("anna", "sale", "offer", "purchase-1", ticket, HOME, NOW)))
                .isNull();
        // then
        assertThat(redis.client().pttl("gate:ticket:" + note.nonce())).isGreaterThan(300_000);
    }

    @Test
    void withoutRedisNobodyGetsThrough() {
        // given
        TicketUse cutOff = new TicketUse(notes, redis.cutOffNode());
        String ticket = ticket("anna", "sale", "offer", NOW);
        for (int i = 0; i < 30; i++) {
            // when, with the breaker closed and then open
            TurnedAway no = cutOff.check(visit("anna", "sale", "offer", "p", ticket, HOME, NOW));
            // then
            assertThat(rule(no)).isEqualTo("ADMISSION_UNAVAILABLE");
        }
    }

    @Test
    void aSaleThatAsksForNoTicketAsksNothingOfRedis() {
        // given
        TicketUse cutOff = new TicketUse(notes, redis.cutOffNode());
        Visit visit = new Visit(
                "sale",
                AdmissionPolicy.OPEN,
                new Caller(HOME, "anna", null, null, null),
                "anna",
                new Wanted("offer", 1, "p"),
                NOW);
        // then
        assertThat(looks.check(visit)).isNull();
        assertThat(cutOff.check(visit)).isNull();
    }

    private String ticket(String user, String sale, String offer, Instant at) {
        Note note = new Note(
                user,
                sale,
                offer,
                notes.network(HOME),
                notes.nonce(),
                at.toEpochMilli(),
                at.plus(TicketOffice.LIFE).toEpochMilli(),
                Footprints.NONE);
        return notes.write(NoteKind.TICKET, note, at);
    }

    private static Visit visit(
            String user, String sale, String offer, String purchase, @Nullable String ticket, String from, Instant at) {
        Caller caller = new Caller(from, user, ticket, "a browser", "de");
        return new Visit(sale, TICKETS, caller, user, new Wanted(offer, 1, purchase), at);
    }

    private static String rule(@Nullable TurnedAway turnedAway) {
        return turnedAway == null ? "let on" : turnedAway.rule();
    }
}
