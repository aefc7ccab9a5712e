package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.select.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of all items for one history: what each part says, times what it counts, added up in the order of the parts. Made
 * and read by one thread.
 */
public final class Blended {
    private final List<Part> parts;
    private final History history;
    private final double[] weights;
    private final float[] totals;

    private Blended(List<Part> parts, History history, double[] weights, float[] totals) {
        this.parts = parts;
        this.history = history;
        this.weights = weights;
        this.totals = totals;
    }

    /**
     * Scores all items.
     *
     * @param items how many there are; scorers that know fewer say nothing about the others
     */
    public static Blended of(List<Part> parts, History history, int items) {
        double[] weights = new double[parts.size()];
        float[] totals = new float[items];
        float[] scores = new float[items];
        for (int p = 0; p < weights.length; p++) {
            Part part = parts.get(p);
            int known = part.scorer().items();
            float[] own = known == items ? scores : new float[known];
            part.scorer().score(history, own);
            Scale scale = part.scale();
            double divisor = scale == null ? 1 : scale.of(own);
            weights[p] = divisor > 0 ? part.weight() / divisor : 0;
            float weight = (float) weights[p];
            for (int item = 0; item < known; item++) {
                totals[item] = Math.fma(weight, own[item], totals[item]);
            }
        }
        return new Blended(parts, history, weights, totals);
    }

    /** For parts without scale: explains single items without scoring all. */
    public static Blended explainedOnly(List<Part> parts, History history) {
        double[] weights = parts.stream().mapToDouble(Part::weight).toArray();
        return new Blended(parts, history, weights, new float[0]);
    }

    /** The score of every item. Not a copy. */
    public float[] totals() {
        return totals;
    }

    public History history() {
        return history;
    }

    /**
     * One summand of an item's score.
     *
     * @param weight what the part counts; the summand is {@code weight * contribution.value()}
     */
    public record Summand(Contribution contribution, double weight) {}

    /** Where the score of an item comes from. */
    public List<Summand> explain(int item) {
        return explain(new int[] {item}).get(0);
    }

    /** The same for several items, in their order: one pass of each part over what it has learnt. */
    public List<List<Summand>> explain(int[] items) {
        List<List<Summand>> summands = new ArrayList<>(items.length);
        for (int k = 0; k < items.length; k++) {
            summands.add(new ArrayList<>());
        }
        for (int p = 0; p < weights.length; p++) {
            if (weights[p] > 0) {
                Scorer scorer = parts.get(p).scorer();
                // A model knows the first items: those that came since are beyond them.
                int[] places = IntStream.range(0, items.length)
                        .filter(k -> items[k] < scorer.items())
                        .toArray();
                int[] known = Arrays.stream(places).map(k -> items[k]).toArray();
                List<List<Contribution>> all = scorer.explainAll(history, known);
                for (int k = 0; k < places.length; k++) {
                    add(all.get(k), weights[p], summands.get(places[k]));
                }
            }
        }
        return summands;
    }

    private static void add(List<Contribution> contributions, double weight, List<Summand> to) {
        for (Contribution contribution : contributions) {
            if (contribution.value() != 0) {
                to.add(new Summand(contribution, weight));
            }
        }
    }
}
