package dev.comptoir.recommend.model.content;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Contribution.Kind;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items are like those that somebody has. A score is the mean over the history, newer purchases counting more, of how much
 * more than strangers two items have in common: 0 to 1. A history of one item asks for what is like it, bought or not. Immutable
 * and thread-safe.
 */
public final class ContentScorer implements Scorer {
    private static final double DAY = 86_400_000.0;

    private final int items;
    private final TermVectors terms;
    private final @Nullable DenseVectors dense;
    private final Neighbors neighbors;
    private final double halfLifeDays;

    ContentScorer(
            int items, TermVectors terms, @Nullable DenseVectors dense, Neighbors neighbors, double halfLifeDays) {
        this.items = items;
        this.terms = terms;
        this.dense = dense;
        this.neighbors = neighbors;
        this.halfLifeDays = halfLifeDays;
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public void score(History history, float[] scores) {
        Arrays.fill(scores, 0, items, 0);
        double[] weights = weights(history);
        for (int k = 0; k < weights.length; k++) {
            neighbors.add(history.item(k), (float) weights[k], scores);
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        List<Contribution> parts = new ArrayList<>();
        double[] weights = weights(history);
        for (int k = 0; k < weights.length; k++) {
            int source = history.item(k);
            float value = neighbors.value(item, source);
            if (value != 0) {
                Kind kind = neighbors.byCategory(item, source) ? Kind.CATEGORY : Kind.SIMILAR_TEXT;
                parts.add(new Contribution(kind, source, (float) weights[k] * value));
            }
        }
        return parts;
    }

    /**
     * How alike two items are: the cosine of their embeddings where both have one, else of their words; 1 for the same item. -1 to
     * 1, and 0 where nothing is known of one. Serves as the similarity of a varied list.
     */
    public float similarity(int left, int right) {
        if (left == right) {
            return 1;
        }
        DenseVectors vectors = dense;
        return vectors != null && vectors.knows(left) && vectors.knows(right)
                ? vectors.cosine(left, right)
                : terms.cosine(left, right);
    }

    /** The share of each known item of the history; items of it that are not known come last and are left out. */
    private double[] weights(History history) {
        int known = 0;
        while (known < history.distinct() && history.item(known) < items) {
            known++;
        }
        double[] weights = new double[known];
        double newest = history.baskets() == 0 ? 0 : history.time(history.baskets() - 1);
        double sum = 0;
        for (int k = 0; k < known; k++) {
            double days = (newest - history.time(history.lastBasket(k))) / DAY;
            weights[k] = Math.pow(2, -days / halfLifeDays);
            sum += weights[k];
        }
        for (int k = 0; k < known && sum > 0; k++) {
            weights[k] /= sum;
        }
        return weights;
    }
}
