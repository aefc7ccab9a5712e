package dev.comptoir.examples.report;

import dev.comptoir.CustomerId;
import dev.comptoir.forecast.Forecasts;
import dev.comptoir.value.churn.Churn;
import dev.comptoir.value.churn.ChurnDefinition;
import dev.comptoir.value.churn.ChurnRisk;
import dev.comptoir.value.next.Due;
import dev.comptoir.value.next.DueForecast;
import dev.comptoir.value.next.DueWindow;
import java.util.Locale;
import java.util.Optional;

/** When the customer is likely to come again, and how likely not to. */
record OutlookSection(Due due, Churn churn) implements Section {
    static OutlookSection of(Forecasts forecasts, CustomerId customer) {
        return new OutlookSection(
                forecasts.nextPurchase(customer),
                forecasts.churn(customer, ChurnDefinition.noPurchaseWithin(CustomerPage.CHURN_DAYS)));
    }

    /** The days of the next purchase, where they can be told. */
    Optional<DueWindow> window() {
        return due.forecast().flatMap(DueForecast::date);
    }

    @Override
    public String id() {
        return "outlook";
    }

    @Override
    public void write(Html html, Words words) {
        Locale locale = words.locale();
        Table table =
                new Table(html, words.get("outlook.question"), words.get("outlook.answer"), words.get("customers.why"));
        String none = words.get("value.none");
        Optional<DueForecast> forecast = due.forecast();
        table.row()
                .cell(words.get("outlook.when"), "label")
                .cell(window().map(window -> days(window, words)).orElse(none), "value")
                .cell(whyWhen(forecast, locale), "reason")
                .end();
        for (int days : new int[] {7, 30}) {
            probability(
                    table,
                    words.get("outlook.within", days),
                    forecast.map(known -> known.probabilityWithin(days)),
                    forecast.map(known -> words.get("outlook.same")).orElse(due.reason(locale)),
                    words);
        }
        Optional<ChurnRisk> risk = churn.risk();
        probability(
                table,
                words.get("outlook.churn", churn.definition().horizonDays()),
                risk.map(ChurnRisk::probability),
                churn.reason(locale),
                words);
        table.close();
        forecast.ifPresent(known -> html.leaf("p", Calibrations.text(known.calibration(), words), "class", "note"));
    }

    private String whyWhen(Optional<DueForecast> forecast, Locale locale) {
        return forecast.flatMap(DueForecast::dateGate)
                .map(gate -> gate.text(locale))
                .orElse(due.reason(locale));
    }

    private static void probability(
            Table table, String question, Optional<Double> probability, String reason, Words words) {
        table.row().cell(question, "label");
        if (probability.isPresent()) {
            table.bar(probability.get(), words.percent(probability.get()));
        } else {
            table.cell(words.get("value.none"), "value");
        }
        table.cell(reason, "reason").end();
    }

    private static String days(DueWindow window, Words words) {
        return words.get(
                "outlook.window",
                words.day(window.expected()),
                words.day(window.earliest()),
                words.day(window.latest()));
    }
}
