package dev.comptoir.examples.report;

import java.util.List;

/** The segments of one customer, each with its reason. */
record SegmentsSection(List<CustomerCard.Row> segments) implements Section {
    @Override
    public String id() {
        return "segments";
    }

    @Override
    public void write(Html html, Words words) {
        if (segments.isEmpty()) {
            html.leaf("p", words.get("none"));
            return;
        }
        Table table = new Table(
                html, words.get("segments.segment"), words.get("segments.member"), words.get("customers.why"));
        for (CustomerCard.Row segment : segments) {
            table.row()
                    .cell(segment.label(), "label")
                    .cell(segment.value(), "value")
                    .cell(segment.reason(), "reason")
                    .end();
        }
        table.close();
    }
}
