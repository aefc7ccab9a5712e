package dev.comptoir.assist.intent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Compares a text with the examples that are nearest to it: a second opinion, and how far it lies from all that is known. */
final class Neighbours<R> {
    /*
     * Soft k nearest neighbours: a vote of exp((cosine - 1) / TEMPERATURE) for the intent of each of the NEAREST. Only examples
     * of the intents that the linear classifier puts first are looked at, which finds nearly the same neighbours at a fraction of
     * the time. Distances are also given relative to how dense the examples lie there (Breunig et al., "LOF", SIGMOD 2000) and to
     * what is usual among the examples of the predicted intent: intents with one wording and intents with hundred are not alike.
     */
    static final int SIGNS = 7;
    private static final int NEAREST = 10;
    private static final int CLOSEST = 3;
    private static final int INTENTS = 10;
    static final int PER_INTENT = 200;
    private static final double TEMPERATURE = 0.07;
    private static final double FLOOR = 1e-4;
    private static final double SHRINKAGE = 5;

    private final Bank<R> bank;
    /** The first row of each intent, and the end. */
    private final int[] starts;
    /** Of each row: the mean cosine with the nearest examples of its own intent. */
    private final float[] densities;
    /** Of each intent: mean and deviation of closest and of all cosines within it. */
    private final float[] usual;

    private Neighbours(Bank<R> bank, int[] starts, float[] densities, float[] usual) {
        this.bank = bank;
        this.starts = starts;
        this.densities = densities;
        this.usual = usual;
    }

