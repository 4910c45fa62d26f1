package dev.flashsale.standalone.wire;

import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One service in a Spring context of its own, with the settings of its own application.yml. */
final class Service implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service start(Class<?> application, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("server.port", 0);
        properties.put("spring.config.location", settingsOf(application));
        properties.put("spring.profiles.active", "axon-server");
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new Service(new SpringApplicationBuilder(application).run(arguments));
    }

    /** The modules' files have the same name, so the class path alone would give the first one to all of them. */
    private static String settingsOf(Class<?> application) {
        URL classes = application.getProtectionDomain().getCodeSource().getLocation();
        return classes.getPath().endsWith(".jar")
                ? "jar:" + classes + "!/application.yml"
                : classes + "application.yml";
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    URI uri() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
