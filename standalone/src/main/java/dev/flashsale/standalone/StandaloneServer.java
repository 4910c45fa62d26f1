package dev.flashsale.standalone;

import dev.flashsale.standalone.stores.DataDirectory;
import dev.flashsale.standalone.stores.EmbeddedStores;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;

/** The whole system in this JVM: stores first, then the services; the other way round when it stops. */
public final class StandaloneServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StandaloneServer.class);

    private final DataDirectory data;
    private final EmbeddedStores stores;
    private @Nullable ConfigurableApplicationContext services;
    private final boolean throwAway;
    private boolean closed;

    private StandaloneServer(DataDirectory data, boolean throwAway) throws IOException {
        this.data = data;
        this.throwAway = throwAway;
        this.stores = new EmbeddedStores(data);
    }

    /**
     * Starts everything, on the data of an earlier run if there is any.
     *
     * @param port where HTTP is served; 0 takes a free one
     * @param settings properties that override those of the services
     * @param throwAway whether the directory is removed once everything has stopped
     * @throws IOException the directory is in use, or something does not start
     */
    public static StandaloneServer start(Path directory, int port, Map<String, Object> settings, boolean throwAway)
            throws IOException, InterruptedException {
        StandaloneServer server = new StandaloneServer(DataDirectory.open(directory), throwAway);
        // Spring's hook runs this after it closed the services; the stores' own hooks would pull them away before
        SpringApplication.getShutdownHandlers().add(server::closeStores);
        try {
            server.stores.start();
            server.startServices(port, settings);
            return server;
        } catch (IOException | InterruptedException e) {
            server.close();
            throw e;
        } catch (RuntimeException e) {
            server.close();
            throw new IOException("the services did not start: " + NestedExceptionUtils.getMostSpecificCause(e), e);
        }
    }

    private void startServices(int port, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(stores.properties());
        properties.put("server.port", port);
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("standalone", properties)));
        // as arguments, because logging is set up before initializers run
        services = application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** Where the API and the storefront are served. */
    public URI uri() {
        return URI.create("http://localhost:" + services().getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The running stores and their secrets. */
    public EmbeddedStores stores() {
        return stores;
    }

    /** Where everything is kept. */
    public Path directory() {
        return data.root();
    }

    /** Stops the services, then the stores; a second call does nothing. */
    @Override
    public void close() {
        if (services != null) {
            services.close();
        }
        closeStores();
    }

    // a signal runs this in the shutdown hook while close() may be at it in another thread
    private synchronized void closeStores() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            stores.close();
            data.close();
            if (throwAway) {
                data.delete();
            }
        } catch (IOException e) {
            LOG.error("The embedded stores did not stop cleanly; the next start will see to it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ConfigurableApplicationContext services() {
        if (services == null) {
            throw new IllegalStateException("the services are not running");
        }
        return services;
    }
}
