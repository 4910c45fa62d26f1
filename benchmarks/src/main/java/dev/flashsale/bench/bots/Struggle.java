package dev.flashsale.bench.bots;

import dev.flashsale.bench.load.Client;
import dev.flashsale.bench.ours.Product;
import dev.flashsale.bench.subject.Sale;
import java.io.IOException;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sale with everybody who wants something of it. Each has an address of their own: Linux takes all of 127/8 as its own. */
public final class Struggle {
    private static final Logger LOG = LoggerFactory.getLogger(Struggle.class);
    private static final Duration SCHEDULING = Duration.ofSeconds(2);
    private static final long LONGEST_SECONDS = 120;
    private static final int BOTS_FROM = 100;
    private static final int PEOPLE_FROM = 1;
    private static final int MOST_ACCOUNTS = 100_000;
    /** Whoever is blocked in one sale is blocked in the next: each has accounts and addresses of its own. */
    private static final AtomicInteger SALES = new AtomicInteger();

    private final Product product;
    private final Contest contest;
    private final Demands demands;
    private final int sales = SALES.getAndIncrement();
    private final Tally people = new Tally();
    private final Tally machines = new Tally();
    private final Queue<Client> clients = new ConcurrentLinkedQueue<>();

    /** One that has not begun. */
    public Struggle(Product product, Contest contest, Demands demands) {
        this.product = product;
        this.contest = contest;
        this.demands = demands;
    }

    /** Runs it to its end and audits it. */
    public Outcome run() throws IOException, InterruptedException, SQLException {
        Instant opensAt = Instant.now().plus(contest.before()).plus(SCHEDULING);
        Sale sale = product.schedule(contest.units(), opensAt, demands.admission());
        Moments moments = new Moments(opensAt);
        double cpuBefore = product.target().processes().cpuSeconds();
        SplittableRandom random = new SplittableRandom(contest.seed());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            send(threads, sale, moments, random);
            threads.shutdown();
            if (!threads.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("some did not get their answers");
            }
        } finally {
            threads.shutdownNow();
            for (Client client : clients) {
                client.close();
            }
        }
        double cpuSeconds = product.target().processes().cpuSeconds() - cpuBefore;
        return new Outcome(contest, people, machines, cpuSeconds, fault(sale));
    }

    private void send(ExecutorService threads, Sale sale, Moments moments, SplittableRandom random) throws IOException {
        for (int i = 0; i < contest.honest(); i++) {
            Person person = Person.any(random, contest);
            Client client = client(address(PEOPLE_FROM + sales * 5 % 95, person.prefix(), 1 + i % 250));
            Shopper shopper = new Shopper(
                    i, person, demands, moments, Account.of(sale, sales * MOST_ACCOUNTS + i), client, people);
            threads.execute(() -> attempt(people, shopper::shop));
        }
        for (int i = 0; i < contest.bots(); i++) {
            Bot bot = bot(i, sale, moments);
            for (Bot.Part part : bot.parts()) {
                RandomGenerator own = random.split();
                Client client = client(bot.address());
                threads.execute(() -> attempt(machines, () -> part.run(client, own)));
            }
        }
    }

    private Bot bot(int number, Sale sale, Moments moments) throws IOException {
        List<Account> accounts = new ArrayList<>();
        int first = sales * MOST_ACCOUNTS + contest.honest() + number * contest.accountsPerBot();
        for (int i = 0; i < contest.accountsPerBot(); i++) {
            accounts.add(Account.of(sale, first + i));
        }
        InetAddress address = address(BOTS_FROM + sales % 100, number, 1);
        return new Bot(
                number, contest, demands, moments, address, product.target().port(), machines, accounts);
    }

    private Client client(InetAddress address) {
        Client client = new Client(address, product.target().port());
        clients.add(client);
        return client;
    }

    private static InetAddress address(int from, int prefix, int host) throws IOException {
        return InetAddress.getByAddress(
                new byte[] {127, (byte) (from + prefix / 250), (byte) (prefix % 250), (byte) host});
    }

    private interface Attempt {
        void make() throws IOException;
    }

    private static void attempt(Tally tally, Attempt attempt) {
        try {
            attempt.make();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Somebody could not go on", e);
            tally.unknown();
        }
    }

    private String fault(Sale sale) throws IOException, SQLException {
        long unknown = people.unknownOutcomes() + machines.unknownOutcomes();
        Set<String> accepted = new HashSet<>(people.accepted().keySet());
        accepted.addAll(machines.accepted().keySet());
        return unknown > 0 ? unknown + " outcomes are not known" : product.audit(sale, accepted);
    }
}
