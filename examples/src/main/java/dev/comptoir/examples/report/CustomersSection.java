package dev.comptoir.examples.report;

import java.util.List;

/** A card for each customer: what is known, and why. */
record CustomersSection(List<CustomerCard> cards) implements Section {
    @Override
    public String id() {
        return "customers";
    }

    @Override
    public void write(Html html, Words words) {
        if (cards.isEmpty()) {
            html.leaf("p", words.get("none"));
        }
        for (CustomerCard card : cards) {
            html.open("article").open("h3").text(card.name()).text(" ");
            html.leaf("small", card.id()).close();
            if (!card.note().isEmpty()) {
                html.leaf("p", card.note(), "class", "note");
            }
            Table table = new Table(
                    html, words.get("customers.value"), words.get("customers.content"), words.get("customers.why"));
            for (CustomerCard.Row row : card.rows()) {
                table.row()
                        .cell(row.label(), "label")
                        .cell(row.value(), "value")
                        .cell(row.reason(), "reason")
                        .end();
            }
            table.close();
            html.close().line();
        }
    }
}
