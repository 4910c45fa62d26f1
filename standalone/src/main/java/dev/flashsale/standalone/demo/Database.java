package dev.flashsale.standalone.demo;

import dev.flashsale.analysis.store.ReadOnlyDatabase;
import dev.flashsale.standalone.stores.EmbeddedStores;
import java.sql.Connection;
import java.sql.SQLException;

/** Where a sale's events and rows can be read. */
record Database(String url, String user, String password) {
    static Database of(EmbeddedStores stores) {
        return new Database(stores.unhurriedJdbcUrl(), EmbeddedStores.DATABASE_USER, stores.password());
    }

    Connection open() throws SQLException {
        return ReadOnlyDatabase.open(url, user, password);
    }

    /** Without the password, which must not get into logs. */
    @Override
    public String toString() {
        return url;
    }
}
