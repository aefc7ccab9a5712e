package dev.comptoir.examples.report;

import java.util.List;

/**
 * What is recommended in one situation, best first. Immutable.
 *
 * @param title for whom or beside what
 * @param items the products
 */
public record RecommendationTable(String title, List<Item> items) {
    public RecommendationTable {
        items = List.copyOf(items);
    }

    /**
     * One product.
     *
     * @param product its title
     * @param score any finite number, higher is better; bars compare the scores of one table
     * @param reason why it is recommended
     */
    public record Item(String product, double score, String reason) {
        public Item {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("A score is " + score + ", but must be finite.");
            }
        }
    }
}
