package dev.flashsale.command.purchase;

import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.purchase.PurchaseApi.Wish;
import dev.flashsale.command.purchase.PurchaseDesk.Ask;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.platform.hot.HotExchange;
import dev.flashsale.platform.hot.HotRoute;
import dev.flashsale.platform.hot.LaterAnswer;
import dev.flashsale.platform.security.CurrentUser;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Buying, on the shortest way: what is certain is refused before token and body are looked at, and no thread waits for a
 * decision. Whatever is not in plain form goes to {@link PurchaseApi}.
 */
@Component
class BuyRoute implements HotRoute {
    private static final int LARGEST_BODY_BYTES = 1_024;
    private static final Pattern KEY = Pattern.compile(PurchaseApi.KEY_FORM);
    private static final Pattern OFFER_ID = Pattern.compile(PurchaseApi.OFFER_ID_FORM);

    private final SaleDirectory sales;
    private final PurchaseGate gate;
    private final PurchaseDesk desk;
    private final PurchaseAnswers answers;
    private final ObjectReader wishes;
    private final Duration patience;

    BuyRoute(
            SaleDirectory sales,
            PurchaseGate gate,
            PurchaseDesk desk,
            PurchaseAnswers answers,
            JsonMapper json,
            @Value("${flashsale.intake.patience-ms:5000}") long patienceMs) {
        this.sales = sales;
        this.gate = gate;
        this.desk = desk;
        this.answers = answers;
        this.wishes = json.readerFor(Wish.class);
        this.patience = Duration.ofMillis(patienceMs);
    }

    @Override
    public String name() {
        return "buy";
    }

    @Override
    public boolean serve(HotExchange exchange) throws IOException {
        String saleId = exchange.idBetween("/api/sales/", "/purchases");
        String key = saleId == null ? null : exchange.header("Idempotency-Key");
        OfferedSale sale = saleId == null ? null : sales.known(saleId);
        if (saleId == null || sale == null || key == null || !exchange.asks("POST")) {
            return false;
        }
        if (saleId.length() > PurchaseApi.LONGEST_SALE_ID || !KEY.matcher(key).matches()) {
            return false;
        }
        Refusal certain = desk.refusalAtTheDoor(saleId, sale, key, exchange.claimedUser());
        if (certain != null) {
            if (certain == Refusal.NOT_OPEN) {
                gate.knockedTooEarly(saleId, callerOf(exchange));
            }
            exchange.answer(answers.refusedAtTheEdge(certain, saleId, exchange.path()));
            return true;
        }
        Caller caller = callerOf(exchange);
        if (turnedAway(exchange, gate.onArrival(saleId, key, caller))) {
            return true;
        }
        exchange.leaveNote(PurchaseGate.PASSED, Stage.ADDRESS);
        return pass(exchange, saleId, sale, key, caller);
    }

    private boolean pass(HotExchange exchange, String saleId, OfferedSale sale, String key, Caller caller)
            throws IOException {
        CurrentUser user = exchange.user();
        if (user == null) {
            return false;
        }
        if (turnedAway(exchange, gate.onName(saleId, key, caller, user.userId()))) {
            return true;
        }
        exchange.leaveNote(PurchaseGate.PASSED, Stage.USER);
        Wish wish = wishIn(exchange);
        if (wish == null) {
            return false;
        }
        Ask ask = new Ask(saleId, user.userId(), key, wish.offerId(), wish.quantity());
        return turnedAway(exchange, gate.onWish(ask, caller)) || ask(exchange, sale, ask);
    }

    private boolean turnedAway(HotExchange exchange, @Nullable TurnedAway turnedAway) throws IOException {
        if (turnedAway == null) {
            return false;
        }
        exchange.answer(answers.turnedAway(turnedAway, exchange.path()));
        return true;
    }

    private static Caller callerOf(HotExchange exchange) {
        return new Caller(
                exchange.remoteAddress(),
                exchange.claimedUser(),
                exchange.header(Caller.TICKET_HEADER),
                exchange.header("User-Agent"),
                exchange.header("Accept-Language"));
    }

    private boolean ask(HotExchange exchange, OfferedSale sale, Ask ask) throws IOException {
        String saleId = ask.saleId();
        CompletableFuture<Answer> answer = desk.ask(sale, ask);
        String path = exchange.path();
        if (answer.isDone() && !answer.isCompletedExceptionally()) {
            exchange.answer(answers.toHot(answer.join(), saleId, path));
            return true;
        }
        LaterAnswer later = exchange.answerLater(patience, () -> answers.outcomeUnknown(ask.purchaseId(), path));
        var unused = answer.whenComplete((given, unknown) -> later.complete(
                given == null ? answers.outcomeUnknown(ask.purchaseId(), path) : answers.toHot(given, saleId, path)));
        return true;
    }

    /** The wish, or null if there is anything to find fault with: Spring MVC then says what. */
    private @Nullable Wish wishIn(HotExchange exchange) throws IOException {
        byte[] body = exchange.jsonBody(LARGEST_BODY_BYTES);
        if (body == null) {
            return null;
        }
        try {
            Wish wish = wishes.readValue(body);
            boolean inForm = wish != null
                    && wish.offerId() != null
                    && OFFER_ID.matcher(wish.offerId()).matches()
                    && wish.quantity() >= 1
                    && wish.quantity() <= PurchaseApi.MOST_PIECES;
            return inForm ? wish : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
