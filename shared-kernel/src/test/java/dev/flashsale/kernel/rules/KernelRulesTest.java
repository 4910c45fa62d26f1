package dev.flashsale.kernel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.StringUtils;

/** Each rule holds for the language, and catches a class that breaks it. */
class KernelRulesTest {
    private static final JavaClasses LANGUAGE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.flashsale.kernel");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(KernelRules.ONLY_THE_JDK_AND_ANNOTATIONS, UsesALibrary.class),
                Arguments.of(KernelRules.NO_SPRING, UsesSpring.class),
                Arguments.of(KernelRules.AXON_ONLY_AS_ANNOTATIONS, UsesAxon.class),
                Arguments.of(KernelRules.NO_CLOCK_AND_NO_CHANCE, LooksAtTheClock.class),
                Arguments.of(KernelRules.EVERYTHING_IS_IMMUTABLE, Changes.class),
                Arguments.of(KernelRules.STORED_MEANS_RECORD, Changes.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theLanguageKeepsTheRule(ArchRule rule, Class<?> breaker) {
        assertThatNoException().isThrownBy(() -> rule.check(LANGUAGE));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCatchesWhatBreaksIt(ArchRule rule, Class<?> breaker) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(breaker)).hasViolation())
                .isTrue();
    }

    static final class UsesALibrary {
        final Object assertion = assertThat(true);
    }

    static final class UsesSpring {
        final boolean text = StringUtils.hasText("x");
    }

    static final class UsesAxon {
        final Object message = GenericEventMessage.asEventMessage("x");
    }

    static final class LooksAtTheClock {
        final Instant now = Instant.now();
    }

    @Revision("1")
    static final class Changes {
        int value;
    }
}
