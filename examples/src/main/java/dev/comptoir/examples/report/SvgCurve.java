package dev.comptoir.examples.report;

import static dev.comptoir.examples.report.Html.number;

import java.util.List;
import java.util.Locale;

/** A line that grows over the weeks to come, the band in which it may lie, and beside it what a simple rule says. */
final class SvgCurve {
    /** One point: weeks from now, mean and range. */
    record Point(double weeks, double value, double lower, double upper) {}

    private static final int WIDTH = 340;
    private static final int HEIGHT = 250;
    private static final int TOP = 32;
    private static final int RIGHT = 16;
    private static final int BOTTOM = 46;

    private final List<Point> points;
    private final double ruleAtEnd;
    private final String title;
    private final Words words;
    private final ValueAxis axis;
    private final double left;
    private final double weeks;

    /** At least one point; the rule's line goes straight from nothing to {@code ruleAtEnd}. */
    SvgCurve(List<Point> points, double ruleAtEnd, String title, Words words) {
        this.points = points;
        this.ruleAtEnd = ruleAtEnd;
        this.title = title;
        this.words = words;
        double highest = points.stream()
                .mapToDouble(point -> Math.max(point.value(), point.upper()))
                .max()
                .orElse(1);
        this.axis = ValueAxis.of(0, Math.max(highest, ruleAtEnd), 5);
        int letters = axis.ticks().stream()
                .mapToInt(tick -> words.number(tick, axis.decimals()).length())
                .max()
                .orElse(1);
        this.left = Math.max(28, 12 + letters * Svg.LETTER);
        this.weeks = points.get(points.size() - 1).weeks();
    }

    void write(Html html) {
        Svg.open(html, "curve", WIDTH, HEIGHT, title);
        Svg.text(html, title, 2, 14, "start", "title");
        for (double tick : axis.ticks()) {
            Svg.line(html, tick == 0 ? "axis" : "grid", left, y(tick), WIDTH - RIGHT, y(tick));
            Svg.text(html, words.number(tick, axis.decimals()), left - 6, y(tick) + 4, "end", "tick");
        }
        html.shape("polygon", "class", "band", "points", band());
        Svg.line(html, "rule", x(0), y(0), x(weeks), y(ruleAtEnd));
        html.shape("polyline", "class", "mean", "points", mean());
        for (int i = 0; i <= 4; i++) {
            double week = weeks * i / 4;
            Svg.text(html, words.number(week, 0), x(week), HEIGHT - BOTTOM + 18, "middle", "tick");
        }
        Svg.text(html, words.get("worth.weeks"), (left + WIDTH - RIGHT) / 2, HEIGHT - 8, "middle", "title");
        html.close().line();
    }

    private String mean() {
        StringBuilder line = new StringBuilder(point(0, 0));
        points.forEach(point -> line.append(' ').append(point(point.weeks(), point.value())));
        return line.toString();
    }

    private String band() {
        StringBuilder line = new StringBuilder(point(0, 0));
        points.forEach(point -> line.append(' ').append(point(point.weeks(), point.upper())));
        for (int i = points.size() - 1; i >= 0; i--) {
            line.append(' ').append(point(points.get(i).weeks(), points.get(i).lower()));
        }
        return line.toString();
    }

    private String point(double week, double value) {
        return String.format(Locale.ROOT, "%s,%s", number(x(week)), number(y(value)));
    }

    private double x(double week) {
        return left + (WIDTH - RIGHT - left) * week / weeks;
    }

    private double y(double value) {
        return TOP + (1 - axis.share(value)) * (HEIGHT - TOP - BOTTOM);
    }
}
