package dev.flashsale.whatif;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code whatif} is asked, and how it answers. */
final class WhatIfOptions {
    /** Nothing comes out otherwise. */
    static final int SAME = 0;

    /** Something does. */
    static final int DIFFERENT = 1;

    @Option(names = "--sale", paramLabel = "ID", description = "The sale; needed when several are stored.")
    @Nullable
    String saleId;

    @Option(
            names = "--offer",
            paramLabel = "ID",
            split = ",",
            description = "Items or bundles that --stock, --limit-per-user, --price and --buckets are about"
                    + " (default: all items, no bundle).")
    Set<String> offers = Set.of();

    @Option(names = "--stock", paramLabel = "N", description = "Units of each item at the beginning.")
    @Nullable
    Integer stock;

    @Option(names = "--limit-per-user", paramLabel = "N", description = "Most pieces that one user may hold.")
    @Nullable
    Integer limitPerUser;

    @Option(names = "--price", paramLabel = "MINOR", description = "Price of one piece, in minor units.")
    @Nullable
    Long priceMinor;

    @Option(names = "--buckets", paramLabel = "N", description = "In how many buckets each item is split.")
    @Nullable
    Integer buckets;

    @Option(names = "--rate", paramLabel = "PER_SECOND", description = "Most attempts of one user in a second.")
    @Nullable
    Double attemptsPerSecond;

    @Option(
            names = "--new-winners",
            paramLabel = "PAY|EXPIRE",
            defaultValue = "PAY",
            description = "What is assumed of those who get units only here (default ${DEFAULT-VALUE}).")
    NewWinners newWinners = NewWinners.PAY;

    @Option(
            names = "--names",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many purchases are named on each side (default ${DEFAULT-VALUE}; --json names all).")
    int names;

    @Option(names = "--json", description = "The answer as JSON.")
    boolean json;

    /** The sale that is asked about. */
    Recording recording(Recordings recordings) throws IOException {
        return recordings.of(saleId);
    }

    /** Answers, prints, and gives the exit code. */
    int run(Recording recording, PrintWriter out) throws UnfaithfulRecordException {
        Answer answer = ask(recording, out);
        out.println(json ? AnswerJson.of(answer) : AnswerText.of(answer, names));
        out.flush();
        return answer.differs() ? DIFFERENT : SAME;
    }

    private Answer ask(Recording recording, PrintWriter out) throws UnfaithfulRecordException {
        try {
            return Question.ask(recording, policy(recording));
        } catch (UnfaithfulRecordException e) {
            if (json) {
                out.println(AnswerJson.of(e.divergence()));
            }
            throw e;
        }
    }

    private Policy policy(Recording recording) {
        offers.stream()
                .filter(offer -> !recording.offerIds().contains(offer))
                .findFirst()
                .ifPresent(offer -> {
                    throw new IllegalArgumentException(
                            "the sale has no offer " + offer + "; it has " + String.join(", ", recording.offerIds()));
                });
        atLeast("--stock", stock, 0);
        atLeast("--limit-per-user", limitPerUser, 0);
        atLeast("--price", priceMinor, 0);
        atLeast("--buckets", buckets, 1);
        if (attemptsPerSecond != null && !(attemptsPerSecond > 0)) {
            throw new IllegalArgumentException("--rate is more than 0");
        }
        return new Policy(offers, stock, limitPerUser, priceMinor, buckets, attemptsPerSecond, newWinners);
    }

    private static void atLeast(String option, @Nullable Number value, long least) {
        if (value != null && value.longValue() < least) {
            throw new IllegalArgumentException(option + " is at least " + least);
        }
    }
}
