package dev.flashsale.analysis.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A client's log of acceptances: per line a purchaseId, or a JSON object with a {@code purchaseId}. */
final class AcceptedFile {
    private static final JsonMapper JSON = new JsonMapper();

    private AcceptedFile() {}

    static List<String> read(Path file) throws IOException {
        List<String> accepted = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                accepted.add(line.startsWith("{") ? fromJson(line, file, number) : line.strip());
            }
        }
        return accepted;
    }

    private static String fromJson(String line, Path file, int number) throws IOException {
        JsonNode purchaseId = JSON.readTree(line).path("purchaseId");
        if (!purchaseId.isTextual()) {
            throw new IOException(file + ", line " + number + ": no purchaseId");
        }
        return purchaseId.textValue();
    }
}
