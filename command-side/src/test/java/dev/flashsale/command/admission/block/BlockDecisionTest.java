package dev.flashsale.command.admission.block;

import dev.flashsale.kernel.admission.BlockingPolicy;
import dev.flashsale.kernel.block.Block;
import dev.flashsale.kernel.block.BlockAnswer;
import dev.flashsale.kernel.block.BlockForRefusals;
import dev.flashsale.kernel.block.Blocked;
import dev.flashsale.kernel.block.SubjectKind;
import dev.flashsale.kernel.block.Unblock;
import dev.flashsale.kernel.block.Unblocked;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class BlockDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ID = SubjectKind.USER.blockId("user-1");

    /** A minute at first, three times as long each time, ten minutes at most. */
    private static final BlockingPolicy POLICY = new BlockingPolicy(20, 10_000, 60_000, 3, 600_000);

    private final FixtureConfiguration<BlockedSubject> fixture = new AggregateTestFixture<>(BlockedSubject.class);

    @Test
    void aMerchantBlocksSomebodyUntilAMoment() {
        fixture.givenNoPriorActivity()
                .when(byHand(NOW, Duration.ofHours(1)))
                .expectResultMessagePayload(BlockAnswer.DONE)
                .expectEvents(new Blocked(
                        ID, SubjectKind.USER, "user-1", "resells", NOW.plusSeconds(3_600), "merchant-1", false, NOW));
    }

    @Test
    void aBlockThatEndsInThePastOrInAThousandYearsIsRefused() {
        for (Duration length : new Duration[] {Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(365_000)}) {
            new AggregateTestFixture<>(BlockedSubject.class)
                    .givenNoPriorActivity()
                    .when(byHand(NOW, length))
                    .expectNoEvents()
                    .expectResultMessagePayload(BlockAnswer.INVALID_END);
        }
    }

    @Test
    void theSameBlockIsSaidOnce() {
        fixture.givenCommands(byHand(NOW, Duration.ofHours(1)))
                .when(byHand(NOW, Duration.ofHours(1)))
                .expectNoEvents()
                .expectResultMessagePayload(BlockAnswer.DONE);
    }

    @Test
    void refusalsBlockForTheFirstLength() {
        fixture.givenNoPriorActivity().when(byPolicy(NOW)).expectEvents(automatic(NOW, 60));
    }

    @Test
    void whoeverIsBlockedAlreadyIsNotBlockedByASecondNodeForTheSameRefusals() {
        fixture.givenCommands(byPolicy(NOW))
                .when(byPolicy(NOW.plusMillis(1)))
                .expectNoEvents()
                .expectResultMessagePayload(BlockAnswer.DONE);
    }

    @Test
    void eachFurtherBlockWithinADayLastsLongerUpToTheLongest() {
        // given blocks of one minute, three and nine
        Instant second = NOW.plusSeconds(60);
        Instant third = second.plusSeconds(180);
        Instant fourth = third.plusSeconds(540);
        fixture.givenCommands(byPolicy(NOW), byPolicy(second))
                .when(byPolicy(third))
                .expectEvents(automatic(third, 540));
        new AggregateTestFixture<>(BlockedSubject.class)
                .givenCommands(byPolicy(NOW), byPolicy(second), byPolicy(third))
                .when(byPolicy(fourth))
                .expectEvents(automatic(fourth, 600));
    }

    @Test
    void aDayLaterABlockIsAsShortAsAFirstOne() {
        Instant later = NOW.plus(Duration.ofDays(1)).plusMillis(1);
        fixture.givenCommands(byPolicy(NOW), byPolicy(NOW.plusSeconds(60)))
                .when(byPolicy(later))
                .expectEvents(automatic(later, 180));
        Instant muchLater = NOW.plus(Duration.ofDays(2));
        new AggregateTestFixture<>(BlockedSubject.class)
                .givenCommands(byPolicy(NOW), byPolicy(NOW.plusSeconds(60)))
                .when(byPolicy(muchLater))
                .expectEvents(automatic(muchLater, 60));
    }

    @Test
    void whoeverIsLetGoStartsAnew() {
        Unblock letGo = new Unblock(ID, "merchant-1", NOW.plusSeconds(1));
        fixture.givenCommands(byPolicy(NOW))
                .when(letGo)
                .expectEvents(new Unblocked(ID, "merchant-1", NOW.plusSeconds(1)));
        new AggregateTestFixture<>(BlockedSubject.class)
                .givenCommands(byPolicy(NOW), letGo)
                .when(byPolicy(NOW.plusSeconds(2)))
                .expectEvents(automatic(NOW.plusSeconds(2), 60));
    }

    @Test
    void nobodyIsLetGoAfterTheBlockHasEnded() {
        fixture.givenCommands(byPolicy(NOW))
                .when(new Unblock(ID, "merchant-1", NOW.plusSeconds(60)))
                .expectNoEvents()
                .expectResultMessagePayload(BlockAnswer.NOT_BLOCKED);
    }

    @Test
    void aMerchantsWordReplacesAnAutomaticBlock() {
        fixture.givenCommands(byPolicy(NOW))
                .when(byHand(NOW.plusSeconds(1), Duration.ofSeconds(1)))
                .expectEvents(new Blocked(
                        ID,
                        SubjectKind.USER,
                        "user-1",
                        "resells",
                        NOW.plusSeconds(2),
                        "merchant-1",
                        false,
                        NOW.plusSeconds(1)));
    }

    private static Block byHand(Instant at, Duration length) {
        return new Block(ID, SubjectKind.USER, "user-1", "resells", at.plus(length), "merchant-1", at);
    }

    private static BlockForRefusals byPolicy(Instant at) {
        return new BlockForRefusals(ID, SubjectKind.USER, "user-1", "RATE_LIMITED", "sale-1", POLICY, at);
    }

    private static Blocked automatic(Instant at, long seconds) {
        return new Blocked(ID, SubjectKind.USER, "user-1", "RATE_LIMITED", at.plusSeconds(seconds), "sale-1", true, at);
    }
}
