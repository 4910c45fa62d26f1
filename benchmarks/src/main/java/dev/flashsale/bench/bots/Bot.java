package dev.flashsale.bench.bots;

import dev.flashsale.bench.load.Client;
import dev.flashsale.bench.load.Client.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One machine with one address and several accounts. It sends purchases at its rate from before the opening on, over several
 * connections, one for each account, each time with a new key and other headers. Beside that it gets tickets for all
 * its accounts as fast as it can; an account without one borrows another's. It never waits because it is told to. Every
 * second bot is patient: it knows how long each step has to take, takes that long, keeps its browser's name, and makes up a hand.
 */
final class Bot {
    private static final int TRIES_WHEN_UNKNOWN = 5;
    private static final long BREATH_MS = 100;
    private static final Set<String> TICKET_IS_SPENT =
            Set.of("TICKET_USED", "TICKET_EXPIRED", "TICKET_INVALID", "JOURNEY_EXPIRED");

    private final int number;
    private final Contest contest;
    private final Demands demands;
    private final Moments moments;
    private final InetAddress address;
    private final int port;
    private final Tally tally;
    private final List<Account> accounts;
    private final Budget budget;
    private final Map<Integer, String> tickets = new ConcurrentHashMap<>();

    Bot(
            int number,
            Contest contest,
            Demands demands,
            Moments moments,
            InetAddress address,
            int port,
            Tally tally,
            List<Account> accounts) {
        this.number = number;
        this.contest = contest;
        this.demands = demands;
        this.moments = moments;
        this.address = address;
        this.port = port;
        this.tally = tally;
        this.accounts = List.copyOf(accounts);
        this.budget = new Budget(contest.perSecond());
    }

    /** Something that goes on until the attack is over, each on a thread and a connection of its own. */
    interface Part {
        void run(Client client, RandomGenerator random) throws IOException;
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int account = 0; account < accounts.size(); account++) {
            int each = account;
            parts.add((client, random) -> hammer(client, random, each));
            if (demands.tickets()) {
                parts.add((client, random) -> collect(client, random, each));
            }
        }
        return parts;
    }

    InetAddress address() {
        return address;
    }

    int port() {
        return port;
    }

    private boolean isOn() {
        return moments.now() < contest.attack().toMillis();
    }

    private boolean isPatient() {
        return number % 2 == 0;
    }

    private void hammer(Client client, RandomGenerator random, int account) throws IOException {
        moments.await(-contest.attack().toMillis());
        while (isOn()) {
            buy(client, random, account);
        }
    }

    private void buy(Client client, RandomGenerator random, int account) throws IOException {
        String ticket = ticketOf(account, random);
        String key = "bot-" + number + "-" + Long.toHexString(random.nextLong());
        byte[] request = accounts.get(account).buy(key, ticket, headers(account, random));
        Answer answer = send(client, request);
        for (int i = 1; i < TRIES_WHEN_UNKNOWN && Said.unknown(answer); i++) {
            answer = send(client, request);
        }
        if (Said.unknown(answer)) {
            tally.unknown();
        } else if (ticket != null && TICKET_IS_SPENT.contains(Said.reason(answer))) {
            boolean unused = tickets.remove(account, ticket);
        }
    }

    private Answer send(Client client, byte[] request) throws IOException {
        budget.take();
        Answer answer = client.send(request);
        tally.asked(answer);
        return answer;
    }

    private @Nullable String ticketOf(int account, RandomGenerator random) {
        String own = tickets.get(account);
        return own != null ? own : tickets.get(random.nextInt(accounts.size()));
    }

    private void collect(Client client, RandomGenerator random, int account) throws IOException {
        moments.await(-contest.attack().toMillis());
        long stepMs = isPatient() ? demands.leastMs() : 0;
        while (isOn()) {
            if (!tickets.containsKey(account)) {
                Passage passage =
                        new Passage(accounts.get(account), client, tally, budget::take, headers(account, random));
                String ticket = passage.walk(stepMs, stepMs, isPatient()).ticket();
                if (ticket != null) {
                    tickets.put(account, ticket);
                }
            }
            Moments.pause(BREATH_MS);
        }
    }

    private String[] headers(int account, RandomGenerator random) {
        return isPatient() ? Disguise.of(account, random) : Disguise.any(random);
    }
}
