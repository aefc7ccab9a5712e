package dev.comptoir.examples.report;

import dev.comptoir.CustomerId;
import dev.comptoir.examples.report.CustomerValues.Customer;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** How unequal customers are in what they are expected to bring, who brings most, and what the simple rule says beside it. */
record ValuesSection(CustomerValues values, Currency currency, Map<CustomerId, String> links) implements Section {
    private static final int BEST = 10;
    private static final double TENTH = 0.1;
    private static final double FIFTH = 0.2;

    @Override
    public String id() {
        return "values";
    }

    @Override
    public void write(Html html, Words words) {
        if (values.customers().isEmpty()) {
            html.leaf("p", words.get("worth.none"));
            return;
        }
        ValueClasses classes = ValueClasses.of(
                values.customers().stream().mapToDouble(Customer::expected).toArray());
        html.open("figure").line();
        new SvgHistogram(classes, currency, words, "wide", 960, 300).write(html);
        new SvgHistogram(classes, currency, words, "narrow", 340, 260).write(html);
        html.leaf(
                "figcaption",
                words.get(
                        "values.caption",
                        words.money(
                                values.customers().stream()
                                        .mapToDouble(Customer::expected)
                                        .sum(),
                                currency),
                        values.customers().size()));
        html.close().line();
        concentration(html, words);
        html.leaf("h3", words.get("values.best"));
        best(html, words);
        html.leaf(
                "p",
                words.get("values.agreement", words.percent(values.agreement(TENTH)), values.count(TENTH)),
                "class",
                "note");
    }

    private void concentration(Html html, Words words) {
        Table table =
                new Table(html, words.get("values.part"), words.get("values.expected"), words.get("values.spent"));
        for (double share : new double[] {TENTH, FIFTH}) {
            double expected = values.held(share, Customer::expected);
            double spent = values.held(share, Customer::spent);
            table.row()
                    .cell(words.get("values.top", words.percent(share), values.count(share)), "label")
                    .bar(expected, words.percent(expected))
                    .bar(spent, words.percent(spent))
                    .end();
        }
        table.close();
    }

    private void best(Html html, Words words) {
        List<Customer> bySpend = values.best(values.customers().size(), Customer::spent);
        Table table = new Table(
                html,
                words.get("due.customer"),
                words.get("values.year"),
                words.get("values.until-now"),
                words.get("value.PURCHASE_COUNT"));
        int rank = 0;
        for (Customer customer : values.best(BEST, Customer::expected)) {
            String anchor = "best-" + ++rank;
            table.row(anchor)
                    .link(customer.id().value(), links.getOrDefault(customer.id(), "#" + anchor))
                    .cell(words.money(customer.expected(), currency), "num")
                    .cell(
                            words.get(
                                    "values.rank",
                                    words.money(customer.spent(), currency),
                                    bySpend.indexOf(customer) + 1),
                            "num")
                    .cell(words.count(customer.purchases()), "num")
                    .end();
        }
        table.close();
    }
}
