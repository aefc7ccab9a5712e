package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Kernel;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ModelInput;
import dev.comptoir.recommend.model.ModelOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Trained EASE^R weights: for every pair of items, how much having the one speaks for the other. Immutable and thread-safe.
 * Memory: 4 I^2 bytes for I items. Training takes about I^3 operations; twice the items, eight times the time. Rows can be added
 * and taken away exactly, without training.
 */
public final class Ease {
    /*
     * Steck: "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019 (arXiv 1905.03375).
     *   G = X'X,   P = inverse(G + regularization * I),   B_ij = -P_ij / P_jj for i != j,   B_jj = 0,
     *   score_uj = sum over i of x_ui B_ij.
     * X is binary. Negative weights are kept, as in the paper.
     * Steck: "Autoencoders that don't overfit towards the Identity", NeurIPS 2020 (EDLAE): P = inverse(G + regularization * I +
     * p / (1 - p) diag(G)) for dropout p.
     * Jeunen, Van Balen, Goethals: "Closed-Form Models for Collaborative Filtering with Side-Information", RecSys 2020 (CEASE):
     * G + beta F'F, with a row of F for each feature; ContentGram says which.
     *
     * All rows of the symmetric P are kept, so that scoring adds contiguous rows; its diagonal stands apart, and has zeros there.
     */
    private static final String FORMAT = "EASE";
    private static final int VERSION = 1;
    private static final int MAX_ITEMS = 46_000;

    private final Objective objective;
    private final float[][] rows;
    private final double[] diagonal;
    private final Corrections corrections;
    private final int[] counts;

    Ease(Objective objective, float[][] rows, double[] diagonal, Corrections corrections, int[] counts) {
        this.objective = objective;
        this.rows = rows;
        this.diagonal = diagonal;
        this.corrections = corrections;
        this.counts = counts;
    }

    /**
     * Trains plain EASE on the whole history.
     *
     * @param regularization above 0; 10 to 10,000 are usual, larger for sparser data
     * @param tiles the threads to use; they do not show in the result
     */
    public static Ease train(InteractionMatrix matrix, double regularization, Tiles tiles) {
        return train(matrix, ItemFeatures.none(matrix.items()), new Objective(regularization, 0, 0), tiles);
    }

    static Ease train(InteractionMatrix matrix, ItemFeatures features, Objective objective, Tiles tiles) {
        return train(matrix, features, objective, tiles, matrix.items() <= Inverse.DOUBLE_ITEMS);
    }

    static Ease train(
            InteractionMatrix matrix, ItemFeatures features, Objective objective, Tiles tiles, boolean inDouble) {
        Inverse inverse = Inverse.of(matrix, features, objective, tiles, inDouble);
        return new Ease(objective, inverse.rows(), inverse.diagonal(), Corrections.NONE, matrix.itemCounts());
    }

    /** Memory that training needs, in bytes, before anything is allocated; the interactions apart. */
    public static long estimateBytes(int items) {
        return Inverse.estimateBytes(items);
    }

    public int items() {
        return rows.length;
    }

    public double regularization() {
        return objective.regularization();
    }

    /** In how many rows an item is. */
    public int count(int item) {
        return counts[item];
    }

    /** What having item {@code from} says for item {@code to}: B of the paper. */
    public double weight(int from, int to) {
        return from == to ? 0 : -inverse(from, to) / diagonal[to];
    }

    /** One value of the inverse. */
    double inverse(int i, int j) {
        return i == j ? diagonal[i] : rows[i][j] + corrections.at(i, j);
    }

