package dev.flashsale.command.admission.eligibility;

import dev.flashsale.platform.problem.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads an uploaded list entry by entry: what is wrong or too much ends the reading where it stands. */
final class AllowListReader {
    static final int MOST_ENTRIES = 100_000;

    private static final Pattern ENTRY = Pattern.compile("[A-Za-z0-9._@+-]{3,64}");
    private static final CSVFormat LINES = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final Set<String> entries = new LinkedHashSet<>();
    private long read;

    private AllowListReader() {}

    /** The first column of each line. A first line that says userId or username is a heading. */
    static Set<String> csv(InputStream body) throws IOException {
        AllowListReader reader = new AllowListReader();
        try (CSVParser lines = CSVParser.parse(new InputStreamReader(body, StandardCharsets.UTF_8), LINES)) {
            for (CSVRecord line : lines) {
                String entry = withoutMark(line.get(0));
                boolean heading = line.getRecordNumber() == 1
                        && (entry.equalsIgnoreCase("userId") || entry.equalsIgnoreCase("username"));
                if (!heading) {
                    reader.take(entry);
                }
            }
        } catch (UncheckedIOException e) {
            throw ApiProblem.invalidRequest("The list is not readable as CSV.");
        }
        return reader.entries;
    }

    /** An array of texts. */
    static Set<String> json(JsonMapper json, InputStream body) {
        AllowListReader reader = new AllowListReader();
        try (JsonParser parser = json.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw ApiProblem.invalidRequest("The list must be an array of user ids and usernames.");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                reader.take(parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "");
            }
        } catch (JacksonException e) {
            throw ApiProblem.invalidRequest("The list is not readable as JSON.");
        }
        return reader.entries;
    }

    private void take(String entry) {
        read++;
        if (!ENTRY.matcher(entry).matches()) {
            throw ApiProblem.invalidRequest("Entry " + read + " of the list is neither a user id nor a username.");
        }
        boolean unused = entries.add(entry.toLowerCase(Locale.ROOT));
        if (entries.size() > MOST_ENTRIES) {
            throw ApiProblem.invalidRequest("A list has at most " + MOST_ENTRIES + " entries.");
        }
    }

    /** Spreadsheets begin a file with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
