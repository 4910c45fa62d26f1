package dev.flashsale.standalone;

import dev.flashsale.analysis.asof.AsOfVerb;
import dev.flashsale.analysis.export.ExportVerb;
import dev.flashsale.analysis.open.OpenVerb;
import dev.flashsale.analysis.report.ReportCommand;
import dev.flashsale.analysis.sql.SqlVerb;
import dev.flashsale.analysis.trace.TraceVerb;
import dev.flashsale.standalone.demo.Demo;
import dev.flashsale.standalone.replay.Replay;
import dev.flashsale.whatif.WhatIf;
import java.io.IOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. Exit codes: 0 clean, 1 something does not hold, 2 could not run. */
@Command(
        name = "flashsale",
        description = "A flash sale that sells exactly its stock.",
        synopsisSubcommandLabel = "VERB",
        footer = {
            "",
            "  bench   Measure it beside raw limits and baselines; a program of its own: ./flashsale bench --help"
        },
        subcommands = {
            Serve.class,
            Demo.class,
            OpenVerb.class,
            Verify.class,
            AsOfVerb.class,
            TraceVerb.class,
            SqlVerb.class,
            ExportVerb.class,
            ReportCommand.class,
            Replay.class,
            WhatIf.class,
            HelpCommand.class
        })
public final class Flashsale {
    /** The process could not do what it was asked to. */
    static final int COULD_NOT_RUN = 2;

    private static final String WARM_UP = "flashsale.warmup.enabled";

    private Flashsale() {}

    /** Runs one verb and exits with its code. */
    public static void main(String[] args) {
        // a server that somebody starts warms up; one that a test starts within its own JVM does not
        if (System.getProperty(WARM_UP) == null) {
            System.setProperty(WARM_UP, "true");
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Flashsale())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    command.getErr().println("flashsale: " + exception.getMessage());
                    if (!(exception instanceof IOException)) {
                        LoggerFactory.getLogger(Flashsale.class).error("Could not run", exception);
                    }
                    return COULD_NOT_RUN;
                });
    }
}