    /**
     * Scores of all items for somebody who has some. Adds in the order given.
     *
     * @param items distinct item indexes
     * @param weights how much each counts, 1 as in training
     */
    public double[] scores(int[] items, double[] weights) {
        float[] single = new float[items.length];
        for (int k = 0; k < single.length; k++) {
            single[k] = (float) weights[k];
        }
        float[] sums = new float[rows.length];
        addInverse(items, single, items.length, sums);
        double[] scores = new double[rows.length];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = -sums[j] / diagonal[j];
        }
        return scores;
    }

    /** Adds the weighted rows of the inverse without its diagonal. */
    void addInverse(int[] items, float[] weights, int size, float[] sums) {
        Kernel.best().addRows(rows, items, weights, size, sums, rows.length);
        corrections.addTo(sums, items, weights, size);
    }

    /** By what a sum of rows of the inverse is multiplied to be a score of an item. */
    double scale(int item) {
        return -1 / diagonal[item];
    }

    /**
     * The same as if a user with these items had been there in training, but for rounding. O(I) memory and O(I n) time for a row
     * of n items, with dropout n times as much; one update in 64 copies the whole matrix.
     *
     * @param row item indexes in any order; doubles count once
     */
    public Ease with(int[] row) {
        return update().add(checked(row)).result();
    }

    /**
     * The same as if a user with exactly these items had not been there in training, but for rounding; costs as {@link #with}.
     *
     * @param row all items the user had in training
     * @throws IllegalArgumentException if nobody had one of the items
     * @throws ArithmeticException if single precision does not suffice to take the row away; then train again
     */
    public Ease without(int[] row) {
        return update().remove(checked(row)).result();
    }

    /** The same as if a user had had other items; costs and refuses as {@link #without} and {@link #with}. */
    public Ease changed(int[] before, int[] after) {
        return update().add(checked(after)).remove(checked(before)).result();
    }

    /**
     * The same with items that nobody has yet, for which content speaks where it was trained with content: as if they had been
     * there in training, but for rounding and for words of titles, whose rarity may have changed. Copies the whole matrix.
     *
     * @param features of the items there are and, behind them, of the new ones
     */
    public Ease grownTo(ItemFeatures features) {
        if (features.items() < rows.length) {
            throw new IllegalArgumentException("There are features of " + features.items()
                    + " items, but must be of the " + rows.length + " learnt and of the new ones.");
        }
        return update().grow(features).result();
    }

    private EaseUpdate update() {
        return new EaseUpdate(objective, rows, diagonal, corrections, counts);
    }

    private int[] checked(int[] row) {
        int[] distinct = Arrays.stream(row).sorted().distinct().toArray();
        if (distinct.length > 0 && (distinct[0] < 0 || distinct[distinct.length - 1] >= rows.length)) {
            throw new IllegalArgumentException(
                    "The row has item " + (distinct[0] < 0 ? distinct[0] : distinct[distinct.length - 1])
                            + ", but items lie within 0 to " + (rows.length - 1) + ".");
        }
        return distinct;
    }

    /** Writes all of it, 2 I^2 bytes. The stream stays open. */
    public void writeTo(OutputStream stream) throws IOException {
        ModelOutput out = new ModelOutput(stream, FORMAT, VERSION);
        out.writeInt(rows.length);
        out.writeDouble(objective.regularization());
        out.writeDouble(objective.dropout());
        out.writeDouble(objective.contentWeight());
        out.writeInts(counts, counts.length);
        for (int i = 0; i < rows.length; i++) {
            float[] row = rows[i];
            if (corrections.size() > 0) {
                row = row.clone();
                corrections.addTo(row, i);
            }
            out.writeDouble(diagonal[i]);
            out.writeFloats(row, i);
        }
        out.end();
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws dev.comptoir.error.ModelException if it is damaged, cut off or of a newer format
     */
    public static Ease readFrom(InputStream stream) throws IOException {
        ModelInput in = new ModelInput(stream, FORMAT, VERSION);
        int items = in.readSize("items", MAX_ITEMS);
        double regularization = in.readDouble();
        double dropout = in.readDouble();
        double contentWeight = in.readDouble();
        int[] counts = in.readInts(items);
        double[] diagonal = new double[items];
        float[][] rows = new float[items][];
        for (int i = 0; i < items; i++) {
            diagonal[i] = in.readDouble();
            rows[i] = new float[items];
            in.readFloats(rows[i], i);
            for (int j = 0; j < i; j++) {
                rows[j][i] = rows[i][j];
            }
        }
        in.end();
        return new Ease(
                new Objective(regularization, dropout, contentWeight), rows, diagonal, Corrections.NONE, counts);
    }
}
