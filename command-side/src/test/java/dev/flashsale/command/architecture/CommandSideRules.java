package dev.flashsale.command.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The rules, apart from their tests so that each can also be shown something that breaks it. */
final class CommandSideRules {
    /** What other packages may see of this module, and why. */
    private static final Set<String> SEEN_BY_OTHERS = Set.of(
            "dev.flashsale.command.CommandSide",
            "dev.flashsale.command.CommandSideApplication",
            // every slice that sends commands asks it
            "dev.flashsale.command.aggregate.SequenceConflict",
            // every part of the gate is a slice of its own
            "dev.flashsale.command.admission.AddressPrefix",
            "dev.flashsale.command.admission.AdmissionPolicies",
            "dev.flashsale.command.admission.Caller",
            "dev.flashsale.command.admission.Callers",
            "dev.flashsale.command.admission.Checkpoint",
            "dev.flashsale.command.admission.Gate",
            "dev.flashsale.command.admission.Stage",
            "dev.flashsale.command.admission.TurnedAway",
            "dev.flashsale.command.admission.TurnedAwayListener",
            "dev.flashsale.command.admission.Visit",
            "dev.flashsale.command.admission.limit.Quota",
            "dev.flashsale.command.admission.limit.RateLimits",
            "dev.flashsale.command.admission.step.StepGate",
            "dev.flashsale.command.admission.step.WayStep",
            // the purchases' own stocks answer the gate
            "dev.flashsale.command.admission.queue.Line",
            "dev.flashsale.command.admission.queue.Lines",
            // notes and footprints go from step to step, through all slices of the gate
            "dev.flashsale.command.admission.journey.Journeys",
            "dev.flashsale.command.admission.journey.Step",
            "dev.flashsale.command.admission.note.Footprints",
            "dev.flashsale.command.admission.note.Note",
            "dev.flashsale.command.admission.note.NoteKind",
            "dev.flashsale.command.admission.note.Notes",
            "dev.flashsale.command.admission.note.Reading",
            "dev.flashsale.command.admission.redis.GateRedis",
            "dev.flashsale.command.admission.ticket.TicketCondition",
            "dev.flashsale.command.admission.ticket.TicketRequest",
            // the what-if asks the very rules that decided, apart from everything that stores
            "dev.flashsale.command.stock.StockOnPaper",
            "dev.flashsale.command.stock.Decision",
            // verify fills the very aggregate from its events and from its snapshots, and compares
            "dev.flashsale.command.stock.RememberedStock");

    private static final String DECIDE_OR_EVOLVE = ".*(Decider|Rules|State|History)";

    static final ArchRule DECISIONS_KNOW_NO_CLOCK_AND_NO_CHANCE = noClasses()
            .that()
            .haveNameMatching(DECIDE_OR_EVOLVE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class, ThreadLocalRandom.class);

    static final ArchRule DECISIONS_KNOW_NO_LOG_AND_NO_FRAMEWORK = noClasses()
            .that()
            .haveNameMatching(DECIDE_OR_EVOLVE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.springframework..", "org.axonframework..");

    static final ArchRule OTHER_MODULES_STAY_UNSEEN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.flashsale.query..", "dev.flashsale.process..", "dev.flashsale.analysis..");

    static final ArchRule SLICES_KEEP_TO_THEMSELVES = classes()
            .that()
            .areTopLevelClasses()
            .and(DescribedPredicate.not(seenByOthers()))
            .should(not(bePublic()));

    static final ArchRule AGGREGATES_ARE_THIN =
            classes().that().areAnnotatedWith(Aggregate.class).should(holdAnIdAndAStateOnly());

    private CommandSideRules() {}

    private static DescribedPredicate<JavaClass> seenByOthers() {
        return DescribedPredicate.describe("are seen by others", type -> SEEN_BY_OTHERS.contains(type.getName()));
    }

    private static ArchCondition<JavaClass> bePublic() {
        return new ArchCondition<>("be public") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isPublic = type.getModifiers().contains(JavaModifier.PUBLIC);
                events.add(new SimpleConditionEvent(type, isPublic, type.getName() + " public: " + isPublic));
            }
        };
    }

    private static ArchCondition<JavaClass> holdAnIdAndAStateOnly() {
        return new ArchCondition<>("hold an id and a state only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaField> fields = type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .toList();
                long ids = fields.stream()
                        .filter(field -> field.isAnnotatedWith(AggregateIdentifier.class))
                        .count();
                long states = fields.stream()
                        .filter(field -> field.getRawType().getName().matches(".*(State|History)"))
                        .count();
                boolean thin = fields.size() == 2 && ids == 1 && states == 1;
                events.add(new SimpleConditionEvent(type, thin, type.getName() + " holds " + fields));
            }
        };
    }
}
