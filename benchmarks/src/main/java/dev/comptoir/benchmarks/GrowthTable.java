package dev.comptoir.benchmarks;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Prints figures as tables of Markdown, ready for the document. */
record GrowthTable(PrintWriter out) {
    /**
     * How figures grow: the powers of the quantity.
     *
     * @param train of training
     * @param p50 of a request
     * @param bytes of memory
     */
    record Exponents(double train, double p50, double bytes) {}

    static Map<String, Exponents> exponents(GrowthSize.Quantity quantity, List<GrowthFigure> figures) {
        Map<String, Exponents> exponents = new LinkedHashMap<>();
        byModel(figures)
                .forEach((model, own) -> exponents.put(
                        model,
                        new Exponents(
                                GrowthFigure.exponent(own, quantity, GrowthFigure::trainSeconds),
                                GrowthFigure.exponent(own, quantity, GrowthFigure::p50),
                                GrowthFigure.exponent(own, quantity, GrowthFigure::bytes))));
        return exponents;
    }

    static Map<String, List<GrowthFigure>> byModel(List<GrowthFigure> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(GrowthFigure::model, LinkedHashMap::new, Collectors.toList()));
    }

    void grown(GrowthSize.Quantity quantity, List<GrowthFigure> figures) {
        Map<String, Exponents> exponents = exponents(quantity, figures);
        out.printf("%n### %s%n%n", quantity.title());
        out.printf("| model | figure | %s | exponent |%n", sizes(quantity, figures));
        out.printf("|---|---|%s---|%n", "---|".repeat(sizes(quantity, figures).split(" \\| ", -1).length));
        byModel(figures).forEach((model, own) -> {
            Exponents powers = exponents.getOrDefault(model, new Exponents(Double.NaN, Double.NaN, Double.NaN));
            line(model, "training, s", own, figures, quantity, GrowthFigure::trainSeconds, powers.train());
            line("", "request p50, µs", own, figures, quantity, GrowthFigure::p50, powers.p50());
            line("", "request p99, µs", own, figures, quantity, GrowthFigure::p99, Double.NaN);
            line("", "memory, MB", own, figures, quantity, one -> one.bytes() / 1e6, powers.bytes());
        });
        out.flush();
    }

    private static String sizes(GrowthSize.Quantity quantity, List<GrowthFigure> figures) {
        return figures.stream()
                .map(one -> String.format(Locale.ROOT, "%,d", one.size().of(quantity)))
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private void line(
            String model,
            String what,
            List<GrowthFigure> own,
            List<GrowthFigure> all,
            GrowthSize.Quantity quantity,
            ToDoubleFunction<GrowthFigure> value,
            double exponent) {
        List<String> cells = new ArrayList<>();
        all.stream()
                .mapToInt(one -> one.size().of(quantity))
                .distinct()
                .forEach(size -> cells.add(own.stream()
                        .filter(one -> one.size().of(quantity) == size)
                        .map(one -> number(value.applyAsDouble(one)))
                        .findFirst()
                        .orElse("")));
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s |%n",
                model,
                what,
                String.join(" | ", cells),
                Double.isNaN(exponent) ? "" : String.format(Locale.ROOT, "%.2f", exponent));
    }

    void serving(List<GrowthFigure> figures) {
        out.printf("%n| model | products | users, lines | p50 µs | p99 µs | clock p50 | clock p99 | training s |%n");
        out.println("|---|---|---|---|---|---|---|---|");
        for (GrowthFigure one : figures) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %,d, %,d | %s | %s | %s | %s | %s |%n",
                    one.model(),
                    one.size().items(),
                    one.size().users(),
                    one.size().interactions(),
                    number(one.p50()),
                    number(one.p99()),
                    number(one.wallP50()),
                    number(one.wallP99()),
                    number(one.trainSeconds()));
        }
        out.flush();
    }

    /** Three digits that count. */
    static String number(double value) {
        if (!(Math.abs(value) > 0) || Double.isInfinite(value)) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }
}
