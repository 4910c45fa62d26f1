package dev.flashsale.standalone.catalogue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.saga.SagaEventHandler;

/** Who handles which event: every method that Axon calls with one. */
final class Consumers {
    /**
     * A class that handles an event.
     *
     * @param kind saga, automation or projection
     * @param handler the method, as {@link SourceDocs} names it
     */
    record Consumer(String className, String kind, String handler) {
        String simpleName() {
            return className.substring(className.lastIndexOf('.') + 1);
        }
    }

    private final JavaClasses product;

    Consumers(JavaClasses product) {
        this.product = product;
    }

    List<Consumer> of(Class<?> event) {
        return product.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method ->
                        method.isAnnotatedWith(EventHandler.class) || method.isAnnotatedWith(SagaEventHandler.class))
                .filter(method -> firstParameter(method).isAssignableFrom(event))
                .map(method -> new Consumer(
                        method.getOwner().getName(),
                        kindOf(method),
                        method.getName() + "(" + firstParameter(method).getSimpleName() + ")"))
                .sorted(Comparator.comparing(Consumer::className).thenComparing(Consumer::handler))
                .toList();
    }

    private static JavaClass firstParameter(JavaMethod method) {
        return method.getRawParameterTypes().getFirst();
    }

    private static String kindOf(JavaMethod method) {
        if (method.isAnnotatedWith(SagaEventHandler.class)) {
            return "saga";
        }
        return method.getOwner().getPackageName().startsWith("dev.flashsale.query") ? "projection" : "automation";
    }
}
