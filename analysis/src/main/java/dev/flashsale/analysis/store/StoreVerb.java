package dev.flashsale.analysis.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A verb that reads a store and prints an answer. Exit codes: 0 clean, 1 differences, 2 could not run. */
@Command(mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public abstract class StoreVerb implements Callable<Integer> {
    @Mixin
    private StoreOptions store;

    @Spec
    private CommandSpec spec;

    /**
     * Answers from the store.
     *
     * @return the exit code
     * @throws IOException the store cannot be read, or the question cannot be answered; the message is for people
     */
    protected abstract int answer(EventSource source, PrintWriter out) throws IOException;

    /**
     * Answers what needs no store.
     *
     * @return the exit code; absent when the store is needed
     */
    protected Optional<Integer> answerWithoutStore(PrintWriter out) throws IOException {
        return Optional.empty();
    }

    @Override
    public final Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Optional<Integer> answered = answerWithoutStore(out);
            if (answered.isPresent()) {
                return answered.get();
            }
            try (EventSource source = store.open()) {
                return answer(source, out);
            }
        } catch (IOException e) {
            spec.commandLine().getErr().println("flashsale: " + e.getMessage());
            spec.commandLine().getErr().flush();
            return StoreOptions.COULD_NOT_RUN;
        } finally {
            out.flush();
        }
    }

    /** Where the events are, for a verb that reads them more than once. */
    protected final StoreOptions store() {
        return store;
    }

    /** For options that contradict each other or make no sense; ends with usage and exit code 2. */
    protected final ParameterException wrongOption(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
