package dev.flashsale.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a shell as a page needs: verbs, quotes, and variables that hold a verb's answer. */
final class PageShell {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z]+)=\\$\\((.*)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");

    private final Path directory;
    private final Map<String, String> variables = new HashMap<>();
    private int lastExitCode;

    /** Puts the page's directories {@code data} and {@code out} into this one. */
    PageShell(Path directory) {
        this.directory = directory;
    }

    int lastExitCode() {
        return lastExitCode;
    }

    /** Runs it, and answers with what it printed. */
    String run(String command) {
        Matcher assignment = ASSIGNMENT.matcher(command);
        if (assignment.matches()) {
            String answer = run(assignment.group(2)).strip();
            variables.put(assignment.group(1), answer);
            return "";
        }
        if (command.equals("echo $?")) {
            return Integer.toString(lastExitCode);
        }
        if (!command.startsWith("./flashsale ")) {
            throw new IllegalArgumentException("a page may show ./flashsale, not " + command);
        }
        return flashsale(words(command.substring("./flashsale ".length())));
    }

    private String flashsale(List<String> words) {
        if (!words.contains("--data") && !words.contains("--file")) {
            words.addAll(List.of("--data", inDirectory("data")));
        }
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        lastExitCode = Flashsale.commandLine().setOut(out).setErr(out).execute(words.toArray(String[]::new));
        return printed.toString().replace(directory + "/", "");
    }

    private List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            String quoted = word.group(1) != null ? word.group(1) : word.group(2);
            words.add(quoted != null ? expanded(quoted) : inDirectory(expanded(word.group(3))));
        }
        return words;
    }

    private String expanded(String word) {
        return VARIABLE.matcher(word)
                .replaceAll(name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), "")))
                .replace("'out/", "'" + directory + "/out/");
    }

    private String inDirectory(String word) {
        return word.equals("data") || word.startsWith("out/")
                ? directory.resolve(word).toString()
                : word;
    }
}
