package dev.comptoir.examples.report;

import dev.comptoir.value.LifetimeValue;
import dev.comptoir.value.ValueNotice;
import dev.comptoir.value.next.DueGate;
import dev.comptoir.value.next.DueReport;
import java.util.TreeMap;

/** Which models speak, which are silent, and why. */
record NoticesSection(LifetimeValue values, DueReport due) implements Section {
    @Override
    public String id() {
        return "notices";
    }

    @Override
    public void write(Html html, Words words) {
        Table table = new Table(html, words.get("notices.about"), words.get("notices.what"));
        row(
                table,
                words.get("notices.purchases"),
                values.purchases()
                        .map(fit ->
                                words.get("notices.model", fit.model().kind().title(), fit.customers()))
                        .orElse(words.get("notices.rule")));
        row(
                table,
                words.get("notices.spend"),
                values.spend()
                        .map(fit -> words.get("notices.model", "Gamma-Gamma", fit.customers()))
                        .orElse(words.get("notices.rule")));
        for (ValueNotice notice : values.notices()) {
            row(table, words.get("notices.caution"), notice.text(words.locale()));
        }
        new TreeMap<>(due.silent())
                .forEach((gate, customers) -> row(table, words.get("notices.next"), silent(gate, customers, words)));
        if (!due.forecasts().isEmpty()) {
            row(
                    table,
                    words.get("notices.next"),
                    Calibrations.text(due.forecasts().get(0).calibration(), words));
        } else if (due.silent().isEmpty()) {
            row(table, words.get("notices.next"), DueGate.NO_PURCHASES.text(words.locale()));
        }
        table.close();
    }

    private static String silent(DueGate gate, int customers, Words words) {
        return words.get("notices.silent", customers, gate.text(words.locale()));
    }

    private static void row(Table table, String about, String what) {
        table.row().cell(about, "label").cell(what, "reason").end();
    }
}
