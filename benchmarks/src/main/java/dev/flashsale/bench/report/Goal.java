package dev.flashsale.bench.report;

/**
 * What a figure should reach.
 *
 * @param of whether the ratio to what stands beside is judged, or the figure itself
 * @param atLeast whether more is better
 */
public record Goal(Of of, boolean atLeast, double goal, double stretch) {
    /** What is judged. */
    public enum Of {
        RATIO,
        FIGURE
    }

    /** A ratio that should be this large. */
    public static Goal ratioAtLeast(double goal, double stretch) {
        return new Goal(Of.RATIO, true, goal, stretch);
    }

    /** A ratio that should be this small. */
    public static Goal ratioAtMost(double goal, double stretch) {
        return new Goal(Of.RATIO, false, goal, stretch);
    }

    /** A figure that should be this large. */
    public static Goal atLeast(double goal, double stretch) {
        return new Goal(Of.FIGURE, true, goal, stretch);
    }

    /** A figure that should be this small. */
    public static Goal atMost(double goal, double stretch) {
        return new Goal(Of.FIGURE, false, goal, stretch);
    }

    /** In words: met, or by how much not. */
    public String verdict(double value) {
        if (Double.isNaN(value)) {
            return "not measured";
        }
        if (reaches(value, stretch)) {
            return "met (stretch)";
        }
        if (reaches(value, goal)) {
            return "met";
        }
        return "gap: " + Numbers.factor(atLeast ? goal / value : value / goal) + " short";
    }

    /** Whether the goal is reached. */
    public boolean isMetBy(double value) {
        return reaches(value, goal);
    }

    private boolean reaches(double value, double limit) {
        return atLeast ? value >= limit : value <= limit;
    }

    @Override
    public String toString() {
        return (atLeast ? ">= " : "<= ") + Numbers.plain(goal) + (of == Of.RATIO ? "x" : "");
    }
}
