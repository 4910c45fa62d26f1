package dev.flashsale.standalone.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens an account for every simulated shopper. */
final class Registration {
    private static final int AT_ONCE = 16;

    private final Shop shop;
    private final String run;
    private final AtomicInteger done = new AtomicInteger();

    /** @param run distinguishes these accounts from those of earlier runs */
    Registration(Shop shop, String run) {
        this.shop = shop;
        this.run = run;
    }

    int done() {
        return done.get();
    }

    List<Shopper> register(int shoppers) throws IOException, InterruptedException {
        List<Callable<Shopper>> registrations = new ArrayList<>();
        for (int i = 0; i < shoppers; i++) {
            String name = "demo-" + run + "-" + i;
            String address = addressOf(i);
            registrations.add(() -> register(name, address));
        }
        List<Shopper> registered = new ArrayList<>();
        try (ExecutorService queue =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (Future<Shopper> shopper : queue.invokeAll(registrations)) {
                registered.add(shopper.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a shopper could not register: " + e.getCause(), e);
        }
        return registered;
    }

    // two to a network of the size that limits count by
    private static String addressOf(int number) {
        return "10." + number / 2 / 250 % 250 + "." + number / 2 % 250 + "." + (1 + number % 2);
    }

    private Shopper register(String name, String address) throws IOException {
        Answer answer = Merchant.expect(
                201,
                shop.post("/api/auth/register", null, Map.of("username", name, "password", "demo-password-" + name)));
        done.incrementAndGet();
        return new Shopper(answer.text("userId"), answer.text("token"), address);
    }
}
