package dev.flashsale.bench.machine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The machine that everything here shares with processes that are not ours. */
public final class Machine {
    private final List<Processes> ours = new CopyOnWriteArrayList<>();

    /** These count as ours from now on. */
    public void add(Processes processes) {
        ours.add(processes);
    }

    /** These have ended. */
    public void remove(Processes processes) {
        ours.remove(processes);
    }

    /** Begins to watch how many cores others use. */
    public Watch watch() {
        return new Watch();
    }

    /** From its making until {@link #others()}. */
    public final class Watch {
        private final long beganNanos = System.nanoTime();
        private final List<Processes> watched = List.copyOf(ours);
        private final double machine = Proc.machineTicks() / Proc.TICKS_PER_SECOND;
        private final double own = own();

        /** Cores that processes other than ours used meanwhile, on average. */
        public double others() {
            double seconds = (System.nanoTime() - beganNanos) / 1e9;
            double busy = Proc.machineTicks() / Proc.TICKS_PER_SECOND - machine;
            return Math.max(0, (busy - (own() - own)) / seconds);
        }

        private double own() {
            double generator = Proc.ticks(ProcessHandle.current().pid()) / Proc.TICKS_PER_SECOND;
            return generator
                    + watched.stream().mapToDouble(Processes::cpuSeconds).sum();
        }
    }
}
