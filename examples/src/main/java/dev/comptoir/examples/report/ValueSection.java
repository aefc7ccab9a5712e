package dev.comptoir.examples.report;

import dev.comptoir.value.CustomerValue;
import dev.comptoir.value.Estimate;
import dev.comptoir.value.PurchaseHistory;
import dev.comptoir.value.ValueNotice;
import dev.comptoir.value.ValuePoint;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What the customer is expected to bring, how that grows, and beside it what the simple rule "as until now" says. */
record ValueSection(Optional<CustomerValue> value, List<ValuePoint> curve, Currency currency) implements Section {
    private static final int[] SHOWN = {0, 2, 5, 12};

    @Override
    public String id() {
        return "worth";
    }

    @Override
    public void write(Html html, Words words) {
        if (value.isEmpty() || curve.isEmpty()) {
            html.leaf("p", words.get("worth.none"));
            return;
        }
        CustomerValue known = value.get();
        PurchaseHistory history = known.evidence().history();
        double weeks = curve.get(curve.size() - 1).weeks();
        double rule = asUntilNow(history) * weeks;
        html.leaf("p", known.evidence().text(words.locale()));
        html.open("figure").open("div", "class", "curves").line();
        new SvgCurve(
                        curve.stream().map(p -> point(p.weeks(), p.purchases())).toList(),
                        rule,
                        words.get("worth.purchases"),
                        words)
                .write(html);
        if (known.lifetimeValue().isPresent()) {
            List<SvgCurve.Point> amounts = curve.stream()
                    .map(p -> point(p.weeks(), p.lifetimeValue().orElseThrow()))
                    .toList();
            String title = words.get("worth.amount", currency.getCurrencyCode());
            new SvgCurve(amounts, rule * history.meanSpend(), title, words).write(html);
        }
        html.close();
        legend(html, words, known);
        html.close().line();
        numbers(html, words, history);
        html.leaf("h3", words.get("worth.details"));
        details(html, words, known);
    }

    /** Purchases a week at the customer's own pace, as if it could not end. */
    static double asUntilNow(PurchaseHistory history) {
        return history.age() > 0 ? history.frequency() / history.age() : 0;
    }

    private static SvgCurve.Point point(double weeks, Estimate estimate) {
        return new SvgCurve.Point(weeks, estimate.value(), estimate.lower(), estimate.upper());
    }

    private static void legend(Html html, Words words, CustomerValue known) {
        String level = words.percent(known.evidence().terms().level());
        html.open("p", "class", "legend");
        html.open("span").leaf("i", "", "class", "swatch line").text(words.get("worth.mean"));
        html.close().text(" ").open("span");
        html.leaf("i", "", "class", "swatch band").text(words.get("worth.band", level));
        html.close().text(" ").open("span");
        html.leaf("i", "", "class", "swatch dashed").text(words.get("worth.rule"));
        html.close().close();
        html.leaf("figcaption", words.get("worth.caption", level));
    }

    private void numbers(Html html, Words words, PurchaseHistory history) {
        Table table = new Table(
                html,
                words.get("worth.within"),
                words.get("worth.purchases"),
                words.get("worth.rule.column"),
                words.get("worth.amount", currency.getCurrencyCode()));
        for (int shown : SHOWN) {
            if (shown < curve.size()) {
                ValuePoint point = curve.get(shown);
                table.row()
                        .cell(words.get("worth.week", point.weeks()), "label")
                        .cell(count(point.purchases(), words), "num")
                        .cell(words.number(asUntilNow(history) * point.weeks(), 1), "num")
                        .cell(
                                point.lifetimeValue()
                                        .map(amount -> money(amount, words))
                                        .orElse(words.get("value.none")),
                                "num")
                        .end();
            }
        }
        table.close();
    }

    private void details(Html html, Words words, CustomerValue known) {
        Table table = new Table(
                html, words.get("customers.value"), words.get("customers.content"), words.get("customers.why"));
        String model = known.evidence().model();
        String spendModel = known.evidence().spendModel();
        table.row()
                .cell(words.get("worth.alive"), "label")
                .bar(
                        known.probabilityAlive().value(),
                        words.percent(known.probabilityAlive().value()))
                .cell(
                        words.get(
                                "worth.alive.why",
                                name(model, words),
                                words.percent(known.probabilityAlive().lower()),
                                words.percent(known.probabilityAlive().upper())),
                        "reason")
                .end();
        known.expectedSpend()
                .ifPresent(spend -> table.row()
                        .cell(words.get("worth.spend"), "label")
                        .cell(money(spend, words), "value")
                        .cell(words.get("worth.spend.why", name(spendModel, words)), "reason")
                        .end());
        table.close();
        for (ValueNotice notice : known.evidence().notices()) {
            html.leaf("p", notice.text(words.locale()), "class", "note");
        }
    }

    private static String name(String model, Words words) {
        return words.getOr("model." + model, model);
    }

    private static String count(Estimate estimate, Words words) {
        return words.get(
                "worth.range",
                words.number(estimate.value(), 1),
                words.number(estimate.lower(), 0),
                words.number(estimate.upper(), 0));
    }

    private String money(Estimate estimate, Words words) {
        return words.get(
                "worth.range",
                words.money(estimate.value(), currency),
                words.money(estimate.lower(), currency),
                words.money(estimate.upper(), currency));
    }
}
