package dev.comptoir.recommend.model.neighbours;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.HalfLife;
import java.util.Arrays;

/** Sums over the users whom two items share, and the largest of each item. Not thread-safe; used once. */
final class CoOccurrence {
    private static final int ITEMS_PER_TILE = 64;

    private final InteractionMatrix rows;
    private final InteractionMatrix rowsOf;
    private final int neighbors;
    /** What a common user adds. */
    private final double[] userWeight;
    /** What a sum is multiplied with, by the item that is had and the item that is scored. */
    private final double[] from;

    private final double[] to;
    private double shrink;
    /** Whether the largest of each item had are kept, instead of each item scored. */
    private boolean byRow;

    CoOccurrence(InteractionMatrix rows, int neighbors) {
        this.rows = rows;
        this.rowsOf = rows.transposed();
        this.neighbors = neighbors;
        this.userWeight = new double[rows.rows()];
        this.from = new double[rows.items()];
        this.to = new double[rows.items()];
    }

    void cosine(double added) {
        Arrays.fill(userWeight, 1);
        normed(added);
    }

    void bm25(double k1, double b) {
        double mean = Math.max(1, (double) rows.size()) / Math.max(1, rows.rows());
        for (int row = 0; row < userWeight.length; row++) {
            double length = rows.rowLength(row);
            double idf = Math.log(1 + rows.items() / Math.max(1, length));
            double weight = (k1 + 1) / (k1 * (1 - b + b * length / mean) + 1) * idf;
            userWeight[row] = weight * weight;
        }
        normed(0);
    }

    /** Divides by the product of the norms. */
    private void normed(double added) {
        shrink = added;
        for (int item = 0; item < from.length; item++) {
            double square = 0;
            for (int at = 0; at < rowsOf.rowLength(item); at++) {
                square += userWeight[rowsOf.item(item, at)];
            }
            from[item] = square > 0 ? 1 / Math.sqrt(square) : 0;
            to[item] = from[item];
        }
    }

    void rp3beta(double alpha, double beta) {
        byRow = true;
        for (int row = 0; row < userWeight.length; row++) {
            userWeight[row] = Math.pow(Math.max(1, rows.rowLength(row)), -alpha);
        }
        for (int item = 0; item < from.length; item++) {
            double users = Math.max(1, rowsOf.rowLength(item));
            from[item] = Math.pow(users, -alpha);
            to[item] = Math.pow(users, -beta);
        }
    }

    ItemNeighboursScorer nearest(Tiles tiles, HalfLife halfLife) {
        int items = from.length;
        int[][] near = new int[items][];
        float[][] weights = new float[items][];
        tiles.run((items + ITEMS_PER_TILE - 1) / ITEMS_PER_TILE, tile -> {
            double[] sums = new double[items];
            int[] met = new int[items];
            int end = Math.min(items, (tile + 1) * ITEMS_PER_TILE);
            for (int item = tile * ITEMS_PER_TILE; item < end; item++) {
                keep(item, sums, met, near, weights);
            }
        });
        Turned once = turned(near, weights);
        // Twice, to bring the rows' own lists into the order of their items.
        Turned lists = byRow ? turned(once.items, once.weights) : once;
        return new ItemNeighboursScorer(lists.items, lists.weights, halfLife);
    }

    private void keep(int item, double[] sums, int[] met, int[][] near, float[][] weights) {
        int size = 0;
        for (int at = 0; at < rowsOf.rowLength(item); at++) {
            int row = rowsOf.item(item, at);
            for (int k = 0; k < rows.rowLength(row); k++) {
                int other = rows.item(row, k);
                if (sums[other] == 0) {
                    met[size++] = other;
                }
                sums[other] += userWeight[row];
            }
        }
        // A weight above, its item below, in an order in which the larger weight and then the smaller item come first.
        // Sorted only when twice as many have come as are kept: one user with everything makes every item a candidate.
        long[] order = new long[(int) Math.min(size, 2L * neighbors)];
        long worst = Long.MAX_VALUE;
        int count = 0;
        for (int k = 0; k < size; k++) {
            int other = met[k];
            float weight = (float) (byRow ? weight(item, other, sums[other]) : weight(other, item, sums[other]));
            sums[other] = 0;
            long key = ((long) ~Float.floatToIntBits(weight) << 32) | other;
            if (other != item && weight > 0 && key < worst) {
                order[count++] = key;
                if (count == order.length && count > neighbors) {
                    Arrays.sort(order);
                    count = neighbors;
                    worst = order[count - 1];
                }
            }
        }
        Arrays.sort(order, 0, count);
        int kept = Math.min(count, neighbors);
        near[item] = new int[kept];
        weights[item] = new float[kept];
        for (int k = 0; k < kept; k++) {
            near[item][k] = (int) order[k];
            weights[item][k] = Float.intBitsToFloat(~(int) (order[k] >> 32));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // made once and only read
    private record Turned(int[][] items, float[][] weights) {}

    /** From lists by one side of the pair to lists by the other, ascending. */
    private static Turned turned(int[][] near, float[][] weights) {
        int[] sizes = new int[near.length];
        for (int[] ones : near) {
            for (int one : ones) {
                sizes[one]++;
            }
        }
        int[][] targets = new int[near.length][];
        float[][] turned = new float[near.length][];
        for (int item = 0; item < near.length; item++) {
            targets[item] = new int[sizes[item]];
            turned[item] = new float[sizes[item]];
        }
        int[] filled = new int[near.length];
        for (int target = 0; target < near.length; target++) {
            for (int k = 0; k < near[target].length; k++) {
                int had = near[target][k];
                targets[had][filled[had]] = target;
                turned[had][filled[had]++] = weights[target][k];
            }
        }
        return new Turned(targets, turned);
    }

    private double weight(int had, int scored, double sum) {
        return shrink == 0 ? sum * from[had] * to[scored] : sum / (1 / (from[had] * to[scored]) + shrink);
    }
}
