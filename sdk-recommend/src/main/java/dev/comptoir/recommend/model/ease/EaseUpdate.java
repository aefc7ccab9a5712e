package dev.comptoir.recommend.model.ease;

/** Adds rows to what an inverse was trained on and takes rows away, on a copy. Not thread-safe. */
final class EaseUpdate {
    /*
     * Sherman, Morrison, 1950. With P = inverse(A), w = P x, t = x'w:
     *   inverse(A + xx') = P - ww' / (1 + t),   inverse(A - xx') = P + ww' / (1 - t).
     * For a row that was learnt, 1 - t is at least 1 / (1 + |x|^2 / regularization): as near to 0 as MIN_REMAINDER, single
     * precision has no digits left, and the row must be trained away.
     * EDLAE has p / (1 - p) times the counts on the diagonal besides: one more update for each item of the row.
     *
     * An update is kept apart as u = w / sqrt(1 +- t) and takes O(I |x|); scoring adds it like one more item of a history.
     * After MAX_CORRECTIONS of them they are added into a copy of the rows, in O(I^2) each.
     */
    static final int MAX_CORRECTIONS = 64;
    private static final double MIN_REMAINDER = 1e-4;

    private final Objective objective;
    private final double[] diagonal;
    private final int[] counts;
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
        double[] w = product(items, weight);
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
        double scale = 1 / Math.sqrt(remainder);
        float[] vector = new float[w.length];
        for (int j = 0; j < w.length; j++) {
            double value = w[j] * scale;
            vector[j] = (float) value;
            diagonal[j] -= sign * value * value;
        }
        corrections = corrections.and(vector, -sign);
        if (corrections.size() > MAX_CORRECTIONS) {
            settle();
        }
    }

    private double[] product(int[] items, double weight) {
        double[] w = new double[rows.length];
        for (int item : items) {
            float[] row = rows[item];
            for (int j = 0; j < w.length; j++) {
                w[j] += weight * row[j];
            }
        }
        corrections.addTo(w, items, weight);
        for (int item : items) {
            w[item] += weight * diagonal[item];
        }
        return w;
    }

    private void settle() {
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
