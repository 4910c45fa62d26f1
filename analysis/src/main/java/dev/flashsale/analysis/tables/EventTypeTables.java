package dev.flashsale.analysis.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.kernel.block.BlockEvent;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.StockEvent;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One table for each type of event, its columns the record's components. */
final class EventTypeTables implements Producer {
    private static final JsonMapper JSON = new JsonMapper();

    private record Typed(TableShape shape, RecordComponent[] components) {}

    private final Map<Class<?>, Typed> tables = new LinkedHashMap<>();

    EventTypeTables() {
        Stream.of(FlashSaleEvent.class, StockEvent.class, OrderEvent.class, BlockEvent.class)
                .flatMap(sealedType -> Arrays.stream(sealedType.getPermittedSubclasses()))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(event -> tables.put(event, typed(event)));
    }

    private static Typed typed(Class<?> event) {
        RecordComponent[] components = event.getRecordComponents();
        List<Column> columns = new ArrayList<>(List.of(Column.bigint("global_index"), Column.time("stored_at")));
        for (RecordComponent component : components) {
            columns.add(new Column(columnName(component.getName()), type(component.getType())));
        }
        String name = snake(event.getSimpleName());
        return new Typed(new TableShape(name, "one " + event.getSimpleName() + " event", columns), components);
    }

    /** "at" is a word of SQL. */
    private static String columnName(String component) {
        return component.equals("at") ? "decided_at" : snake(component);
    }

    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Column.Type type(Class<?> type) {
        if (type == int.class) {
            return Column.Type.INTEGER;
        } else if (type == long.class) {
            return Column.Type.BIGINT;
        } else if (type == boolean.class) {
            return Column.Type.BOOLEAN;
        } else if (type == Instant.class) {
            return Column.Type.TIMESTAMP;
        } else if (Collection.class.isAssignableFrom(type)) {
            return Column.Type.JSON;
        }
        return Column.Type.VARCHAR;
    }

    @Override
    public List<TableShape> tables() {
        return tables.values().stream().map(Typed::shape).toList();
    }

    @Override
    public void accept(RawEvent raw, StoredEvent event, Ledger ledger, Rows rows) {
        Typed typed = tables.get(event.payload().getClass());
        if (typed == null) {
            return;
        }
        @Nullable Object[] cells = new @Nullable Object[typed.components.length + 2];
        cells[0] = raw.globalIndex();
        cells[1] = raw.timestamp();
        for (int i = 0; i < typed.components.length; i++) {
            cells[i + 2] = cell(typed.components[i], event.payload());
        }
        rows.add(typed.shape, cells);
    }

    private static @Nullable Object cell(RecordComponent component, Object event) {
        try {
            Object value = component.getAccessor().invoke(event);
            return switch (value) {
                case null -> null;
                case Enum<?> constant -> constant.name();
                case Collection<?> list -> JSON.writeValueAsString(list);
                default -> value;
            };
        } catch (ReflectiveOperationException | JsonProcessingException e) {
            throw new IllegalStateException("an event's components can be read and written", e);
        }
    }
}
