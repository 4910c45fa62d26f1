package dev.flashsale.bench.classic;

import dev.flashsale.bench.subject.Baseline;
import dev.flashsale.kernel.purchase.PurchaseId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Buying and looking, ahead of the dispatcher: the fastest that this web server lets a purchase be. */
final class ClassicFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String SALES = "/api/sales/";
    private static final String PURCHASES = "/purchases";
    private static final int PATIENCE_SECONDS = 5;
    private static final byte[] SOLD_OUT = bytes("{\"type\":\"/problems/sold-out\",\"status\":409}");

    private final transient Bearer bearer;
    private final transient Counter counter;

    ClassicFilter(Bearer bearer, Counter counter) {
        this.bearer = bearer;
        this.counter = counter;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.startsWith(SALES) && path.endsWith(PURCHASES)) {
            buy(path.substring(SALES.length(), path.length() - PURCHASES.length()), request, response);
        } else if (path.startsWith(SALES)) {
            answer(response, 200, detail(path.substring(SALES.length())));
        } else if (path.startsWith(Baseline.SALES_PATH)) {
            counter.putOnSale(
                    path.substring(Baseline.SALES_PATH.length()), Integer.parseInt(request.getParameter("units")));
            answer(response, 200, bytes("{}"));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void buy(String saleId, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (counter.isSoldOut(saleId)) {
            answer(response, 409, SOLD_OUT);
            return;
        }
        String userId = bearer.subject(request.getHeader("Authorization"));
        String key = request.getHeader("Idempotency-Key");
        if (userId == null || key == null) {
            response.sendError(userId == null ? 401 : 400);
            return;
        }
        byte[] unused = request.getInputStream().readAllBytes(); // one item, one piece: nothing to choose from
        String purchaseId = PurchaseId.of(saleId, userId, key);
        try {
            switch (counter.decide(saleId, userId, purchaseId).get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                case ACCEPTED ->
                    answer(response, 202, bytes("{\"purchaseId\":\"" + purchaseId + "\",\"status\":\"RESERVED\"}"));
                case SOLD_OUT -> answer(response, 409, SOLD_OUT);
                case LIMIT_EXCEEDED ->
                    answer(response, 409, bytes("{\"type\":\"/problems/limit-exceeded\",\"status\":409}"));
                case UNKNOWN_SALE -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (ExecutionException | TimeoutException e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private byte[] detail(String saleId) {
        return bytes("{\"saleId\":\"" + saleId + "\",\"title\":\"Benchmark\",\"status\":\""
                + (counter.isSoldOut(saleId) ? "SOLD_OUT" : "OPEN")
                + "\",\"items\":[{\"itemId\":\"item\",\"salePriceMinor\":100,\"limitPerUser\":1}]}");
    }

    private static void answer(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.US_ASCII);
    }
}
