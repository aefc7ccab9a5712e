package dev.comptoir.recommend.model.sparse;

import dev.comptoir.recommend.model.ModelInput;
import dev.comptoir.recommend.model.ModelOutput;
import dev.comptoir.recommend.model.ease.Objective;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Trained weights between items and their neighbours, by the item that speaks. Immutable and thread-safe. Memory: 8 bytes a weight.
 * To forget a user, train again.
 */
public final class SparseWeights {
    private static final String FORMAT = "SPRS";
    static final int VERSION = 1;

    private final Objective objective;
    private final int[] counts;
    private final int[] start;
    private final int[] target;
    private final float[] weight;

    private SparseWeights(Objective objective, int[] counts, int[] start, int[] target, float[] weight) {
        this.objective = objective;
        this.counts = counts;
        this.start = start;
        this.target = target;
        this.weight = weight;
    }

    /**
     * Turns weights by the item spoken for into weights by the item that speaks.
     *
     * @param sources of each item; forgotten here one by one, to need less memory
     */
    static SparseWeights ofTargets(Objective objective, int[] counts, int[][] sources, float[][] weights) {
        int items = counts.length;
        int[] start = new int[items + 1];
        for (int[] column : sources) {
            for (int source : column) {
                start[source + 1]++;
            }
        }
        for (int item = 0; item < items; item++) {
            start[item + 1] = Math.addExact(start[item + 1], start[item]);
        }
        int[] fill = Arrays.copyOf(start, items);
        int[] target = new int[start[items]];
        float[] weight = new float[start[items]];
        for (int to = 0; to < items; to++) {
            for (int k = 0; k < sources[to].length; k++) {
                int at = fill[sources[to][k]]++;
                target[at] = to;
                weight[at] = weights[to][k];
            }
            sources[to] = new int[0];
            weights[to] = new float[0];
        }
        return new SparseWeights(objective, counts, start, target, weight);
    }

    public int items() {
        return counts.length;
    }

    /** How many weights there are. */
    public int size() {
        return weight.length;
    }

    /** In how many rows an item is. */
    public int count(int item) {
        return counts[item];
    }

    /** What having item {@code from} says for item {@code to}; 0 where they are no neighbours. */
    public double weight(int from, int to) {
        int at = Arrays.binarySearch(target, start[from], start[from + 1], to);
        return at < 0 ? 0 : weight[at];
    }

    /** Adds the weights of one item. */
    void addTo(float[] scores, int from, float times) {
        for (int at = start[from]; at < start[from + 1]; at++) {
            scores[target[at]] += times * weight[at];
        }
    }

    /** Writes all of it, 8 bytes a weight. The stream stays open. */
    public void writeTo(OutputStream stream) throws IOException {
        ModelOutput out = new ModelOutput(stream, FORMAT, VERSION);
        out.writeInt(items());
        out.writeInt(size());
        out.writeDouble(objective.regularization());
        out.writeDouble(objective.dropout());
        out.writeInts(counts, counts.length);
        out.writeInts(start, start.length);
        out.writeInts(target, target.length);
        out.writeFloats(weight, weight.length);
        out.end();
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws dev.comptoir.error.ModelException if it is damaged, cut off or of a newer format
     */
    public static SparseWeights readFrom(InputStream stream) throws IOException {
        ModelInput in = new ModelInput(stream, FORMAT, VERSION);
        int items = in.readSize("items", Integer.MAX_VALUE - 8);
        int size = in.readSize("weights", Integer.MAX_VALUE - 8);
        double regularization = in.readDouble();
        double dropout = in.readDouble();
        int[] counts = in.readInts(items);
        int[] start = in.readInts(items + 1);
        int[] target = in.readInts(size);
        // By now so many numbers came that as many more are no surprise.
        float[] weight = new float[size];
        in.readFloats(weight, size);
        in.end();
        return new SparseWeights(new Objective(regularization, dropout, 0), counts, start, target, weight);
    }
}
