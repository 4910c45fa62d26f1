package dev.flashsale.command.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.kernel.admission.Rate;
import dev.flashsale.kernel.admission.RatePolicy;
import dev.flashsale.kernel.sale.AdmissionSet;
import dev.flashsale.kernel.sale.CloseFlashSale;
import dev.flashsale.kernel.sale.SaleDecision;
import dev.flashsale.kernel.sale.SaleRefusal;
import dev.flashsale.kernel.sale.ScheduleFlashSale;
import dev.flashsale.kernel.sale.SetAdmission;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** A merchant says who may try to buy. */
class AdmissionTest {
    private static final AdmissionPolicy TICKETS = new AdmissionPolicy(
            new ChallengePolicy(ChallengeKind.PROOF_OF_WORK, List.of(), 3, 60_000, 16),
            true,
            new RatePolicy(new Rate(5, 1, 1_000), null, null),
            null,
            null,
            null,
            true);
    private static final ScheduleFlashSale SCHEDULE = SaleOnPaper.sound().build();

    private final FixtureConfiguration<FlashSale> fixture = new AggregateTestFixture<>(FlashSale.class);

    @Test
    void anAdmissionGivenWithTheScheduleIsSetInTheSameStep() {
        // given nothing, when a sale is scheduled with an admission, then both are announced at once
        fixture.givenNoPriorActivity()
                .when(with(TICKETS))
                .expectResultMessagePayload(SaleDecision.accepted())
                .expectEvents(
                        SaleOnPaper.announced(SCHEDULE),
                        new AdmissionSet("sale-1", TICKETS, "merchant-1", SCHEDULE.at()));
    }

    @Test
    void anUnsoundAdmissionLeavesNoSaleBehind() {
        // given nothing, when a sale is scheduled with a challenge that leads to no ticket, then nothing happens
        AdmissionPolicy noTicket = new AdmissionPolicy(TICKETS.challenge(), false, null, null, null, null, false);
        fixture.givenNoPriorActivity().when(with(noTicket)).expectNoEvents();
    }

    @Test
    void anAdmissionIsChangedWhileTheSaleRuns() {
        // given a sale in which everybody may try, when an admission is set twice, then the second changes nothing
        SetAdmission set = new SetAdmission("sale-1", TICKETS, "merchant-2", SaleOnPaper.NOW);
        fixture.givenCommands(SCHEDULE)
                .when(set)
                .expectEvents(new AdmissionSet("sale-1", TICKETS, "merchant-2", SaleOnPaper.NOW));
        new AggregateTestFixture<>(FlashSale.class)
                .givenCommands(SCHEDULE, set)
                .when(set)
                .expectNoEvents()
                .expectResultMessagePayload(SaleDecision.accepted());
    }

    @Test
    void everyPartIsSwitchedOffAgain() {
        // given a sale with an admission, when it is opened to everybody, then that is set
        SetAdmission open = new SetAdmission("sale-1", AdmissionPolicy.OPEN, "merchant-1", SaleOnPaper.NOW);
        fixture.givenCommands(with(TICKETS))
                .when(open)
                .expectEvents(new AdmissionSet("sale-1", AdmissionPolicy.OPEN, "merchant-1", SaleOnPaper.NOW));
    }

    @Test
    void anEndedSaleKeepsItsAdmission() {
        // given a closed sale, when an admission is set, then it is refused
        fixture.givenCommands(SCHEDULE, new CloseFlashSale("sale-1", SaleOnPaper.NOW))
                .when(new SetAdmission("sale-1", TICKETS, "merchant-1", SaleOnPaper.NOW))
                .expectNoEvents()
                .expectResultMessagePayload(SaleDecision.refused(SaleRefusal.ENDED, "The sale has ended."));
    }

    @Test
    void whatCannotBeAppliedIsNamed() {
        // given policies with one fault each, when they are judged, then the sentence names the part
        ChallengePolicy emptyQuiz = new ChallengePolicy(ChallengeKind.QUIZ, List.of(), 3, 60_000, 0);
        assertThat(AdmissionRules.broken(new AdmissionPolicy(emptyQuiz, true, null, null, null, null, false)))
                .contains("quiz");
        RatePolicy never = new RatePolicy(new Rate(0, 1, 1_000), null, null);
        assertThat(AdmissionRules.broken(new AdmissionPolicy(null, false, never, null, null, null, false)))
                .contains("A rate");
        assertThat(AdmissionRules.broken(AdmissionPolicy.OPEN)).isNull();
    }

    private static ScheduleFlashSale with(AdmissionPolicy admission) {
        return new ScheduleFlashSale(
                SCHEDULE.saleId(),
                SCHEDULE.title(),
                SCHEDULE.currency(),
                SCHEDULE.opensAt(),
                SCHEDULE.closesAt(),
                SCHEDULE.paymentWindow(),
                SCHEDULE.items(),
                SCHEDULE.bundles(),
                admission,
                SCHEDULE.scheduledBy(),
                SCHEDULE.at());
    }
}
