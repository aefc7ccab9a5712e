package dev.comptoir.examples.report;

import static dev.comptoir.examples.report.Html.number;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** A bar for each week over an axis of months. The highest whole week carries its value. */
final class SvgBars {
    private static final double LETTER = 6.8;
    private static final double BOLD_LETTER = 8;
    private static final int TOP = 34;
    private static final int RIGHT = 22;
    private static final int BOTTOM = 64;

    private final List<WeekSales> weeks;
    private final Words words;
    private final String kind;
    private final int width;
    private final int height;
    private final ValueAxis axis;
    private final double left;
    private final LocalDate start;
    private final long days;

    /** Weeks are in the order of time, at least one; {@code kind} is a class for the style sheet. */
    SvgBars(List<WeekSales> weeks, Words words, String kind, int width, int height) {
        this.weeks = weeks;
        this.words = words;
        this.kind = kind;
        this.width = width;
        this.height = height;
        double lowest = weeks.stream().mapToDouble(SvgBars::value).min().orElse(0);
        double highest = weeks.stream().mapToDouble(SvgBars::value).max().orElse(0);
        // Room for the value above the highest bar.
        this.axis = ValueAxis.of(lowest, highest * 1.12, 5);
        int letters = axis.ticks().stream()
                .mapToInt(tick -> words.number(tick, axis.decimals()).length())
                .max()
                .orElse(1);
        this.left = Math.max(30, 12 + letters * LETTER);
        this.start = weeks.get(0).weekStart();
        this.days = ChronoUnit.DAYS.between(start, weeks.get(weeks.size() - 1).weekStart()) + 7;
    }

    void write(Html html) {
        String label = words.get("sales");
        html.open("svg", "class", kind, "viewBox", "0 0 " + width + " " + height, "role", "img", "aria-label", label);
        grid(html);
        weeks.forEach(week -> bar(html, week));
        months(html);
        highest(html);
        html.close().line();
    }

    private void grid(Html html) {
        for (double tick : axis.ticks()) {
            String y = number(y(tick));
            html.shape(
                    "line",
                    "class",
                    tick == 0 ? "axis" : "grid",
                    "x1",
                    number(left),
                    "x2",
                    number(width - RIGHT),
                    "y1",
                    y,
                    "y2",
                    y);
            text(html, words.number(tick, axis.decimals()), left - 6, y(tick) + 4, "end", "tick");
        }
        String unit = weeks.get(0).total().currency().getCurrencyCode();
        text(html, words.get("sales.y", unit), 2, 14, "start", "title");
        text(html, words.get("sales.x"), (left + width - RIGHT) / 2, height - 6, "middle", "title");
    }

    private void bar(Html html, WeekSales week) {
        double slot = plotWidth() * 7 / days;
        double gap = Math.min(2, slot * 0.2);
        double high = Math.max(y(0) - y(value(week)), 0);
        double depth = Math.max(y(value(week)) - y(0), 0);
        html.open(
                "rect",
                "class",
                week.complete() ? "bar" : "bar part",
                "x",
                number(x(week.weekStart()) + gap / 2),
                "y",
                number(y(0) - high),
                "width",
                number(slot - gap),
                "height",
                number(high + depth));
        html.leaf("title", words.get("sales.bar", words.day(week.weekStart()), words.money(week.total())));
        html.close();
    }

    private void months(Html html) {
        double base = height - BOTTOM;
        int year = 0;
        for (YearMonth month :
                MonthTicks.between(start, start.plusDays(days - 1), (int) (plotWidth() / (6.5 * LETTER)))) {
            double x = x(month.atDay(1));
            html.shape(
                    "line",
                    "class",
                    "axis",
                    "x1",
                    number(x),
                    "x2",
                    number(x),
                    "y1",
                    number(base),
                    "y2",
                    number(base + 5));
            text(html, words.month(month), x, base + 18, "middle", "tick");
            if (month.getYear() != year) {
                year = month.getYear();
                text(html, String.valueOf(year), x, base + 33, "middle", "tick year");
            }
        }
    }

    private void highest(Html html) {
        weeks.stream()
                .filter(WeekSales::complete)
                .filter(week -> value(week) > 0)
                .max(Comparator.comparingDouble(SvgBars::value))
                .ifPresent(week -> {
                    String label = words.get("sales.highest", words.money(week.total()));
                    double half = label.length() * BOLD_LETTER / 2;
                    double middle = x(week.weekStart()) + plotWidth() * 3.5 / days;
                    // Held by its end at the window's edge, it cannot be cut off, whatever the reader's font is.
                    boolean atEnd = middle + half > width - 4;
                    boolean atStart = !atEnd && middle - half < left;
                    double x = atEnd ? width - 4 : atStart ? left : middle;
                    text(html, label, x, y(value(week)) - 6, atEnd ? "end" : atStart ? "start" : "middle", "value");
                });
    }

    private static void text(Html html, String text, double x, double y, String anchor, String kind) {
        html.leaf("text", text, "class", kind, "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    private double x(LocalDate day) {
        return left + plotWidth() * ChronoUnit.DAYS.between(start, day) / days;
    }

    private double y(double value) {
        return TOP + (1 - axis.share(value)) * (height - TOP - BOTTOM);
    }

    private double plotWidth() {
        return width - RIGHT - left;
    }

    private static double value(WeekSales week) {
        return week.total().amount().doubleValue();
    }
}
