package dev.flashsale.process.payment;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The simulated provider's messenger: tells each payment until it is heard, with growing pauses. */
@Component
class CallbackSender {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int NOTICES_A_ROUND = 64;

    private final ProviderLedger ledger;
    private final CallbackSignature signature;
    private final JsonMapper json;
    private final Environment environment;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    CallbackSender(ProviderLedger ledger, CallbackSignature signature, JsonMapper json, Environment environment) {
        this.ledger = ledger;
        this.signature = signature;
        this.json = json;
        this.environment = environment;
    }

    @Scheduled(fixedDelayString = "${flashsale.payment.callback-interval-ms:100}")
    void tell() {
        List<PaymentNotice> due;
        do {
            due = ledger.claimDueNotices(NOTICES_A_ROUND);
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (PaymentNotice notice : due) {
                calls.add(tell(notice));
            }
            calls.forEach(CompletableFuture::join);
        } while (due.size() == NOTICES_A_ROUND);
    }

    /** Where payments are told: this very process unless configured, whose port is known once it serves. */
    private URI callback() {
        String url = environment.getProperty("flashsale.payment.callback-url");
        return URI.create(
                url != null
                        ? url
                        : "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                                + "/api/payments/callback");
    }

    private CompletableFuture<Void> tell(PaymentNotice notice) {
        byte[] body = json.writeValueAsBytes(notice);
        HttpRequest request = HttpRequest.newBuilder(callback())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(CallbackSignature.HEADER, signature.sign(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).handle((response, failure) -> {
            if (failure != null || response.statusCode() / 100 != 2) {
                LOG.warn(
                        "Payment {} could not be told ({}); trying again later",
                        notice.paymentId(),
                        failure == null ? response.statusCode() : failure.toString());
            } else {
                ledger.told(notice.paymentId());
            }
            return null;
        });
    }
}
