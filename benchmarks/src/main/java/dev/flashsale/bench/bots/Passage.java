package dev.flashsale.bench.bots;

import dev.flashsale.bench.load.Client;
import dev.flashsale.bench.load.Client.Answer;
import dev.flashsale.standalone.demo.ProofOfWork;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The way to a ticket, as the storefront walks it: open the page, ask for the challenge, answer it, get the ticket. */
final class Passage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REFUSED = 400;

    private final Account account;
    private final Client client;
    private final Tally tally;
    private final Runnable turn;
    private final String[] headers;

    /** @param turn waits until the next request may be sent */
    Passage(Account account, Client client, Tally tally, Runnable turn, String... headers) {
        this.account = account;
        this.client = client;
        this.tally = tally;
        this.turn = turn;
        this.headers = headers;
    }

    /**
     * Where it led.
     *
     * @param ticket null when there is none
     * @param last the answer that ended it
     */
    record End(@Nullable String ticket, Answer last) {}

    /**
     * Walks it.
     *
     * @param readMs milliseconds from the page to asking for the challenge
     * @param answerMs milliseconds from the challenge to the answer, solving included
     * @param hand whether a hand on pointer and keyboard is told of
     */
    End walk(long readMs, long answerMs, boolean hand) throws IOException {
        Answer page = ask(account.openPage(headers));
        if (page.status() >= REFUSED) {
            return refused(page);
        }
        ObjectNode with = JSON.createObjectNode();
        with.set("journey", JSON.readTree(page.body()).path("journey"));
        Moments.pause(readMs);
        Answer shown = ask(account.askForChallenge(with.toString(), headers));
        if (shown.status() >= REFUSED) {
            return refused(shown);
        }
        long shownNanos = System.nanoTime();
        answer(JSON.readTree(shown.body()), with);
        if (hand) {
            with.putObject("evidence")
                    .put("pointerMoves", 60)
                    .put("clicks", 2)
                    .put("scrolls", 4)
                    .put("activeMs", readMs);
        }
        Moments.pause(answerMs - (System.nanoTime() - shownNanos) / 1_000_000);
        Answer given = ask(account.askForTicket(with.toString(), headers));
        return given.status() < REFUSED
                ? new End(JSON.readTree(given.body()).path("ticket").asString(""), given)
                : refused(given);
    }

    private static void answer(JsonNode challenge, ObjectNode with) {
        if (challenge.hasNonNull("challengeId")) {
            with.put("challengeId", challenge.path("challengeId").asString(""));
            with.set("answer", ProofOfWork.solve(challenge));
        }
    }

    private Answer ask(byte[] request) throws IOException {
        turn.run();
        tally.asked();
        return client.send(request);
    }

    private End refused(Answer answer) {
        tally.refused(Said.reason(answer));
        return new End(null, answer);
    }
}
