package dev.flashsale.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Processor time out of /proc, in ticks of ten milliseconds. */
final class Proc {
    static final double TICKS_PER_SECOND = 100;

    private static final Path ROOT = Path.of("/proc");
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    private Proc() {}

    /** Everything the machine did, for us, for others, or for another virtual machine. */
    static long machineTicks() {
        try (Stream<String> lines = Files.lines(ROOT.resolve("stat"))) {
            String[] times = lines.findFirst().orElseThrow().strip().split("\\s+");
            long busy = 0;
            for (int field = 0; field <= STEAL; field++) {
                busy += field == IDLE || field == IO_WAIT ? 0 : Long.parseLong(times[field + 1]);
            }
            return busy;
        } catch (IOException e) {
            throw new IllegalStateException("no /proc/stat: the benchmark runs on Linux", e);
        }
    }

    /** The process itself and those of its children that ended; 0 when it is gone. */
    static long ticks(long pid) {
        return Arrays.stream(fields(pid), 0, CHILDREN_SYSTEM_TIME + 1)
                .skip(USER_TIME)
                .mapToLong(Long::parseLong)
                .sum();
    }

    static List<Long> childrenOf(long parent) throws IOException {
        try (Stream<Path> processes = Files.list(ROOT)) {
            return processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(pid -> fields(pid)[PARENT].equals(Long.toString(parent)))
                    .toList();
        }
    }

    // after the command's name, which may hold blanks and brackets: state, parent, ...
    private static String[] fields(long pid) {
        try {
            String stat = Files.readString(ROOT.resolve(Long.toString(pid)).resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            String[] nothing = new String[CHILDREN_SYSTEM_TIME + 1];
            Arrays.fill(nothing, "0");
            return nothing;
        }
    }
}
