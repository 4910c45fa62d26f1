package dev.flashsale.standalone.input;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one CSV file with a fixed header, and says where it is wrong. */
final class CsvFile {
    private final String name;
    private final List<String> header;

    CsvFile(String name, List<String> header) {
        this.name = name;
        this.header = header;
    }

    /** What turns one line into a value. */
    interface LineReader<T> {
        T read(Line line) throws BadInputException;
    }

    <T> List<T> read(Reader text, LineReader<T> reader) throws IOException {
        List<T> values = new ArrayList<>();
        try (CSVParser parser = CSVFormat.RFC4180.parse(text)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext() || !records.next().toList().equals(header)) {
                throw new BadInputException(name, 1, "the header must be " + String.join(",", header));
            }
            while (records.hasNext()) {
                CSVRecord fields = records.next();
                values.add(reader.read(new Line(parser.getCurrentLineNumber(), fields.toList())));
            }
        } catch (UncheckedIOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        } catch (CSVException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
        if (values.isEmpty()) {
            throw new BadInputException(name, 2, "there is nothing below the header");
        }
        return values;
    }

    /** One line below the header. */
    final class Line {
        private final long number;
        private final List<String> fields;

        private Line(long number, List<String> fields) throws BadInputException {
            this.number = number;
            this.fields = fields;
            if (fields.size() != header.size()) {
                throw wrong("%d fields instead of %d".formatted(fields.size(), header.size()));
            }
        }

        String text(String column) throws BadInputException {
            String value = fields.get(header.indexOf(column)).strip();
            if (value.isEmpty()) {
                throw wrong(column + " is empty");
            }
            return value;
        }

        long count(String column, long most) throws BadInputException {
            String value = text(column);
            if (!value.matches("[0-9]{1,12}") || Long.parseLong(value) > most) {
                throw wrong("%s must be a whole number from 0 to %d, and is '%s'".formatted(column, most, value));
            }
            return Long.parseLong(value);
        }

        double decimal(String column) throws BadInputException {
            String value = text(column);
            if (!value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                throw wrong("%s must be a number, and is '%s'".formatted(column, value));
            }
            return Double.parseDouble(value);
        }

        BadInputException wrong(String problem) {
            return new BadInputException(name, number, problem);
        }
    }
}
