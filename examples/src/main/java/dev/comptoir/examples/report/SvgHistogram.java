package dev.comptoir.examples.report;

import dev.comptoir.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** A bar for each class of amounts, as high as the number of customers in it. */
final class SvgHistogram {
    private static final int TOP = 34;
    private static final int RIGHT = 18;
    private static final int BOTTOM = 50;

    private final ValueClasses classes;
    private final Currency currency;
    private final Words words;
    private final String kind;
    private final int width;
    private final int height;
    private final ValueAxis axis;
    private final double left;

    SvgHistogram(ValueClasses classes, Currency currency, Words words, String kind, int width, int height) {
        this.classes = classes;
        this.currency = currency;
        this.words = words;
        this.kind = kind;
        this.width = width;
        this.height = height;
        int highest = classes.counts().stream().mapToInt(count -> count).max().orElse(0);
        // Customers are whole: no ticks between them.
        this.axis = ValueAxis.of(0, Math.max(5, highest * 1.1), 5);
        this.left = Math.max(30, 12 + words.number(axis.high(), 0).length() * Svg.LETTER);
    }

    void write(Html html) {
        Svg.open(html, kind, width, height, words.get("values"));
        Svg.text(html, words.get("values.y"), 2, 14, "start", "title");
        for (double tick : axis.ticks()) {
            Svg.line(html, tick == 0 ? "axis" : "grid", left, y(tick), width - RIGHT, y(tick));
            Svg.text(html, words.number(tick, 0), left - 6, y(tick) + 4, "end", "tick");
        }
        double slot = (width - RIGHT - left) / classes.counts().size();
        int every = Math.max(1, (int) Math.ceil(6 * Svg.LETTER / slot));
        for (int i = 0; i < classes.counts().size(); i++) {
            int count = classes.counts().get(i);
            double x = left + i * slot;
            Svg.rect(html, "bar", x + 1, y(count), slot - 2, y(0) - y(count), title(i, count));
            if (count > 0 && slot > 30) {
                Svg.text(html, words.count(count), x + slot / 2, y(count) - 5, "middle", "value");
            }
            if (i % every == 0) {
                edge(html, i, x);
            }
        }
        if (classes.counts().size() % every == 0) {
            edge(html, classes.counts().size(), width - RIGHT);
        }
        String unit = words.get("values.x", currency.getCurrencyCode());
        Svg.text(html, unit, (left + width - RIGHT) / 2, height - 8, "middle", "title");
        html.close().line();
    }

    private void edge(Html html, int i, double x) {
        Svg.line(html, "axis", x, y(0), x, y(0) + 5);
        Svg.text(html, words.compact(classes.edges().get(i)), x, y(0) + 18, "middle", "tick");
    }

    private String title(int i, int count) {
        return words.get(
                "values.bar",
                words.money(whole(classes.edges().get(i))),
                words.money(whole(classes.edges().get(i + 1))),
                count);
    }

    private Money whole(double edge) {
        return Money.rounded(BigDecimal.valueOf(edge), currency);
    }

    private double y(double value) {
        return TOP + (1 - axis.share(value)) * (height - TOP - BOTTOM);
    }
}
