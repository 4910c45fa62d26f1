package dev.flashsale.standalone.catalogue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;

/** Which aggregate records which event, on which command: found by following the calls of every command handler. */
final class Producers {

    private final Map<String, Set<String>> commandsByEvent = new TreeMap<>();
    private final Map<String, Set<String>> aggregatesByEvent = new TreeMap<>();

    static Producers in(JavaClasses product) {
        Producers producers = new Producers();
        product.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                .forEach(producers::follow);
        return producers;
    }

    /** Class names of aggregates that record the event. */
    Set<String> aggregatesOf(Class<?> event) {
        return aggregatesByEvent.getOrDefault(event.getName(), Set.of());
    }

    /** Simple names of the commands that it may be the answer to. */
    Set<String> commandsOf(Class<?> event) {
        return commandsByEvent.getOrDefault(event.getName(), Set.of());
    }

    private void follow(JavaMethod handler) {
        String command = handler.getRawParameterTypes().getFirst().getSimpleName();
        Deque<JavaCodeUnit> left = new ArrayDeque<>(Set.of(handler));
        Set<JavaCodeUnit> seen = new HashSet<>(left);
        while (!left.isEmpty()) {
            accesses(left.remove()).forEach(access -> {
                JavaClass made = access.getTargetOwner();
                if (access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)) {
                    commandsByEvent
                            .computeIfAbsent(made.getName(), key -> new TreeSet<>())
                            .add(command);
                    aggregatesByEvent
                            .computeIfAbsent(made.getName(), key -> new TreeSet<>())
                            .add(handler.getOwner().getName());
                }
                if (made.getPackage().equals(handler.getOwner().getPackage())) {
                    made.getCodeUnits().stream()
                            .filter(unit ->
                                    unit.getName().equals(access.getTarget().getName()))
                            .filter(seen::add)
                            .forEach(left::add);
                }
            });
        }
    }

    /** Calls and references; a lambda's are those of the method that it stands in. */
    private static Stream<JavaAccess<?>> accesses(JavaCodeUnit unit) {
        return Stream.of(
                        unit.getCallsFromSelf(),
                        unit.getMethodReferencesFromSelf(),
                        unit.getConstructorReferencesFromSelf())
                .flatMap(Set::stream);
    }
}
