package dev.flashsale.bench.subject;

import dev.flashsale.standalone.stores.DataDirectory;
import dev.flashsale.standalone.stores.EmbeddedStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The JVM of a baseline: the same embedded stores as the product's, and a Spring application. */
public final class BaselineJvm {
    private BaselineJvm() {}

    /** Serves until this JVM's input ends, and ends the JVM. */
    public static void serve(Class<?> application, String directory, Map<String, Object> settings) throws Exception {
        try (DataDirectory data = DataDirectory.open(Path.of(directory));
                EmbeddedStores stores = new EmbeddedStores(data);
                ConfigurableApplicationContext context = start(application, stores, settings)) {
            ChildJvm.ready(context.getEnvironment().getRequiredProperty("local.server.port"));
        }
        System.exit(0);
    }

    /** Starts the stores, then the application on them; the caller closes both. */
    public static ConfigurableApplicationContext start(
            Class<?> application, EmbeddedStores stores, Map<String, Object> settings) throws Exception {
        // Ctrl-C reaches this process too: then Spring's hook ends it, and the stores must not outlive it
        SpringApplication.getShutdownHandlers().add(() -> stop(stores));
        stores.start();
        Map<String, Object> properties = new HashMap<>(stores.properties());
        properties.put("server.port", 0);
        // a connection lives as long as the generator wants it to
        properties.put("server.tomcat.max-keep-alive-requests", -1);
        // measured: a filter that waits costs least on a thread of the platform
        properties.put("spring.threads.virtual.enabled", false);
        properties.putAll(settings);
        SpringApplication spring = new SpringApplication(application);
        spring.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("stores", properties)));
        return spring.run("--logging.level.root=WARN");
    }

    private static void stop(EmbeddedStores stores) {
        try {
            stores.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
