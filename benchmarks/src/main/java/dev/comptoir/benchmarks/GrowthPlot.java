package dev.comptoir.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Draws figures over one quantity, both in logarithms: four panels with one line a model. Not thread-safe. */
final class GrowthPlot {
    private static final int PANEL_WIDTH = 545;
    private static final int PANEL_HEIGHT = 400;
    private static final int TOP = 62;
    private static final int LEFT = 62;
    private static final int WIDTH = 370;
    private static final int HEIGHT = 300;
    private static final int LABEL = 14;

    /** Mid-tones that stand out from white and from black; beside it the light and dark page. */
    private static final List<String> COLOURS =
            List.of("#8a8f98", "#e0702c", "#2f8fe0", "#1f9e78", "#c8486f", "#9a63d6", "#b08900", "#3ea3b5", "#7a9a2b");

    private static final String STYLE = """
            <style>
            .page{fill:#ffffff} text{font:12px sans-serif;fill:#24292f} .title{font-size:17px;font-weight:600}
            .head{font-size:13px;font-weight:600} .grid{stroke:#d8dee4;stroke-width:1} .halo{stroke:#ffffff}
            .small{fill:#57606a}
            @media (prefers-color-scheme: dark){.page{fill:#0d1117} text{fill:#e6edf3} .grid{stroke:#30363d}
            .halo{stroke:#0d1117} .small{fill:#9198a1}}
            </style>
            """;

    private final StringBuilder text = new StringBuilder();
    private final GrowthSize.Quantity quantity;
    private final Map<String, List<GrowthFigure>> figures;
    private final List<String> models;
    private final LogScale x;

    private GrowthPlot(GrowthSize.Quantity quantity, List<GrowthFigure> figures, List<String> models) {
        this.quantity = quantity;
        this.figures = GrowthTable.byModel(figures);
        this.models = models;
        this.x = LogScale.tight(
                figures.stream().mapToDouble(one -> one.size().of(quantity)).toArray(), 0, WIDTH);
    }

    /** The picture as SVG, without script. */
    static String of(GrowthSize.Quantity quantity, GrowthSize base, List<GrowthFigure> figures, List<String> models) {
        return new GrowthPlot(quantity, figures, models).draw(base);
    }

    private String draw(GrowthSize base) {
        int width = 2 * PANEL_WIDTH;
        int height = TOP + 2 * PANEL_HEIGHT;
        String title = "Cost by the number of " + quantity.title();
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n",
                width, height, width, height);
        add("<title>%s</title>\n", title);
        text.append(STYLE);
        add("<rect class=\"page\" width=\"%d\" height=\"%d\"/>\n", width, height);
        words(LEFT, 28, "start", "title", title);
        words(LEFT, 47, "start", "small", "one thread, processor time, both axes logarithmic; " + others(base));
        panel(0, 0, "training, seconds", GrowthFigure::trainSeconds);
        panel(1, 0, "memory of training by estimate, MB", one -> one.bytes() / 1e6);
        panel(0, 1, "one request, median, microseconds", GrowthFigure::p50);
        panel(1, 1, "one request, 99th percentile, microseconds", GrowthFigure::p99);
        return text.append("</svg>\n").toString();
    }

    private String others(GrowthSize base) {
        List<String> fixed = new ArrayList<>();
        for (GrowthSize.Quantity other : GrowthSize.Quantity.values()) {
            if (other != quantity) {
                fixed.add(String.format(Locale.ROOT, "%,d %s", base.of(other), other.title()));
            }
        }
        return String.join(", ", fixed);
    }

    private void panel(int column, int row, String head, ToDoubleFunction<GrowthFigure> value) {
        add("<g transform=\"translate(%d %d)\">\n", column * PANEL_WIDTH + LEFT, TOP + row * PANEL_HEIGHT + 36);
        words(0, -12, "start", "head", head);
        LogScale y = LogScale.decades(
                figures.values().stream()
                        .flatMap(List::stream)
                        .mapToDouble(value)
                        .toArray(),
                HEIGHT,
                0);
        for (double tick : y.decades()) {
            add("<line class=\"grid\" x1=\"0\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n", WIDTH, y.at(tick), y.at(tick));
            words(-8, y.at(tick) + 4, "end", "small", LogScale.label(tick));
        }
        figures.values().stream()
                .flatMap(List::stream)
                .mapToInt(one -> one.size().of(quantity))
                .distinct()
                .sorted()
                .forEach(size -> {
                    add(
                            "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>\n",
                            x.at(size), x.at(size), HEIGHT);
                    words(x.at(size), HEIGHT + 18, "middle", "small", String.format(Locale.ROOT, "%,d", size));
                });
        words(WIDTH / 2.0, HEIGHT + 36, "middle", "small", quantity.title());
        List<End> ends = new ArrayList<>();
        figures.forEach((model, own) -> ends.add(line(model, own, y, value)));
        label(ends);
        text.append("</g>\n");
    }

    /** Where a line ends. */
    private record End(String model, String colour, double x, double y) {}

    private End line(String model, List<GrowthFigure> own, LogScale y, ToDoubleFunction<GrowthFigure> value) {
        String colour = COLOURS.get(Math.max(0, models.indexOf(model)) % COLOURS.size());
        StringBuilder points = new StringBuilder();
        double endX = 0;
        double endY = 0;
        for (GrowthFigure figure : own) {
            endX = x.at(figure.size().of(quantity));
            endY = y.at(value.applyAsDouble(figure));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", endX, endY));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.8\" fill=\"%s\"/>\n", endX, endY, colour);
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n",
                points.toString().strip(), colour);
        return new End(model, colour, endX, endY);
    }

    /** Names beside the ends: moved apart where lines end close to each other, with a thin line to their own. */
    private void label(List<End> ends) {
        List<End> right = new ArrayList<>(ends.stream()
                .filter(end -> end.x() > WIDTH - 1)
                .sorted(Comparator.comparingDouble(End::y))
                .toList());
        double[] places = right.stream().mapToDouble(End::y).toArray();
        for (int round = 0; round < 200; round++) {
            for (int k = 1; k < places.length; k++) {
                double lacking = LABEL - (places[k] - places[k - 1]);
                if (lacking > 0) {
                    places[k - 1] -= lacking / 2;
                    places[k] += lacking / 2;
                }
            }
        }
        for (int k = 0; k < places.length; k++) {
            End end = right.get(k);
            add(
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1\"/>\n",
                    end.x() + 4, end.y(), WIDTH + 20, places[k], end.colour());
            name(WIDTH + 24, places[k] + 4, end);
        }
        ends.stream().filter(end -> end.x() <= WIDTH - 1).forEach(end -> name(end.x() - 30, end.y() - 9, end));
    }

    private void name(double left, double base, End end) {
        add(
                "<text class=\"halo\" x=\"%.1f\" y=\"%.1f\" stroke-width=\"3\" paint-order=\"stroke\" style=\"fill:%s\">%s</text>\n",
                left, base, end.colour(), end.model());
    }

    private void words(double left, double base, String anchor, String kind, String words) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", kind, left, base, anchor, words);
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
