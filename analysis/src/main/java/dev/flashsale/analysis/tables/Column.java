package dev.flashsale.analysis.tables;

/**
 * A column.
 *
 * @param name lower case; a figure's unit is its ending
 */
public record Column(String name, Type type) {
    /** What a column holds; TIMESTAMP is UTC with microseconds. */
    public enum Type {
        BIGINT,
        INTEGER,
        DOUBLE,
        BOOLEAN,
        VARCHAR,
        TIMESTAMP,
        JSON
    }

    static Column bigint(String name) {
        return new Column(name, Type.BIGINT);
    }

    static Column integer(String name) {
        return new Column(name, Type.INTEGER);
    }

    static Column real(String name) {
        return new Column(name, Type.DOUBLE);
    }

    static Column bool(String name) {
        return new Column(name, Type.BOOLEAN);
    }

    static Column text(String name) {
        return new Column(name, Type.VARCHAR);
    }

    static Column time(String name) {
        return new Column(name, Type.TIMESTAMP);
    }

    static Column json(String name) {
        return new Column(name, Type.JSON);
    }
}
