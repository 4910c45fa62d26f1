package dev.flashsale.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** What the analysis may depend on; apart from their test so that each rule can be shown something that breaks it. */
final class AnalysisRules {
    /** A proof that shared code with what it proves would share its mistakes. */
    static final ArchRule KNOWS_THE_KERNEL_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.flashsale.command..",
                    "dev.flashsale.process..",
                    "dev.flashsale.query..",
                    "dev.flashsale.platform..",
                    "dev.flashsale.standalone..",
                    "org.springframework..",
                    "org.axonframework.eventsourcing..");

    /** The same events give the same report, wherever they come from and whenever it is. */
    static final ArchRule PURE = noClasses()
            .that()
            .resideInAnyPackage("dev.flashsale.analysis.ledger..", "dev.flashsale.analysis.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.io..", "java.nio..", "java.net..", "com.fasterxml..", "picocli..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now");

    private AnalysisRules() {}
}
