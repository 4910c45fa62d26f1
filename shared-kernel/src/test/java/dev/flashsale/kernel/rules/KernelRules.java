package dev.flashsale.kernel.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.axonframework.serialization.Revision;

/** The rules, apart from their tests so that each can also be shown something that breaks it. */
final class KernelRules {
    /** Every module and every tool reads the language, so it drags nothing along. */
    static final ArchRule ONLY_THE_JDK_AND_ANNOTATIONS = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.flashsale.kernel..",
                    "org.axonframework.modelling.command",
                    "org.axonframework.serialization",
                    "org.axonframework.commandhandling",
                    "com.fasterxml.jackson.annotation",
                    "org.jspecify.annotations");

    static final ArchRule NO_SPRING =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");

    /** Of Axon, only what marks a message. */
    static final ArchRule AXON_ONLY_AS_ANNOTATIONS = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.axonframework..").and(not(assignableTo(Annotation.class))));

    static final ArchRule NO_CLOCK_AND_NO_CHANCE = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class);

    static final ArchRule EVERYTHING_IS_IMMUTABLE = fields().should().beFinal();

    static final ArchRule STORED_MEANS_RECORD =
            classes().that().areAnnotatedWith(Revision.class).should().beRecords();

    private KernelRules() {}
}