    /** The order in which a bank is to hold its rows: by intent, and no more than some hundred of each. */
    static int[] order(int[] labels, int classes) {
        int[] sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        int[] ends = new int[classes + 1];
        for (int k = 0; k < classes; k++) {
            ends[k + 1] = ends[k] + Math.min(PER_INTENT, sizes[k]);
        }
        int[] order = new int[ends[classes]];
        int[] seen = new int[classes];
        int[] kept = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            int k = labels[i];
            // Evenly among those of the intent, where there are more than are kept.
            boolean keep = (long) (seen[k] + 1) * Math.min(PER_INTENT, sizes[k]) / sizes[k] > kept[k];
            seen[k]++;
            if (keep) {
                order[ends[k] + kept[k]++] = i;
            }
        }
        return order;
    }

    static int[] starts(int[] labels, int classes) {
        int[] starts = new int[classes + 1];
        for (int label : labels) {
            starts[label + 1]++;
        }
        for (int k = 0; k < classes; k++) {
            starts[k + 1] = starts[k] + Math.min(PER_INTENT, starts[k + 1]);
        }
        return starts;
    }

    static <R> Neighbours<R> of(Bank<R> bank, int[] starts) {
        int classes = starts.length - 1;
        float[] densities = new float[bank.size()];
        float[] usual = new float[4 * classes];
        double[][] closest = new double[classes][];
        double[][] all = new double[classes][];
        float[] cosines = new float[PER_INTENT];
        Top top = new Top(NEAREST);
        for (int k = 0; k < classes; k++) {
            int size = starts[k + 1] - starts[k];
            closest[k] = new double[size > 1 ? size : 0];
            all[k] = new double[closest[k].length];
            for (int i = 0; i < closest[k].length; i++) {
                int row = starts[k] + i;
                bank.to(bank.row(row)).with(starts[k], starts[k + 1], cosines);
                top.clear();
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    if (j != i) {
                        top.offer(cosines[j], j);
                        sum += cosines[j];
                    }
                }
                densities[row] = (float) top.mean(NEAREST);
                closest[k][i] = top.mean(CLOSEST);
                all[k][i] = sum / (size - 1);
            }
        }
        Spread closestOfAll = Spread.of(closest);
        Spread allOfAll = Spread.of(all);
        double density = Spread.of(new double[][] {positive(densities)}).mean();
        for (int k = 0; k < classes; k++) {
            Spread c = Spread.of(new double[][] {closest[k]}).towards(closestOfAll, closest[k].length, SHRINKAGE);
            Spread a = Spread.of(new double[][] {all[k]}).towards(allOfAll, all[k].length, SHRINKAGE);
            usual[4 * k] = (float) c.mean();
            usual[4 * k + 1] = (float) c.deviation();
            usual[4 * k + 2] = (float) a.mean();
            usual[4 * k + 3] = (float) a.deviation();
            if (starts[k + 1] - starts[k] == 1) {
                densities[starts[k]] = (float) density;
            }
        }
        return new Neighbours<>(bank, starts, densities, usual);
    }

    private static double[] positive(float[] values) {
        double[] found = new double[values.length];
        int n = 0;
        for (float value : values) {
            if (value != 0) {
                found[n++] = value;
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** Logarithms of the shares of the vote, one an intent; how far away the text is, into the array from an index. */
    double[] vote(R row, float[] scores, double[] signs, int at) {
        int classes = starts.length - 1;
        Top candidates = new Top(Math.min(INTENTS, classes));
        for (int k = 0; k < classes; k++) {
            candidates.offer(scores[k], k);
        }
        Bank.Similarity similarity = bank.to(row);
        float[] cosines = new float[PER_INTENT];
        Top nearest = new Top(NEAREST);
        int[] owners = new int[NEAREST];
        Top ofPredicted = new Top(CLOSEST);
        double sumOfPredicted = 0;
        int predicted = candidates.index(0);
        for (int c = 0; c < candidates.size(); c++) {
            int k = candidates.index(c);
            int size = starts[k + 1] - starts[k];
            similarity.with(starts[k], starts[k + 1], cosines);
            for (int i = 0; i < size; i++) {
                nearest.offer(cosines[i], starts[k] + i);
                if (k == predicted) {
                    ofPredicted.offer(cosines[i], i);
                    sumOfPredicted += cosines[i];
                }
            }
        }
        double[] votes = new double[classes];
        double sum = 0;
        double density = 0;
        for (int i = 0; i < nearest.size(); i++) {
            owners[i] = owner(nearest.index(i));
            double vote = StrictMath.exp((nearest.value(i) - 1) / TEMPERATURE);
            votes[owners[i]] += vote;
            sum += vote;
            density += densities[nearest.index(i)];
        }
        for (int k = 0; k < classes; k++) {
            votes[k] = StrictMath.log((sum > 0 ? votes[k] / sum : 1.0 / classes) + FLOOR);
        }
        double tenth = nearest.mean(NEAREST);
        double third = ofPredicted.mean(CLOSEST);
        double mean = sumOfPredicted / Math.max(1, starts[predicted + 1] - starts[predicted]);
        signs[at] = -nearest.mean(1);
        signs[at + 1] = -tenth;
        signs[at + 2] = density / Math.max(1, nearest.size()) - tenth;
        signs[at + 3] = -mean;
        signs[at + 4] = (usual[4 * predicted + 2] - mean) / usual[4 * predicted + 3];
        signs[at + 5] = -third;
        signs[at + 6] = (usual[4 * predicted] - third) / usual[4 * predicted + 1];
        return votes;
    }

    private int owner(int row) {
        int at = Arrays.binarySearch(starts, row);
        // Intents without examples share their start with the next one: the last of equal starts owns the row.
        int k = at >= 0 ? at : -at - 2;
        while (starts[k + 1] <= row) {
            k++;
        }
        return k;
    }

    Bank<R> bank() {
        return bank;
    }

    void write(DataOutputStream out) throws IOException {
        Bytes.write(out, starts);
        Bytes.write(out, densities);
        Bytes.write(out, usual);
    }

    static <R> Neighbours<R> read(DataInputStream in, Bank<R> bank) throws IOException {
        int[] starts = Bytes.ints(in);
        float[] densities = Bytes.floats(in);
        float[] usual = Bytes.floats(in);
        if (starts.length < 1
                || starts[starts.length - 1] != bank.size()
                || densities.length != bank.size()
                || usual.length != 4 * (starts.length - 1)) {
            throw new IOException("neighbours that do not fit their rows");
        }
        return new Neighbours<>(bank, starts, densities, usual);
    }
}
