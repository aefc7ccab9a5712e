package dev.comptoir.examples.report;

import dev.comptoir.CustomerId;
import dev.comptoir.profile.Profile;
import dev.comptoir.value.NextPurchase;
import dev.comptoir.value.next.DueForecast;
import dev.comptoir.value.next.DueReport;
import java.util.List;
import java.util.Map;

/** Who may be expected in the next days, likeliest first, with the reason, and beside it what the simple rule says. */
record DueSection(DueReport due, List<Profile> profiles, Map<CustomerId, String> links) implements Section {
    /** So many customers are named. */
    static final int SHOWN = 12;

    @Override
    public String id() {
        return "due";
    }

    @Override
    public void write(Html html, Words words) {
        if (due.forecasts().isEmpty()) {
            html.leaf("p", words.get("due.none"));
            return;
        }
        html.leaf(
                "p",
                words.get(
                        "due.intro",
                        due.days(),
                        Math.min(SHOWN, due.forecasts().size()),
                        due.forecasts().size()));
        Table table = new Table(
                html,
                words.get("due.customer"),
                words.get("due.probability", due.days()),
                words.get("due.rule"),
                words.get("customers.why"));
        for (int i = 0; i < profiles.size(); i++) {
            DueForecast forecast = due.forecasts().get(i);
            CustomerId customer = forecast.customer();
            String anchor = "due-" + (i + 1);
            table.row(anchor)
                    .link(customer.value(), links.getOrDefault(customer, "#" + anchor))
                    .bar(forecast.probabilityWithin(due.days()), words.percent(forecast.probabilityWithin(due.days())))
                    .cell(
                            profiles.get(i)
                                    .nextPurchase()
                                    .map(NextPurchase::expected)
                                    .map(words::shortDay)
                                    .orElse(words.get("value.none")),
                            "num")
                    .cell(forecast.reason(due.days(), words.locale()), "reason")
                    .end();
        }
        table.close();
        html.leaf("p", Calibrations.text(due.forecasts().get(0).calibration(), words), "class", "note");
    }
}
