package dev.flashsale.analysis.report;

import java.util.function.DoubleFunction;

/** One drawing: axes with units, then whatever is drawn on them. Colours come from the page's style sheet. */
final class Plot {
    private final StringBuilder svg = new StringBuilder();
    private final Frame frame;
    private final Scale x;
    private final Scale y;

    Plot(Frame frame, double minX, double maxX, double minY, double maxY, String description) {
        this.frame = frame;
        this.x = new Scale(minX, maxX, frame.left(), frame.plotRight());
        this.y = new Scale(minY, maxY, frame.plotBottom(), frame.top());
        svg.append("<svg viewBox=\"0 0 ")
                .append(frame.width())
                .append(' ')
                .append(frame.height())
                .append("\" role=\"img\" aria-label=\"")
                .append(Html.escape(description))
                .append("\">\n");
    }

    Scale x() {
        return x;
    }

    Scale y() {
        return y;
    }

    /** Axes with round figures on both. */
    Plot axes(String xName, String yName, DoubleFunction<String> xLabel, DoubleFunction<String> yLabel) {
        for (double tick : y.ticks(5)) {
            height(tick, yLabel.apply(tick));
        }
        return widths(xName, yName, xLabel);
    }

    /** A level line with its figure. */
    Plot height(double at, String label) {
        line("grid", frame.left(), y.at(at), frame.plotRight(), y.at(at));
        return text("tick end", frame.left() - 6, y.at(at) + 4, label);
    }

    /** The axis below, and the names of both. */
    Plot widths(String xName, String yName, DoubleFunction<String> xLabel) {
        for (double tick : x.ticks(frame.ticks())) {
            line("axis", x.at(tick), frame.plotBottom(), x.at(tick), frame.plotBottom() + 5);
            text("tick mid", x.at(tick), frame.plotBottom() + 18, xLabel.apply(tick));
        }
        line("axis", frame.left(), frame.plotBottom(), frame.plotRight(), frame.plotBottom());
        text("name end", frame.plotRight(), frame.height() - 6, xName);
        text("name", 2, 12, yName);
        return this;
    }

    Plot line(String style, double x1, double y1, double x2, double y2) {
        svg.append("<line class=\"")
                .append(style)
                .append("\" x1=\"")
                .append(Text.plain(x1))
                .append("\" y1=\"")
                .append(Text.plain(y1))
                .append("\" x2=\"")
                .append(Text.plain(x2))
                .append("\" y2=\"")
                .append(Text.plain(y2))
                .append("\"/>\n");
        return this;
    }

    Plot text(String style, double atX, double atY, String text) {
        svg.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(Text.plain(atX))
                .append("\" y=\"")
                .append(Text.plain(atY))
                .append("\">")
                .append(Html.escape(text))
                .append("</text>\n");
        return this;
    }

    /** A vertical line at a moment that matters, with its name beside it. */
    Plot moment(double at, String name) {
        double place = x.at(at);
        boolean leftOfIt = place > frame.width() * 0.6;
        line("moment", place, frame.top() - 10, place, frame.plotBottom());
        return text(leftOfIt ? "name end" : "name", place + (leftOfIt ? -5 : 5), frame.top() - 3, name);
    }

    Plot circle(String style, double atX, double atY, double radius) {
        svg.append("<circle class=\"")
                .append(style)
                .append("\" cx=\"")
                .append(Text.plain(atX))
                .append("\" cy=\"")
                .append(Text.plain(atY))
                .append("\" r=\"")
                .append(Text.plain(radius))
                .append("\"/>\n");
        return this;
    }

    Plot path(String style, CharSequence data) {
        svg.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(data)
                .append("\"/>\n");
        return this;
    }

    /** Bars that stand on the axis, one per value, side by side over the whole range given. */
    Plot bars(String style, double first, double width, double[] heights, double gap) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] > 0) {
                double left = x.at(first + i * width);
                double right = Math.max(left + 0.6, x.at(first + (i + 1) * width) - gap);
                data.append('M').append(Text.plain(left)).append(' ').append(Text.plain(y.at(0)));
                data.append('V').append(Text.plain(y.at(heights[i])));
                data.append('H').append(Text.plain(right));
                data.append('V').append(Text.plain(y.at(0))).append('Z');
            }
        }
        return path(style, data);
    }

    String done() {
        return svg.append("</svg>").toString();
    }
}
