package dev.comptoir.recommend.model.neighbours;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.HalfLife;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** For each item the items that it speaks for, with weights: those among whose nearest it is. Immutable and thread-safe. 8 bytes per kept pair. */
public final class ItemNeighboursScorer implements Scorer {
    /* score_uj = sum over items i of u of x_ui W_ij;  x_ui = weight of the newest basket of u with i, 1 without half-life. */
    private final int[][] items;
    private final float[][] weights;
    private final HalfLife halfLife;

    ItemNeighboursScorer(int[][] items, float[][] weights, HalfLife halfLife) {
        this.items = items;
        this.weights = weights;
        this.halfLife = halfLife;
    }

    @Override
    public int items() {
        return items.length;
    }

    /** What having item {@code from} says for item {@code to}; 0 where it is not among the nearest. */
    public float weight(int from, int to) {
        int at = Arrays.binarySearch(items[from], to);
        return at < 0 ? 0 : weights[from][at];
    }

    @Override
    public void score(History history, float[] scores) {
        Arrays.fill(scores, 0, items.length, 0);
        for (int k = 0; k < history.distinct() && history.item(k) < items.length; k++) {
            int item = history.item(k);
            float own = (float) halfLife.weight(history, history.lastBasket(k));
            for (int at = 0; at < items[item].length; at++) {
                scores[items[item][at]] += own * weights[item][at];
            }
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        List<Contribution> parts = new ArrayList<>();
        for (int k = 0; k < history.distinct() && history.item(k) < items.length; k++) {
            float weight = weight(history.item(k), item);
            if (weight != 0) {
                parts.add(new Contribution(
                        Contribution.Kind.BOUGHT_TOGETHER,
                        history.item(k),
                        halfLife.weight(history, history.lastBasket(k)) * weight));
            }
        }
        return parts;
    }
}
