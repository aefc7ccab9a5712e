package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.ItemFeatures;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Adds rows and items to what an inverse was trained on and takes rows away, on a copy. Not thread-safe. */
final class EaseUpdate {
    /*
     * Sherman, Morrison, 1950. With P = inverse(A), w = P x, t = x'w:
     *   inverse(A + xx') = P - ww' / (1 + t),   inverse(A - xx') = P + ww' / (1 - t).
     * For a row that was learnt, 1 - t is at least 1 / (1 + |x|^2 / regularization): as near to 0 as MIN_REMAINDER, single
     * precision has no digits left, and the row must be trained away.
     * EDLAE has p / (1 - p) times the counts on the diagonal besides: one more update for each item of the row.
     *
     * A new item, of which the features b are known besides its own part c of the diagonal, borders A:
     *   inverse([A b; b' c]) = [P 0; 0 0] + vv' / s,   v = (w, -1),   w = P b,   s = c - b'w.
     *
     * An update is kept apart as u = w / sqrt(1 +- t) and takes O(I |x|); scoring adds it like one more item of a history.
     * After MAX_CORRECTIONS of them they are added into a copy of the rows, in O(I^2) each.
     */
    static final int MAX_CORRECTIONS = 64;
    private static final double MIN_REMAINDER = 1e-4;

    private final Objective objective;
    private double[] diagonal;
    private int[] counts;
    private float[][] rows;
    private boolean owned;
    private Corrections corrections;

    EaseUpdate(Objective objective, float[][] rows, double[] diagonal, Corrections corrections, int[] counts) {
        this.objective = objective;
        this.rows = rows;
        this.diagonal = diagonal.clone();
        this.corrections = corrections;
        this.counts = counts.clone();
    }

    EaseUpdate add(int[] row) {
        change(row, 1);
        return this;
    }

    EaseUpdate remove(int[] row) {
        for (int item : row) {
            if (counts[item] == 0) {
                throw new IllegalArgumentException("The row has item " + item
                        + ", which is in no row that was learnt. Maybe it was taken away before?");
            }
        }
        change(row, -1);
        return this;
    }

    Ease result() {
        return new Ease(objective, rows, diagonal, corrections, counts);
    }

    private void change(int[] row, int sign) {
        if (row.length == 0) {
            return;
        }
        change(row, 1, sign);
        double perRow = objective.diagonalPerRow();
        for (int item : row) {
            counts[item] += sign;
            if (perRow > 0) {
                change(new int[] {item}, Math.sqrt(perRow), sign);
            }
        }
    }

    /** Adds or removes a row that has the same weight at some items. */
    private void change(int[] items, double weight, int sign) {
        double[] weights = new double[items.length];
        Arrays.fill(weights, weight);
        double[] w = product(items, weights);
        double t = 0;
        for (int item : items) {
            t += weight * w[item];
        }
        double remainder = 1 + sign * t;
        if (!(remainder > MIN_REMAINDER)) {
            throw new ArithmeticException("A row of " + items.length
                    + " items cannot be taken away with enough digits (" + remainder + " is left, but must be above "
                    + MIN_REMAINDER + "). Maybe it was not learnt? Train again without it.");
        }
        correct(w, 1 / Math.sqrt(remainder), -sign);
    }

    /** Adds items that nobody has yet, up to those of the features. */
    EaseUpdate grow(ItemFeatures features) {
        int before = rows.length;
        int items = features.items();
        settle();
        float[][] longer = Arrays.copyOf(rows, items);
        for (int i = 0; i < items; i++) {
            longer[i] = i < before ? Arrays.copyOf(rows[i], items) : new float[items];
        }
        rows = longer;
        owned = true;
        diagonal = Arrays.copyOf(diagonal, items);
        counts = Arrays.copyOf(counts, items);
        Arrays.fill(diagonal, before, items, 1 / objective.regularization());
        if (objective.contentWeight() > 0) {
            ContentGram content = ContentGram.of(features);
            for (int item = before; item < items; item++) {
                border(item, content.row(item, objective.contentWeight()));
            }
        }
        return this;
    }

    private void border(int item, float[] content) {
        int[] items = IntStream.range(0, item).filter(j -> content[j] != 0).toArray();
        double[] weights = Arrays.stream(items).mapToDouble(j -> content[j]).toArray();
        double[] w = product(items, weights);
        double rest = objective.regularization() + content[item];
        for (int k = 0; k < items.length; k++) {
            rest -= weights[k] * w[items[k]];
        }
        // Below it only where the words of the titles weigh so otherwise by now that they no longer fit what was
        // learnt.
        if (rest >= objective.regularization()) {
            diagonal[item] = 0;
            Arrays.fill(w, item, w.length, 0);
            w[item] = -1;
            correct(w, 1 / Math.sqrt(rest), 1);
        }
    }

    /** Adds a matrix of rank one. */
    private void correct(double[] w, double scale, int sign) {
        float[] vector = new float[w.length];
        for (int j = 0; j < w.length; j++) {
            double value = w[j] * scale;
            vector[j] = (float) value;
            diagonal[j] += sign * value * value;
        }
        corrections = corrections.and(vector, sign);
        if (corrections.size() > MAX_CORRECTIONS) {
            settle();
        }
    }

    private double[] product(int[] items, double[] weights) {
        double[] w = new double[rows.length];
        for (int k = 0; k < items.length; k++) {
            float[] row = rows[items[k]];
            for (int j = 0; j < w.length; j++) {
                w[j] += weights[k] * row[j];
            }
        }
        corrections.addTo(w, items, weights);
        for (int k = 0; k < items.length; k++) {
            w[items[k]] += weights[k] * diagonal[items[k]];
        }
        return w;
    }

    private void settle() {
        if (corrections.size() == 0) {
            return;
        }
        float[][] target = owned ? rows : new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            float[] row = owned ? rows[i] : rows[i].clone();
            corrections.addTo(row, i);
            target[i] = row;
        }
        rows = target;
        owned = true;
        corrections = Corrections.NONE;
    }
}
