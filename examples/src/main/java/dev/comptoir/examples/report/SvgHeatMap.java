package dev.comptoir.examples.report;

import static dev.comptoir.examples.report.Html.number;

import java.util.List;

/** Five by five fields: recency upwards, frequency to the right, the count inside, the colour for the amount spent. */
final class SvgHeatMap {
    static final int LEVELS = 5;

    private static final int LEFT = 30;
    private static final int TOP = 30;
    private static final int CELL_WIDTH = 66;
    private static final int CELL_HEIGHT = 46;

    private final List<RfmCell> cells;
    private final Words words;

    SvgHeatMap(List<RfmCell> cells, Words words) {
        this.cells = cells;
        this.words = words;
    }

    /** The colour of a mean score from 1 to 5: level 1 to 5, each 0.8 wide. */
    static int level(double meanMonetary) {
        return Math.min(LEVELS, 1 + (int) ((meanMonetary - 1) / 0.8));
    }

    void write(Html html) {
        int width = LEFT + 5 * CELL_WIDTH + 4;
        int bottom = TOP + 5 * CELL_HEIGHT;
        html.open(
                "svg",
                "class",
                "heat",
                "viewBox",
                "0 0 " + width + " " + (bottom + 44),
                "role",
                "img",
                "aria-label",
                words.get("rfm"));
        text(html, words.get("rfm.y"), 2, 14, "start", "title");
        for (int score = 1; score <= 5; score++) {
            text(html, String.valueOf(score), LEFT - 8, y(score) + CELL_HEIGHT / 2.0 + 4, "end", "tick");
            text(html, String.valueOf(score), x(score) + CELL_WIDTH / 2.0, bottom + 16, "middle", "tick");
        }
        text(html, words.get("rfm.x"), LEFT + 2.5 * CELL_WIDTH, bottom + 37, "middle", "title");
        cells.forEach(cell -> cell(html, cell));
        html.close().line();
    }

    private void cell(Html html, RfmCell cell) {
        boolean empty = cell.customers() == 0;
        html.open("g", "class", empty ? "cell empty" : "cell q" + level(cell.meanMonetary()));
        html.leaf(
                "title",
                words.get(
                        "rfm.cell",
                        cell.customers(),
                        cell.recency(),
                        cell.frequency(),
                        empty ? "\u2013" : words.number(cell.meanMonetary(), 1)));
        html.shape(
                "rect",
                "x",
                number(x(cell.frequency()) + 1),
                "y",
                number(y(cell.recency()) + 1),
                "width",
                number(CELL_WIDTH - 2),
                "height",
                number(CELL_HEIGHT - 2),
                "rx",
                "3");
        text(
                html,
                empty ? "0" : words.count(cell.customers()),
                x(cell.frequency()) + CELL_WIDTH / 2.0,
                y(cell.recency()) + CELL_HEIGHT / 2.0 + 5,
                "middle",
                "count");
        html.close();
    }

    private static void text(Html html, String text, double x, double y, String anchor, String kind) {
        html.leaf("text", text, "class", kind, "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    private static double x(int frequency) {
        return LEFT + (frequency - 1) * (double) CELL_WIDTH;
    }

    private static double y(int recency) {
        return TOP + (5 - recency) * (double) CELL_HEIGHT;
    }
}
