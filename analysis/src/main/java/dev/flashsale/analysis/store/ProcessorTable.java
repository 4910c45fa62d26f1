package dev.flashsale.analysis.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far each event processor has come, by the tokens that Axon keeps. */
final class ProcessorTable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKENS =
            "select processor_name, segment, token from token_entry where token is not null order by 1, 2";
    private static final String STORED = """
            select global_index from domain_event_entry
            where global_index = any (?) and time_stamp < ? order by global_index
            """;

    private ProcessorTable() {}

    static List<ProcessorPosition> read(Connection connection, Instant storedBefore) throws SQLException {
        if (!ReadOnlyDatabase.hasTable(connection, "token_entry")) {
            return List.of();
        }
        List<ProcessorPosition> processors = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TOKENS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                JsonNode token = token(row.getBytes(3));
                if (token.path("index").isIntegralNumber()) {
                    processors.add(new ProcessorPosition(
                            row.getString(1),
                            row.getInt(2),
                            token.path("index").asLong(),
                            missed(connection, token.path("gaps"), storedBefore)));
                }
            }
        }
        return processors;
    }

    private static JsonNode token(byte[] json) throws SQLException {
        try {
            JsonNode token = JSON.readTree(json);
            return token.path("currentToken").isObject() ? token.path("currentToken") : token;
        } catch (IOException e) {
            throw new SQLException("a token that is not JSON", e);
        }
    }

    private static List<Long> missed(Connection connection, JsonNode gaps, Instant storedBefore) throws SQLException {
        List<Long> indexes = new ArrayList<>();
        gaps.forEach(gap -> indexes.add(gap.asLong()));
        List<Long> missed = new ArrayList<>();
        if (!indexes.isEmpty()) {
            try (PreparedStatement query = connection.prepareStatement(STORED)) {
                query.setArray(1, connection.createArrayOf("bigint", indexes.toArray()));
                query.setString(2, storedBefore.toString());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        missed.add(row.getLong(1));
                    }
                }
            }
        }
        return missed;
    }
}
