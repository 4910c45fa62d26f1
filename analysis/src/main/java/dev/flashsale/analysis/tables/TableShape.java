package dev.flashsale.analysis.tables;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table: its name, what a row is, and its columns.
 *
 * @param row one sentence
 */
public record TableShape(String name, String row, List<Column> columns) {
    public TableShape {
        columns = List.copyOf(columns);
    }

    static TableShape of(String name, String row, Column... columns) {
        return new TableShape(name, row, List.of(columns));
    }

    String create() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", ", "create table " + name + " (", ")"));
    }
}
