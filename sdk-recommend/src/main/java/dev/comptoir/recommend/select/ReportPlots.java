package dev.comptoir.recommend.select;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The pictures of a report. Stateless. */
final class ReportPlots {
    private static final int WIDTH = 760;
    private static final int LEFT = 190;
    private static final int RIGHT = 70;
    private static final int ROW = 26;
    private static final int MOST_LINES = 6;

    private ReportPlots() {}

    /** From where to where an axis runs, and every how much there is a mark. */
    private record Axis(double from, double to, double step) {
        static Axis over(DoubleStream values) {
            double[] sorted = values.filter(Double::isFinite).sorted().toArray();
            double from = sorted.length == 0 ? 0 : sorted[0];
            double to = sorted.length == 0 ? 1 : sorted[sorted.length - 1];
            double span = Math.max(to - from, 1e-4);
            double step = Math.pow(10, Math.floor(Math.log10(span / 4)));
            step *= span / step > 20 ? 5 : span / step > 8 ? 2 : 1;
            return new Axis(Math.floor(from / step) * step, Math.ceil(to / step + 1e-9) * step, step);
        }

        double at(double value, double start, double length) {
            return start + (value - from) / (to - from) * length;
        }

        int marks() {
            return (int) Math.round((to - from) / step);
        }

        double mark(int k) {
            return from + k * step;
        }
    }

    /** One line per model: its value as a dot, its interval as a whisker. */
    static String models(SelectionReport report, ReportWords words) {
        List<Measured> table = report.table();
        Axis axis = Axis.over(table.stream()
                .flatMapToDouble(line -> DoubleStream.of(
                        line.value().mean(), line.value().lower(), line.value().upper())));
        int height = table.size() * ROW + 50;
        String objective = words.objective(report.objective());
        Svg svg = new Svg(
                "models",
                WIDTH,
                height,
                words.say("How good each model is", "Qualité de chaque modèle"),
                objective
                        + words.say(
                                ", with its 95 % interval; the same figures are in the table below.",
                                ", avec son intervalle à 95 % ; les mêmes chiffres sont dans le tableau ci-dessous."));
        double length = WIDTH - LEFT - RIGHT;
        double bottom = table.size() * ROW + 8;
        for (int k = 0; k <= axis.marks(); k++) {
            double x = axis.at(axis.mark(k), LEFT, length);
            svg.line(x, 4, x, bottom, "grid").text(x, bottom + 16, "middle", "small", mark(axis, k, words));
        }
        svg.text(LEFT + length / 2, bottom + 34, "middle", "small", objective);
        for (int k = 0; k < table.size(); k++) {
            Measured line = table.get(k);
            double y = 4 + ROW * (k + 0.5);
            String kind = kind(line, report);
            svg.text(LEFT - 10, y + 4, "end", kind + " label", words.name(line));
            double from = axis.at(line.value().lower(), LEFT, length);
            double to = axis.at(line.value().upper(), LEFT, length);
            if (Double.isFinite(from) && Double.isFinite(to)) {
                svg.line(from, y, to, y, kind)
                        .line(from, y - 4, from, y + 4, kind)
                        .line(to, y - 4, to, y + 4, kind);
            }
            svg.dot(axis.at(line.value().mean(), LEFT, length), y, 5, kind)
                    .text(
                            WIDTH - RIGHT + 12,
                            y + 4,
                            "start",
                            "small",
                            words.number(line.value().mean()));
        }
        return svg.end();
    }

    /** What counts how much in what serves from now on. */
    static String weights(SelectionReport report, ReportWords words) {
        List<Choice.Part> parts = report.choice().parts();
        double largest = parts.stream().mapToDouble(Choice.Part::weight).max().orElse(1);
        Svg svg = new Svg(
                "weights",
                WIDTH,
                parts.size() * ROW + 12,
                words.say("Weights of the blend", "Poids du mélange"),
                words.say(
                        "One bar per component, as long as its weight; the same figures are in the table below.",
                        "Une barre par composante, longue comme son poids ; les mêmes chiffres sont dans le tableau"
                                + " ci-dessous."));
        for (int k = 0; k < parts.size(); k++) {
            Choice.Part part = parts.get(k);
            double y = 6 + k * ROW;
            double length = (WIDTH - LEFT - RIGHT) * part.weight() / largest;
            svg.text(LEFT - 10, y + 16, "end", "label", part.name())
                    .bar(LEFT, y + 4, Math.max(1, length), ROW - 8, "fill")
                    .text(LEFT + length + 8, y + 16, "start", "small", words.setting(part.weight()));
        }
        return svg.end();
    }

    /** How the best models did from window to window. */
    static String windows(SelectionReport report, ReportWords words) {
        List<Measured> lines = report.table().stream().limit(MOST_LINES).toList();
        int count = report.windows().size();
        Axis axis = Axis.over(
                lines.stream().flatMapToDouble(line -> line.byWindow().stream().mapToDouble(Double::doubleValue)));
        int height = 260;
        double bottom = 190;
        Svg svg = new Svg(
                "windows",
                WIDTH,
                height,
                words.say("The best models from window to window", "Les meilleurs modèles de fenêtre en fenêtre"),
                words.objective(report.objective())
                        + words.say(
                                "; the same figures are in the table below.",
                                " ; les mêmes chiffres sont dans le tableau ci-dessous."));
        double left = 60;
        double length = WIDTH - left - 40;
        for (int k = 0; k <= axis.marks(); k++) {
            double y = bottom - axis.at(axis.mark(k), 0, bottom - 14);
            svg.line(left, y, left + length, y, "grid").text(left - 8, y + 4, "end", "small", mark(axis, k, words));
        }
        for (int w = 0; w < count; w++) {
            double x = left + length * (w + 0.5) / count;
            svg.text(x, bottom + 18, "middle", "small", report.windows().get(w));
        }
        for (int k = 0; k < lines.size(); k++) {
            Measured line = lines.get(k);
            double[] points = new double[2 * count];
            int size = 0;
            for (int w = 0; w < count; w++) {
                double value = line.byWindow().get(w);
                if (Double.isFinite(value)) {
                    points[2 * size] = left + length * (w + 0.5) / count;
                    points[2 * size++ + 1] = bottom - axis.at(value, 0, bottom - 14);
                }
            }
            points = Arrays.copyOf(points, 2 * size);
            svg.path(points, "trace t" + k);
            for (int p = 0; p < size; p++) {
                svg.dot(points[2 * p], points[2 * p + 1], 4, "trace-dot t" + k);
            }
            double x = left + (k % 3) * length / 3;
            double y = bottom + 42 + (k / 3) * 20;
            svg.dot(x, y - 4, 5, "trace-dot t" + k).text(x + 10, y, "start", "small", words.name(line));
        }
        return svg.end();
    }

    private static String mark(Axis axis, int k, ReportWords words) {
        int digits = (int) Math.max(0, Math.min(6, Math.ceil(-Math.log10(axis.step()) - 1e-9)));
        return String.format(words.locale(), "%." + digits + "f", axis.mark(k));
    }

    static boolean isChosen(Measured line, SelectionReport report) {
        return line.role() == (report.verdict() == Verdict.CHANGED ? Measured.Role.BLEND : Measured.Role.INCUMBENT);
    }

    private static String kind(Measured line, SelectionReport report) {
        return isChosen(line, report) ? "chosen" : line.role() == Measured.Role.BASELINE ? "baseline" : "model";
    }
}
