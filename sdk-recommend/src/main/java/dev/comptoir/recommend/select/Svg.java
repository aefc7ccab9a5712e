package dev.comptoir.recommend.select;

import java.util.Locale;

/** Builds one picture. Not thread-safe. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /**
     * A picture that says what it shows.
     *
     * @param id of the picture within its page: letters only
     */
    Svg(String id, int width, int height, String title, String description) {
        text.append(String.format(
                Locale.ROOT,
                "<svg role=\"img\" aria-labelledby=\"%s-t %s-d\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">%n",
                id,
                id,
                width,
                height,
                width,
                height));
        text.append("<title id=\"")
                .append(id)
                .append("-t\">")
                .append(escaped(title))
                .append("</title>\n");
        text.append("<desc id=\"")
                .append(id)
                .append("-d\">")
                .append(escaped(description))
                .append("</desc>\n");
    }

    Svg line(double x1, double y1, double x2, double y2, String kind) {
        text.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>%n",
                x1,
                y1,
                x2,
                y2,
                kind));
        return this;
    }

    Svg dot(double x, double y, double radius, String kind) {
        text.append(String.format(
                Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"%s\"/>%n", x, y, radius, kind));
        return this;
    }

    Svg bar(double x, double y, double width, double height, String kind) {
        text.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                kind));
        return this;
    }

    /** A polyline through points given as x, y, x, y. */
    Svg path(double[] points, String kind) {
        text.append("<polyline points=\"");
        for (int k = 0; k < points.length; k += 2) {
            text.append(String.format(Locale.ROOT, "%.1f,%.1f ", points[k], points[k + 1]));
        }
        text.append("\" class=\"").append(kind).append("\"/>\n");
        return this;
    }

    /**
     * A text.
     *
     * @param anchor start, middle or end
     */
    Svg text(double x, double y, String anchor, String kind, String words) {
        text.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">",
                        x,
                        y,
                        anchor,
                        kind))
                .append(escaped(words))
                .append("</text>\n");
        return this;
    }

    String end() {
        return text.append("</svg>\n").toString();
    }

    /** Safe between tags and within quotes. */
    static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        for (int k = 0; k < words.length(); k++) {
            char c = words.charAt(k);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c < 0x20 && c != '\n' ? ' ' : c);
            }
        }
        return safe.toString();
    }
}
