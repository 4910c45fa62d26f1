package dev.flashsale.standalone.replay;

import dev.flashsale.standalone.stores.Secrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code replay}: rebuilds a projection of a running system beside the one in use, compares them, and swaps them. */
@Command(
        name = "replay",
        description =
                "Rebuild a projection of a running system from its events: beside the one in use, compared with it, then"
                        + " swapped in one step. Ctrl-C ends only the watching. Exit codes: 0 the same as before, 1 not the same,"
                        + " 2 refused or failed, and what was in use still is.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class Replay implements Callable<Integer> {
    private static final int SAME = 0;
    private static final int DIFFERENT = 1;
    private static final int COULD_NOT_RUN = 2;
    private static final long POLL_MS = 500;

    @Parameters(
            paramLabel = "PROJECTION",
            description = "ReadModel_Sales or ReadModel_Purchases: one brings the other along")
    private String projection;

    @Option(
            names = "--to",
            paramLabel = "INDEX|INSTANT",
            description = "build up to there only, for looking at: never swapped in")
    private @Nullable String to;

    @Option(names = "--dry-run", description = "only say what would be deleted and read")
    private boolean dryRun;

    @Option(names = "--swap-back", description = "put the content that was in use before back into use")
    private boolean swapBack;

    @Option(names = "--json", description = "print what the server says, one JSON object a line")
    private boolean json;

    @Mixin
    private Server server;

    @Spec
    private CommandSpec spec;

    /** Which system, and as whom. */
    static final class Server {
        @Option(
                names = "--url",
                paramLabel = "URL",
                defaultValue = "http://localhost:8080",
                description = "the system's query side (default: ${DEFAULT-VALUE})")
        URI url;

        @Option(
                names = "--login-url",
                paramLabel = "URL",
                description = "where to sign in, if that is another service (default: the same)")
        @Nullable
        URI loginUrl;

        @Option(names = "--username", description = "a merchant or an analyst (default: the merchant of --data)")
        @Nullable
        String username;

        @Option(
                names = "--password",
                defaultValue = "${env:FLASHSALE_MERCHANT_PASSWORD:-}",
                showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
                interactive = true,
                arity = "0..1",
                description =
                        "asked for without a value; FLASHSALE_MERCHANT_PASSWORD, or that of --data, when left out")
        String password;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                defaultValue = "data",
                description = "a standalone server's data, which knows its merchant (default: ${DEFAULT-VALUE})")
        Path data;

        void signIn(Admin admin) throws IOException {
            Path file = data.resolve("secrets.properties");
            if (password.isEmpty() && !Files.exists(file)) {
                throw new IOException("no password: give --password, or --data of the running server");
            }
            Secrets known = password.isEmpty() ? Secrets.in(file) : null;
            String name = username != null || known == null ? username : known.get(Secrets.MERCHANT_USERNAME);
            admin.login(
                    loginUrl == null ? url : loginUrl,
                    name == null ? "merchant" : name,
                    known == null ? password : known.get(Secrets.MERCHANT_PASSWORD));
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (swapBack && (to != null || dryRun)) {
            throw new ParameterException(spec.commandLine(), "--swap-back takes neither --to nor --dry-run");
        }
        String path = "/api/admin/projections/" + projection;
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = new Admin(server.url)) {
            server.signIn(admin);
            if (dryRun) {
                plan(admin.get(path + "/replay-plan"), out);
                return SAME;
            }
            JsonNode begun = swapBack
                    ? admin.post(path + "/swap-back", Map.of())
                    : admin.post(path + "/replay", to == null ? Map.of() : Map.of("to", to));
            return follow(admin, path + "/replay", begun, out);
        } finally {
            out.flush();
        }
    }

    private int follow(Admin admin, String path, JsonNode begun, PrintWriter out)
            throws IOException, InterruptedException {
        boolean terminal = Boolean.getBoolean("flashsale.terminal") && !json;
        JsonNode status = begun;
        while (!isFinal(status)) {
            out.print(json ? status + "\n" : ProgressLine.of(status, terminal) + (terminal ? "\u001b[K\r" : "\n"));
            out.flush();
            Thread.sleep(POLL_MS);
            status = admin.get(path);
        }
        out.println(json ? status.toString() : ProgressLine.of(status, terminal) + "\n" + ProgressLine.end(status));
        return code(status);
    }

    private static boolean isFinal(JsonNode status) {
        String state = status.path("state").asString("");
        return !state.equals("BUILDING") && !state.equals("COMPARING");
    }

    private static int code(JsonNode status) {
        return switch (status.path("state").asString("")) {
            case "SWAPPED" -> status.path("same").asBoolean() ? SAME : DIFFERENT;
            case "PARTIAL" -> SAME;
            default -> COULD_NOT_RUN;
        };
    }

    private void plan(JsonNode plan, PrintWriter out) {
        if (json) {
            out.println(plan);
            return;
        }
        out.printf(
                "would rebuild     %s%nwould read        events up to index %,d%nwould delete      %,d entries beside%s%n",
                String.join(
                        ", ",
                        plan.path("projections")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()),
                plan.path("target").asLong(),
                plan.path("keysToDelete").asLong(),
                plan.path("earlierContentLost").asBoolean() ? ": the content that could be swapped back" : "");
        out.println("would not touch   what is in use, until the swap");
    }
}
