package dev.comptoir.examples.report;

import java.util.List;

/** A table for each customer: product, score, reason. */
record RecommendationsSection(List<RecommendationTable> tables) implements Section {
    @Override
    public String id() {
        return "recommendations";
    }

    @Override
    public void write(Html html, Words words) {
        if (tables.isEmpty()) {
            html.leaf("p", words.get("none"));
        }
        for (RecommendationTable table : tables) {
            html.open("article").leaf("h3", table.title());
            if (table.items().isEmpty()) {
                html.leaf("p", words.get("none"));
            } else {
                items(html, words, table);
            }
            html.close().line();
        }
    }

    private static void items(Html html, Words words, RecommendationTable table) {
        double best = table.items().stream()
                .mapToDouble(RecommendationTable.Item::score)
                .max()
                .orElse(0);
        int decimals = best < 0.1 ? 4 : best < 100 ? 2 : 0;
        Table out = new Table(
                html,
                words.get("recommendations.product"),
                words.get("recommendations.score"),
                words.get("recommendations.why"));
        for (RecommendationTable.Item item : table.items()) {
            double share = best > 0 ? Math.max(0, item.score() / best) : 0;
            out.row()
                    .cell(item.product(), "label")
                    .bar(share, words.number(item.score(), decimals))
                    .cell(item.reason(), "reason")
                    .end();
        }
        out.close();
    }
}
