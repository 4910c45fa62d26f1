package dev.flashsale.process.payment;

import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.order.PayOrder;
import dev.flashsale.platform.axon.Commands;
import dev.flashsale.platform.problem.ApiProblem;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where the payment provider tells that money arrived. The signature is checked before anything else is looked at. */
@RestController
class CallbackApi {
    /** Where the order stands after the payment was heard. */
    record Heard(String orderId, OrderState status) {}

    private final CallbackSignature signature;
    private final JsonMapper json;
    private final Commands commands;
    private final Clock clock;

    CallbackApi(CallbackSignature signature, JsonMapper json, Commands commands, Clock clock) {
        this.signature = signature;
        this.json = json;
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/payments/callback")
    Heard hear(@RequestHeader(CallbackSignature.HEADER) String header, @RequestBody byte[] body) {
        if (!signature.isValid(header, body)) {
            throw ApiProblem.of(HttpStatus.UNAUTHORIZED, "invalid-signature", "The signature is not valid");
        }
        PaymentNotice notice = read(body);
        return new Heard(notice.orderId(), pay(notice));
    }

    private PaymentNotice read(byte[] body) {
        try {
            PaymentNotice notice = json.readValue(body, PaymentNotice.class);
            if (notice.paymentId() == null || notice.orderId() == null || notice.currency() == null) {
                throw ApiProblem.invalidRequest("paymentId, orderId and currency are required.");
            }
            return notice;
        } catch (JacksonException e) {
            throw ApiProblem.invalidRequest("The notice is not readable.");
        }
    }

    private OrderState pay(PaymentNotice notice) {
        PayOrder command = new PayOrder(
                notice.orderId(), notice.paymentId(), notice.amountMinor(), notice.currency(), clock.instant());
        return commands.send(command, OrderState.class)
                .orElseThrow(() -> ApiProblem.notFound("There is no such order."));
    }
}
