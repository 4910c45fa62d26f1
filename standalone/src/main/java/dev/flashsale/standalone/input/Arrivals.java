package dev.flashsale.standalone.input;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * How many requests a crowd sent in each second, one after the other.
 *
 * @param perSecond requests of second 0, 1, 2, ...
 */
public record Arrivals(List<Integer> perSecond) {
    private static final List<String> HEADER = List.of("second", "requests");
    private static final long MAX_REQUESTS = 1_000_000;

    public Arrivals {
        perSecond = List.copyOf(perSecond);
    }

    /**
     * Reads {@code second,requests}; the seconds count up from 0 without a gap.
     *
     * @param name what to call the file in messages
     * @throws BadInputException a line is malformed or out of order
     */
    public static Arrivals read(String name, Reader text) throws IOException {
        int[] expected = {0};
        return new Arrivals(new CsvFile(name, HEADER).read(text, line -> {
            long second = line.count("second", Integer.MAX_VALUE);
            if (second != expected[0]) {
                throw line.wrong("second must be " + expected[0] + ", and is " + second);
            }
            expected[0]++;
            return (int) line.count("requests", MAX_REQUESTS);
        }));
    }

    /** All requests together. */
    public long total() {
        return perSecond.stream().mapToLong(Integer::longValue).sum();
    }

    /** Length of the recording in seconds. */
    public int seconds() {
        return perSecond.size();
    }
}
