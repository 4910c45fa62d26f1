package dev.flashsale.standalone.demo;

import dev.flashsale.kernel.stock.Refusal;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/**
 * What the server said.
 *
 * @param status HTTP status; 0 when the connection broke, so that nothing is known
 */
record Answer(int status, JsonNode body) {
    String text(String member) {
        return body.path(member).asString("");
    }

    long number(String member) {
        return body.path(member).asLong(0);
    }

    /** The last part of a problem's type, such as {@code sold-out}; empty when the body is no problem. */
    String problem() {
        String type = text("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Whether nothing was decided under the request's key, and a ticket that it carried was not used. */
    boolean isNotRecorded() {
        return status >= 400
                && body.path("recorded").isBoolean()
                && !body.path("recorded").asBoolean();
    }

    /** Whether the gate turned the request away; the edge, which repeats what the stock says, does not count. */
    boolean isTurnedAway() {
        String reason = text("reason");
        return isNotRecorded()
                && Arrays.stream(Refusal.values()).noneMatch(each -> each.name().equals(reason));
    }

    boolean isUnknown() {
        return status == 0 || status == 503 || status == 502 || status == 504 || status == 429;
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
