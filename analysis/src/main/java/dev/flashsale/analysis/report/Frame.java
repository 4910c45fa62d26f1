package dev.flashsale.analysis.report;

/** The size of a chart, in the drawing's own units. */
record Frame(int width, int height, int left, int right, int top, int bottom, int ticks) {
    /** For screens and paper. */
    static final Frame WIDE = new Frame(760, 300, 56, 16, 28, 44, 8);
    /** For phones: fewer labels, and letters that stay large when the drawing shrinks. */
    static final Frame NARROW = new Frame(380, 270, 46, 12, 28, 42, 4);

    int plotRight() {
        return width - right;
    }

    int plotBottom() {
        return height - bottom;
    }
}
