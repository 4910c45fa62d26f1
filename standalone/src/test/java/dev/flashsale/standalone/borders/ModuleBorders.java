package dev.flashsale.standalone.borders;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;

/** Which module must not know which: the contract between modules is the shared kernel, and platform serves services. */
final class ModuleBorders {
    private static final Map<String, List<String>> MUST_NOT_KNOW = Map.of(
            "kernel", List.of("platform", "command", "process", "query", "analysis", "whatif", "auditor", "standalone"),
            "platform", List.of("command", "process", "query", "analysis", "whatif", "auditor", "standalone"),
            "command", List.of("process", "query", "analysis", "whatif", "auditor", "standalone"),
            "process", List.of("command", "query", "analysis", "whatif", "auditor", "standalone"),
            "query", List.of("command", "process", "analysis", "whatif", "auditor", "standalone"),
            "analysis", List.of("platform", "command", "process", "query", "whatif", "auditor", "standalone"),
            // the what-if asks the command side's rules: it is the one tool that may know them
            "whatif", List.of("platform", "process", "query", "auditor", "standalone"),
            "auditor", List.of("command", "process", "query", "whatif", "standalone"));

    private ModuleBorders() {}

    static List<String> modules() {
        return MUST_NOT_KNOW.keySet().stream().sorted().toList();
    }

    static ArchRule of(String module) {
        String[] others = MUST_NOT_KNOW.get(module).stream()
                .map(other -> "dev.flashsale." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.flashsale." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .as("the module " + module + " knows only the modules below it");
    }
}
