package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import java.util.ArrayList;
import java.util.List;

/**
 * The scores of all items for one history: what each part says, times what it counts, added up in the order of the parts. Made
 * and read by one thread.
 */
public final class Blended {
    private final List<Part> parts;
    private final History history;
    private final double[] weights;
    private final double[] totals;

    private Blended(List<Part> parts, History history, int items) {
        this.parts = parts;
        this.history = history;
        this.weights = new double[parts.size()];
        this.totals = new double[items];
        float[] scores = new float[items];
        for (int p = 0; p < weights.length; p++) {
            Part part = parts.get(p);
            int known = part.scorer().items();
            float[] own = known == items ? scores : new float[known];
            part.scorer().score(history, own);
            weights[p] = part.scaled() ? part.weight() / largest(own) : part.weight();
            for (int item = 0; item < known; item++) {
                totals[item] += weights[p] * own[item];
            }
        }
    }

    /**
     * Scores all items.
     *
     * @param items how many there are; scorers that know fewer say nothing about the others
     */
    public static Blended of(List<Part> parts, History history, int items) {
        return new Blended(parts, history, items);
    }

    /** For parts that are not scaled: explains single items without scoring all. */
    public static Blended explainedOnly(List<Part> parts, History history) {
        return new Blended(parts, history);
    }

    private Blended(List<Part> parts, History history) {
        this.parts = parts;
        this.history = history;
        this.weights = parts.stream().mapToDouble(Part::weight).toArray();
        this.totals = new double[0];
    }

    private static double largest(float[] scores) {
        float largest = 0;
        for (float score : scores) {
            largest = Math.max(largest, Math.abs(score));
        }
        return largest > 0 ? largest : 1;
    }

    /** The score of every item. Not a copy. */
    public double[] totals() {
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
        List<Summand> summands = new ArrayList<>();
        for (int p = 0; p < weights.length; p++) {
            double weight = weights[p];
            if (weight > 0 && item < parts.get(p).scorer().items()) {
                for (Contribution contribution : parts.get(p).scorer().explain(history, item)) {
                    summands.add(new Summand(contribution, weight));
                }
            }
        }
        return summands;
    }
}
