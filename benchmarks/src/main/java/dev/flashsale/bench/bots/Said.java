package dev.flashsale.bench.bots;

import dev.flashsale.bench.load.Client.Answer;

/** What an answer means to somebody who wants to buy. */
final class Said {
    private static final int ACCEPTED = 202;
    private static final int TROUBLE = 500;
    private static final String REASON = "\"reason\":\"";
    private static final String TYPE = "\"type\":\"/problems/";

    private Said() {}

    static boolean accepted(Answer answer) {
        return answer.status() == ACCEPTED;
    }

    /** Whether it is not known what happened: the same request with the same key is to be sent again. */
    static boolean unknown(Answer answer) {
        return answer.status() >= TROUBLE;
    }

    /** The rule or the refusal, in the form of a constant; a problem's type where there is none. */
    static String reason(Answer answer) {
        String reason = member(answer.body(), REASON);
        return reason.isEmpty() ? answer.status() + " " + member(answer.body(), TYPE) : reason;
    }

    /** The purchase, where one was accepted. */
    static String purchaseId(Answer answer) {
        return member(answer.body(), "\"purchaseId\":\"");
    }

    /** The place of an accepted purchase in the history of its stock. */
    static long position(Answer answer) {
        String name = "\"sequenceNumber\":";
        int from = answer.body().indexOf(name) + name.length();
        int to = from;
        while (Character.isDigit(answer.body().charAt(to))) {
            to++;
        }
        return Long.parseLong(answer.body(), from, to, 10);
    }

    // bots get thousands of answers a second: none of them is worth a parser
    private static String member(String body, String name) {
        int at = body.indexOf(name);
        return at < 0 ? "" : body.substring(at + name.length(), body.indexOf('"', at + name.length()));
    }
}
