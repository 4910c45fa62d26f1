package dev.flashsale.bench.bots;

import dev.flashsale.bench.bots.Fairness.Try;
import dev.flashsale.bench.bots.Passage.End;
import dev.flashsale.bench.load.Client;
import dev.flashsale.bench.load.Client.Answer;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One honest person, who does what the storefront does: looks, solves early, waits for the opening, presses once. After an
 * answer that leaves something open the page sends the same again, with the same key, when it was told to.
 */
final class Shopper {
    private static final String BROWSER =
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String LANGUAGE = "Accept-Language: en-US,en;q=0.5";
    private static final long PATIENCE_MS = 40_000;
    private static final long USUAL_WAIT_MS = 1_000;
    private static final int MOST_WALKS = 4;
    private static final Set<String> LATER = Set.of("RATE_LIMITED", "QUEUE_FULL", "JOURNEY_TOO_FAST", "NOT_OPEN");
    private static final Set<String> FINAL =
            Set.of("SOLD_OUT", "LIMIT_EXCEEDED", "ENDED", "CANCELLED", "BLOCKED", "NOT_ELIGIBLE");

    private final Person person;
    private final Demands demands;
    private final Moments moments;
    private final Account account;
    private final Client client;
    private final Tally tally;
    private final String key;
    private @Nullable String ticket;
    private int walks;

    Shopper(int number, Person person, Demands demands, Moments moments, Account account, Client client, Tally tally) {
        this.person = person;
        this.demands = demands;
        this.moments = moments;
        this.account = account;
        this.client = client;
        this.tally = tally;
        this.key = "honest-" + number;
    }

    void shop() throws IOException {
        moments.await(person.arrivesMs());
        tally.asked();
        Answer unused = client.send(account.look(BROWSER, LANGUAGE));
        boolean mayTry = walk();
        if (moments.now() < 0) {
            moments.await(0);
        }
        Moments.pause(person.decideMs());
        long pressed = System.nanoTime();
        if (!mayTry) {
            tally.turnedAway();
            return;
        }
        Answer last = buy();
        tally.tried(new Try(pressed, Said.accepted(last) ? Said.position(last) : Try.NOTHING));
        if (Said.unknown(last)) {
            tally.unknown();
        } else if (!Said.accepted(last) && !Said.reason(last).equals("SOLD_OUT")) {
            tally.turnedAway();
        }
    }

    /** Whether there is a way to buy now. */
    private boolean walk() throws IOException {
        if (!demands.tickets()) {
            Moments.pause(person.readMs());
            return true;
        }
        while (walks++ < MOST_WALKS) {
            End end = new Passage(account, client, tally, () -> {}, BROWSER, LANGUAGE)
                    .walk(person.readMs(), person.answerMs(), true);
            ticket = end.ticket();
            if (ticket != null || FINAL.contains(Said.reason(end.last()))) {
                return ticket != null;
            }
            await(end.last());
        }
        return false;
    }

    private Answer buy() throws IOException {
        Answer answer = ask();
        while (moments.now() < PATIENCE_MS && isOpenStill(answer)) {
            String reason = Said.reason(answer);
            if (Said.unknown(answer) || LATER.contains(reason)) {
                await(answer);
            } else if (!walk()) {
                return answer;
            }
            answer = ask();
        }
        return answer;
    }

    private static boolean isOpenStill(Answer answer) {
        return !Said.accepted(answer) && !FINAL.contains(Said.reason(answer));
    }

    private Answer ask() throws IOException {
        Answer answer = client.send(account.buy(key, ticket, BROWSER, LANGUAGE));
        tally.asked(answer);
        return answer;
    }

    private static void await(Answer answer) {
        Moments.pause(answer.retryAfterSeconds() > 0 ? answer.retryAfterSeconds() * 1_000L : USUAL_WAIT_MS);
    }
}
