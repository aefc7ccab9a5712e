package dev.comptoir.recommend.model.content;

import dev.comptoir.recommend.interaction.BuyerCounts;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores of who buys what, shrunken towards those of what items are where an item has few buyers. Immutable and thread-safe.
 */
public final class ShrunkenScorer implements Scorer {
    /*
     *   s_i = (n_i s_cf / m_cf + k s_content / m_content) / (n_i + k),   m = max |s| over all items of the same history
     * Each side's scores are divided by their largest magnitude, so that the best of either counts as much for an item with k
     * buyers; signs and zeros stay, and a side that says nothing (m = 0) adds nothing. A z-score would turn the zero of an item
     * that the one side knows nothing of into a verdict.
     */
    private final Scorer collaborative;
    private final Scorer content;
    private final BuyerCounts buyers;
    private final double shrinkage;

    private ShrunkenScorer(Scorer collaborative, Scorer content, BuyerCounts buyers, double shrinkage) {
        this.collaborative = collaborative;
        this.content = content;
        this.buyers = buyers;
        this.shrinkage = shrinkage;
    }

    /**
     * The two together.
     *
     * @param buyers how many have each item
     * @param shrinkage with how many buyers both count the same, above 0
     * @throws IllegalArgumentException if they do not know the same number of items
     */
    public static ShrunkenScorer of(Scorer collaborative, Scorer content, BuyerCounts buyers, double shrinkage) {
        if (collaborative.items() != buyers.items() || content.items() != buyers.items()) {
            throw new IllegalArgumentException("The scorers know " + collaborative.items() + " and " + content.items()
                    + " items, but must both know " + buyers.items() + ".");
        }
        return new ShrunkenScorer(collaborative, content, buyers, shrinkage);
    }

    @Override
    public int items() {
        return buyers.items();
    }

    @Override
    public void score(History history, float[] scores) {
        float[] bought = new float[buyers.items()];
        collaborative.score(history, bought);
        content.score(history, scores);
        double boughtScale = scale(bought);
        double contentScale = scale(scores);
        for (int item = 0; item < buyers.items(); item++) {
            double share = share(item);
            scores[item] = (float) (share * boughtScale * bought[item] + (1 - share) * contentScale * scores[item]);
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        float[] scores = new float[buyers.items()];
        List<Contribution> parts = new ArrayList<>();
        collaborative.score(history, scores);
        add(parts, collaborative.explain(history, item), share(item) * scale(scores));
        content.score(history, scores);
        add(parts, content.explain(history, item), (1 - share(item)) * scale(scores));
        return parts;
    }

    /** What the collaborative side counts for an item: 0 to below 1. */
    private double share(int item) {
        return buyers.buyers(item) / (buyers.buyers(item) + shrinkage);
    }

    private static void add(List<Contribution> parts, List<Contribution> more, double factor) {
        if (factor != 0) {
            more.forEach(part -> parts.add(new Contribution(part.kind(), part.source(), factor * part.value())));
        }
    }

    private static double scale(float[] scores) {
        float most = 0;
        for (float score : scores) {
            most = Math.max(most, Math.abs(score));
        }
        return most > 0 ? 1.0 / most : 0;
    }
}
