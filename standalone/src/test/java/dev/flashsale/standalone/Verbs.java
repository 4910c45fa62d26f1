package dev.flashsale.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a verb of the command line printed, and how it ended.
 *
 * @param output stdout and stderr
 */
public record Verbs(int exitCode, String output) {
    /** Runs a verb in this JVM. */
    public static Verbs run(String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int exitCode = Flashsale.commandLine().setOut(writer).setErr(writer).execute(arguments);
        writer.flush();
        return new Verbs(exitCode, output.toString());
    }
}
