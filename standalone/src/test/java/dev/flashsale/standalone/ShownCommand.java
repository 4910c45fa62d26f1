package dev.flashsale.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that a page shows, and what it printed.
 *
 * @param line where the page shows it
 */
record ShownCommand(int line, String command, List<String> output) {
    private static final String PROMPT = "$ ";

    /** The commands in the page's blocks of the language "console". */
    static List<ShownCommand> of(Path page) throws IOException {
        List<ShownCommand> shown = new ArrayList<>();
        boolean inside = false;
        boolean goesOn = false;
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            if (line.startsWith("```")) {
                inside = line.equals("```console");
            } else if (inside && line.startsWith(PROMPT)) {
                shown.add(new ShownCommand(number, line.substring(PROMPT.length()), new ArrayList<>()));
                goesOn = line.endsWith("\\");
            } else if (inside && goesOn) {
                ShownCommand part = shown.removeLast();
                String whole = part.command.substring(0, part.command.length() - 1) + line.strip();
                shown.add(new ShownCommand(part.line, whole, part.output));
                goesOn = line.endsWith("\\");
            } else if (inside) {
                shown.getLast().output.add(line);
            }
        }
        return shown;
    }

    /**
     * The lines that any sale prints: headings and words, but no figures, ids or times. A line of dots stands for whatever
     * was left out.
     */
    List<String> headings() {
        return output.stream()
                .filter(line -> line.chars().noneMatch(Character::isDigit))
                .filter(line -> line.chars().filter(Character::isLetter).count() >= 3)
                .map(ShownCommand::withoutSpace)
                .toList();
    }

    static String withoutSpace(String line) {
        return line.strip().replaceAll("\\s+", " ");
    }
}
