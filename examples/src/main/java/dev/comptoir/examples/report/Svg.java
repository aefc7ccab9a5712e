package dev.comptoir.examples.report;

import static dev.comptoir.examples.report.Html.number;

/** The shapes that several charts draw. */
final class Svg {
    /** About the width of a letter of a chart's small texts. */
    static final double LETTER = 6.8;

    private Svg() {}

    static void open(Html html, String kind, double width, double height, String label) {
        html.open(
                "svg",
                "class",
                kind,
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "role",
                "img",
                "aria-label",
                label);
    }

    static void text(Html html, String text, double x, double y, String anchor, String kind) {
        html.leaf("text", text, "class", kind, "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    static void line(Html html, String kind, double x1, double y1, double x2, double y2) {
        html.shape("line", "class", kind, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
    }

    /** A rectangle that tells its title when it is pointed at. */
    static void rect(Html html, String kind, double x, double y, double width, double height, String title) {
        html.open(
                "rect",
                "class",
                kind,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(Math.max(0, width)),
                "height",
                number(Math.max(0, height)));
        html.leaf("title", title).close();
    }
}
