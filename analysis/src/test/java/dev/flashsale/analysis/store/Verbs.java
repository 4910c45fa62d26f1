package dev.flashsale.analysis.store;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a verb and keeps what it said. */
public record Verbs(int code, String out, String err) {
    public static Verbs run(StoreVerb verb, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(verb)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Verbs(code, out.toString(), err.toString());
    }
}
