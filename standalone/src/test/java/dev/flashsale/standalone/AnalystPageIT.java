package dev.flashsale.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's commands still do what it shows, on a sale of its own. */
class AnalystPageIT {
    private static final Path PAGE = Path.of("../docs/analyst.md");

    @TempDir
    Path directory;

    @Test
    void everyCommandOfTheWalkThroughPrintsWhatItShows() throws IOException {
        // given
        List<ShownCommand> page = ShownCommand.of(PAGE);
        PageShell shell = new PageShell(directory);
        SoftAssertions soft = new SoftAssertions();

        // when
        for (int i = 0; i < page.size(); i++) {
            ShownCommand shown = page.get(i);
            String printed = shell.run(shown.command());
            String where = "line %d: %s".formatted(shown.line(), shown.command());

            // then
            boolean codeIsShown =
                    i + 1 < page.size() && page.get(i + 1).command().equals("echo $?");
            if (shown.command().equals("echo $?")) {
                soft.assertThat(printed).as(where).isEqualTo(shown.output().getFirst());
            } else if (!codeIsShown) {
                soft.assertThat(shell.lastExitCode()).as(where + "\n" + printed).isZero();
            }
            if (!shown.headings().isEmpty()) {
                soft.assertThat(printed.lines().map(ShownCommand::withoutSpace))
                        .as(where)
                        .containsSubsequence(shown.headings());
            }
        }
        soft.assertAll();
        assertThat(page).hasSizeGreaterThan(10);
    }
}
