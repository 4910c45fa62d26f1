package dev.flashsale.whatif;

import java.util.ArrayList;
import java.util.List;

/** What an answer rests on, and what it cannot say, in sentences. */
final class Assumptions {
    private Assumptions() {}

    static List<String> of(Policy policy, Recording recording, int unseen) {
        List<String> assumed = new ArrayList<>();
        assumed.add("requests come in the recorded order at the recorded instants");
        assumed.add("who is decided as recorded pays, cancels or lets expire at the recorded instant");
        assumed.add(
                policy.newWinners() == NewWinners.PAY
                        ? "who newly gets units pays at once (--new-winners expire assumes that nobody does)"
                        : "who newly gets units does not pay, and they go back when the payment window ends");
        if (policy.stock() != null) {
            assumed.add("units added during the sale are added all the same");
        }
        if (policy.attemptsPerSecond() != null) {
            assumed.add("a user's attempts over the cap are turned away unheard, and not repeated later");
        }
        long atTheEdge = recording.turnedAway() - recording.atTheGate();
        if (atTheEdge > 0) {
            assumed.add(atTheEdge + " requests refused at the edge are asked of the stock where it has units"
                    + " now; who gets through is not heard at the edge again");
        }
        if (recording.atTheGate() > 0) {
            assumed.add(
                    recording.atTheGate() + " requests turned away at the gate are turned away all the same, and count"
                            + " for no cap: what the gate went by is not recorded");
        }
        if (unseen > 0) {
            assumed.add(unseen + " requests that were told \"sold out\" just while units came back see no more of these"
                    + " units than they did");
        }
        return assumed;
    }

    static List<String> unknowable(Recording recording) {
        List<String> unknown = new ArrayList<>();
        unknown.add("who would have come, stayed away or come again at another price, limit or chance");
        unknown.add("who would have tried once more, or no more, after another answer");
        unknown.add("requests whose outcome stayed unknown, and those sent with another purchase's key");
        if (recording.lost() > 0) {
            unknown.add(recording.lost() + " refusals at the edge that the attempts log had no room for");
        }
        if (recording.unclear() > 0) {
            unknown.add(recording.unclear() + " requests refused at the edge before it was read who wanted what");
        }
        return unknown;
    }
}
