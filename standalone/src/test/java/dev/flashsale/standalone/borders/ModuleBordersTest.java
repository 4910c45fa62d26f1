package dev.flashsale.standalone.borders;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.flashsale.query.border.ReachesIntoTheCommandSide;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleBordersTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.flashsale");

    static List<String> modules() {
        return ModuleBorders.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleKnowsOnlyTheModulesBelowIt(String module) {
        ModuleBorders.of(module).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theRuleLooksAtClassesOfTheModule(String module) {
        assertThat(PRODUCT.stream().filter(type -> type.getPackageName().startsWith("dev.flashsale." + module)))
                .as("classes of %s", module)
                .hasSizeGreaterThan(5);
    }

    /** Positive control: a rule that never finds anything would pass for ever. */
    @Test
    void aClassThatCrossesABorderIsFound() {
        // given
        JavaClasses crossing = new ClassFileImporter().importClasses(ReachesIntoTheCommandSide.class);
        // then
        assertThat(ModuleBorders.of("query").evaluate(crossing).hasViolation()).isTrue();
    }
}
