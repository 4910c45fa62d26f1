package dev.flashsale.bench.ours;

import dev.flashsale.command.admission.AdmissionPolicies;
import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.purchase.Door;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.Rate;
import dev.flashsale.kernel.admission.RatePolicy;
import dev.flashsale.kernel.purchase.PurchaseId;
import dev.flashsale.platform.security.BearerTokens;
import dev.flashsale.platform.security.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Asks every check of the gate again and again, in their order, and answers with microseconds by check. */
final class ChecksFilter extends HttpFilter {
    static final String PATH = "/bench/checks";

    private static final long serialVersionUID = 1L;
    private static final String REFUSING = "refusing: ";
    private static final int BATCHES = 60;
    private static final int PER_BATCH = 50;
    private static final String KEY = "key-of-a-check";
    private static final RatePolicy ONE_A_DAY = new RatePolicy(null, new Rate(1, 1, 86_400_000), null);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient ApplicationContext server;

    ChecksFilter(ApplicationContext server) {
        this.server = server;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Map<String, Double> micros = new LinkedHashMap<>();
        checks(request).forEach((name, check) -> micros.put(name, micros(name, check)));
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(micros));
    }

    private Map<String, Supplier<@Nullable Object>> checks(HttpServletRequest request) {
        String saleId = request.getParameter("sale");
        String authorization = request.getHeader("Authorization");
        BearerTokens tokens = server.getBean(BearerTokens.class);
        CurrentUser user = Objects.requireNonNull(tokens.userOf(authorization), "a token that is good");
        Visit visit = visit(saleId, user.userId(), request, request.getHeader(Caller.TICKET_HEADER));
        Door door = Door.of(server);
        Map<String, Supplier<@Nullable Object>> checks = new LinkedHashMap<>();
        checks.put("window and latch", () -> door.isOpen(saleId, KEY, user.userId()) ? null : "closed");
        checks.put("token", () -> tokens.userOf(authorization) == null ? "refused" : null);
        server.getBeansOfType(Checkpoint.class).forEach((name, each) -> checks.put(name, () -> each.check(visit)));
        Visit limited = with(visit, ONE_A_DAY);
        Checkpoint ofTheAddress = server.getBean("rateOfTheAddress", Checkpoint.class);
        checks.put(REFUSING + "rateOfTheAddress", () -> ofTheAddress.check(limited));
        Visit forged = visit(saleId, user.userId(), request, forged(request));
        Checkpoint ticket = server.getBean("ticketCheckpoint", Checkpoint.class);
        checks.put(REFUSING + "ticketCheckpoint", () -> ticket.check(forged));
        return checks;
    }

    private Visit visit(String saleId, String userId, HttpServletRequest request, @Nullable String ticket) {
        Caller caller = new Caller(
                request.getRemoteAddr(),
                userId,
                ticket,
                request.getHeader("User-Agent"),
                request.getHeader("Accept-Language"));
        Visit.Wanted wanted = new Visit.Wanted("item", 1, PurchaseId.of(saleId, userId, KEY));
        AdmissionPolicy policy = server.getBean(AdmissionPolicies.class).of(saleId);
        return new Visit(saleId, policy, caller, userId, wanted, Instant.now());
    }

    private static Visit with(Visit visit, RatePolicy rates) {
        AdmissionPolicy policy = new AdmissionPolicy(null, false, rates, null, null, null, false);
        return new Visit(
                visit.saleId() + "-limited", policy, visit.caller(), visit.userId(), visit.wanted(), visit.at());
    }

    private static String forged(HttpServletRequest request) {
        String ticket = Objects.requireNonNull(request.getHeader(Caller.TICKET_HEADER));
        char last = ticket.charAt(ticket.length() - 2);
        return ticket.substring(0, ticket.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + ticket.charAt(ticket.length() - 1);
    }

    // the median batch: others share the machine
    private static double micros(String name, Supplier<@Nullable Object> check) {
        double[] batches = new double[BATCHES];
        for (int round = 0; round < 2 * BATCHES; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < PER_BATCH; i++) {
                Object said = check.get();
                if ((said != null) != name.startsWith(REFUSING) && round + i > 0) {
                    throw new IllegalStateException(name + " said " + said);
                }
            }
            batches[round % BATCHES] = (System.nanoTime() - began) / 1e3 / PER_BATCH;
        }
        Arrays.sort(batches);
        return batches[BATCHES / 2];
    }
}
