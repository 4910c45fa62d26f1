package dev.flashsale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.flashsale.analysis.audit.ImpureForTheRules;
import dev.flashsale.analysis.store.StoredRows;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds for the analysis, and catches a class that breaks it. */
class AnalysisRulesTest {
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(AnalysisRules.KNOWS_THE_KERNEL_ONLY, StoredRows.class),
                Arguments.of(AnalysisRules.PURE, ImpureForTheRules.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theAnalysisKeepsTheRule(ArchRule rule, Class<?> breaker) {
        assertThatNoException()
                .isThrownBy(() -> rule.check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.flashsale.analysis")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCatchesWhatBreaksIt(ArchRule rule, Class<?> breaker) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(breaker)).hasViolation())
                .isTrue();
    }
}
