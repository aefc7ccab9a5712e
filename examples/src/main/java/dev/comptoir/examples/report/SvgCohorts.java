package dev.comptoir.examples.report;

import dev.comptoir.profile.Cohort;
import java.time.YearMonth;
import java.util.List;

/** A row for each month of first purchases, a column for each month after it; the share that bought again as colour and number. */
final class SvgCohorts {
    private static final int TOP = 40;
    private static final int ROW = 26;
    private static final int MONTH = 74;
    private static final int COUNT = 46;

    private final List<Cohort> cohorts;
    private final YearMonth now;
    private final double top;
    private final Words words;
    private final String kind;
    private final int columns;
    private final int width;

    /** {@code top} is the share at which the strongest colour ends. */
    SvgCohorts(List<Cohort> cohorts, YearMonth now, double top, Words words, String kind, int columns, int width) {
        this.cohorts = cohorts;
        this.now = now;
        this.top = top;
        this.words = words;
        this.kind = kind;
        this.columns = columns;
        this.width = width;
    }

    /** The colour of a share: five equal steps to the top. */
    static int level(double share, double top) {
        return Math.min(SvgHeatMap.LEVELS, 1 + (int) (SvgHeatMap.LEVELS * share / top));
    }

    void write(Html html) {
        Svg.open(html, kind, width, TOP + ROW * cohorts.size() + 4, words.get("cohorts"));
        Svg.text(html, words.get("cohorts.y"), 2, 14, "start", "title");
        Svg.text(html, words.get("cohorts.x"), width - 2, 14, "end", "title");
        Svg.text(html, words.get("cohorts.count"), MONTH + COUNT - 8, 32, "end", "tick");
        for (int months = 1; months <= columns; months++) {
            Svg.text(html, "+" + months, x(months) + cell() / 2, 32, "middle", "tick");
        }
        for (int row = 0; row < cohorts.size(); row++) {
            row(html, cohorts.get(row), TOP + row * ROW);
        }
        html.close().line();
    }

    private void row(Html html, Cohort cohort, double y) {
        Svg.text(html, words.monthOfYear(cohort.month()), 2, y + 17, "start", "tick");
        Svg.text(html, words.count(cohort.customers()), MONTH + COUNT - 8, y + 17, "end", "value");
        for (int months = 1; months <= Math.min(columns, cohort.active().size() - 1); months++) {
            double share = cohort.retention(months);
            boolean few = cohort.customers() < CohortsSection.FEW;
            boolean unfinished = !cohort.month().plusMonths(months).isBefore(now);
            html.open("g", "class", few ? "cell empty" : "cell q" + level(share, top));
            Svg.rect(
                    html,
                    "",
                    x(months) + 1,
                    y + 1,
                    cell() - 2,
                    ROW - 2,
                    words.get(
                            "cohorts.cell",
                            cohort.active().get(months),
                            cohort.customers(),
                            words.monthOfYear(cohort.month().plusMonths(months))));
            Svg.text(
                    html,
                    words.number(100 * share, 0) + (unfinished ? "*" : ""),
                    x(months) + cell() / 2,
                    y + 17,
                    "middle",
                    "share");
            html.close();
        }
    }

    private double x(int months) {
        return MONTH + COUNT + (months - 1) * cell();
    }

    private double cell() {
        return (width - MONTH - COUNT - 2.0) / columns;
    }
}
