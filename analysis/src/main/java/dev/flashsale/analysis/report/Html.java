package dev.flashsale.analysis.report;

import java.util.List;

/** The few pieces of HTML that the page is made of. Everything named text is escaped here, and only here. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String p(String text) {
        return "<p>" + escape(text) + "</p>\n";
    }

    static String note(String text) {
        return "<p class=\"note\">" + escape(text) + "</p>\n";
    }

    static String section(String id, String title, String... html) {
        return "<section id=\"" + escape(id) + "\">\n<h2>" + escape(title) + "</h2>\n" + String.join("", html)
                + "</section>\n";
    }

    static String h3(String text) {
        return "<h3>" + escape(text) + "</h3>\n";
    }

    /** The first cell of a row names it; the others are figures. */
    static String table(List<String> head, List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>");
        head.forEach(
                cell -> html.append("<th scope=\"col\">").append(escape(cell)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr><th scope=\"row\">").append(escape(row.getFirst())).append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(cell -> html.append("<td>").append(escape(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    /** A table that is there for those who want the figures of a chart. */
    static String details(String summary, List<String> head, List<List<String>> rows) {
        return "<details><summary>" + escape(summary) + "</summary>\n" + table(head, rows) + "</details>\n";
    }

    /** A chart drawn for a wide page and for a phone; the style sheet shows one of them. */
    static String figure(String caption, String wideSvg, String narrowSvg) {
        return "<figure>\n<div class=\"wide\">" + wideSvg + "</div>\n<div class=\"narrow\">" + narrowSvg
                + "</div>\n<figcaption>" + escape(caption) + "</figcaption>\n</figure>\n";
    }

    /** One series of a chart: its colour class and what it is called. */
    static String legend(String... classesAndNames) {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < classesAndNames.length; i += 2) {
            html.append("<li><i class=\"")
                    .append(classesAndNames[i])
                    .append("\"></i>")
                    .append(escape(classesAndNames[i + 1]))
                    .append("</li>");
        }
        return html.append("</ul>\n").toString();
    }

    /** A labelled bar per row, as long as its value; a table, so that it can be read without looking. */
    static String bars(String caption, List<Bar> bars) {
        long most = bars.stream().mapToLong(Bar::value).max().orElse(0);
        StringBuilder html =
                new StringBuilder("<table class=\"bars\"><caption>" + escape(caption) + "</caption>\n<tbody>\n");
        for (Bar bar : bars) {
            String width = Text.plain(bar.value() == 0 ? 0 : Math.max(0.5, 100.0 * bar.value() / most));
            html.append("<tr><th scope=\"row\">")
                    .append(escape(bar.label()))
                    .append("</th><td class=\"bar\"><span class=\"")
                    .append(bar.style())
                    .append("\" style=\"width:")
                    .append(width)
                    .append("%\"></span></td><td>")
                    .append(Text.count(bar.value()))
                    .append("</td><td>")
                    .append(escape(bar.note()))
                    .append("</td></tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    /** @param style colour class */
    record Bar(String label, long value, String note, String style) {}
}
