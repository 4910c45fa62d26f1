package dev.flashsale.process.payment;

import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** The simulated provider's messenger: tells each payment until it is heard, with growing pauses. */
@Component
class CallbackSender {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 8;
    private static final int NOTICES_A_ROUND = 64;

    private final ProviderLedger ledger;
    private final CallbackSignature signature;
    private final JsonMapper json;
    private final Environment environment;
    private final RestClient http =
            RestClient.builder().requestFactory(patient()).build();
    private final ExecutorService messengers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("payment-callback-", 0).factory());

    CallbackSender(ProviderLedger ledger, CallbackSignature signature, JsonMapper json, Environment environment) {
        this.ledger = ledger;
        this.signature = signature;
        this.json = json;
        this.environment = environment;
    }

    /** Blocking, with a limit on every read: a client whose limit ends with the headers can wait for a body for ever. */
    private static SimpleClientHttpRequestFactory patient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT);
        requests.setReadTimeout(TIMEOUT);
        return requests;
    }

    @Scheduled(fixedDelayString = "${flashsale.payment.callback-interval-ms:100}")
    void tell() throws InterruptedException {
        List<PaymentNotice> due;
        do {
            due = ledger.claimDueNotices(NOTICES_A_ROUND);
            for (Future<?> told : due.stream()
                    .map(notice -> messengers.submit(() -> tell(notice)))
                    .toList()) {
                waitFor(told);
            }
        } while (due.size() == NOTICES_A_ROUND);
    }

    private static void waitFor(Future<?> told) throws InterruptedException {
        try {
            Object unused = told.get();
        } catch (ExecutionException e) {
            LOG.warn("A payment could not be told; trying again later", e.getCause());
        }
    }

    private void tell(PaymentNotice notice) {
        byte[] body = json.writeValueAsBytes(notice);
        try {
            Object unused = http.post()
                    .uri(callback())
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(CallbackSignature.HEADER, signature.sign(body))
                    .body(body)
                    .retrieve()
                    .toBodilessEntity();
            ledger.told(notice.paymentId());
        } catch (RestClientException e) {
            LOG.warn("Payment {} could not be told ({}); trying again later", notice.paymentId(), e.getMessage());
        }
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

    @PreDestroy
    void stop() {
        messengers.shutdown();
    }
}
