package dev.flashsale.command.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.flashsale.query.NeighbourInQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/** Each rule holds for the command side, and catches every class that breaks it. */
class CommandSideRulesTest {
    private static final JavaClasses COMMAND_SIDE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.flashsale.command");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(CommandSideRules.DECISIONS_KNOW_NO_CLOCK_AND_NO_CHANCE, ReadsTheTimeDecider.class),
                Arguments.of(CommandSideRules.DECISIONS_KNOW_NO_CLOCK_AND_NO_CHANCE, HasAClockState.class),
                Arguments.of(CommandSideRules.DECISIONS_KNOW_NO_CLOCK_AND_NO_CHANCE, ThrowsDiceRules.class),
                Arguments.of(CommandSideRules.DECISIONS_KNOW_NO_LOG_AND_NO_FRAMEWORK, LogsHistory.class),
                Arguments.of(CommandSideRules.DECISIONS_KNOW_NO_LOG_AND_NO_FRAMEWORK, UsesSpringRules.class),
                Arguments.of(CommandSideRules.OTHER_MODULES_STAY_UNSEEN, LooksIntoQuery.class),
                Arguments.of(CommandSideRules.SLICES_KEEP_TO_THEMSELVES, NeighbourInQuery.class),
                Arguments.of(CommandSideRules.AGGREGATES_ARE_THIN, FatAggregate.class),
                Arguments.of(CommandSideRules.AGGREGATES_ARE_THIN, NamelessAggregate.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCommandSideKeepsTheRule(ArchRule rule, Class<?> breaker) {
        assertThatNoException().isThrownBy(() -> rule.check(COMMAND_SIDE));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCatchesWhatBreaksIt(ArchRule rule, Class<?> breaker) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(breaker)).hasViolation())
                .isTrue();
    }

    static final class ReadsTheTimeDecider {
        final Instant now = Instant.now();
    }

    static final class HasAClockState {
        final Clock clock = Clock.systemUTC();
    }

    static final class ThrowsDiceRules {
        final Random dice = new Random();
    }

    static final class LogsHistory {
        static final Logger LOG = LoggerFactory.getLogger(LogsHistory.class);
    }

    static final class UsesSpringRules {
        final boolean text = StringUtils.hasText("x");
    }

    static final class LooksIntoQuery {
        final Object neighbour = new NeighbourInQuery();
    }

    static final class SomeState {}

    @Aggregate
    static final class FatAggregate {
        @AggregateIdentifier
        @Nullable
        String id;

        final SomeState state = new SomeState();
        final List<String> more = new ArrayList<>();
    }

    @Aggregate
    static final class NamelessAggregate {
        @Nullable
        String id;

        final SomeState state = new SomeState();
    }
}
