package dev.comptoir.segment.learned;

import java.util.Arrays;

/** k-medoids over all pairs of distances: k points such that the sum of the distances to the nearest of them is small. */
final class FasterPam {
    /*
     * Schubert and Rousseeuw, "Fast and eager k-medoids clustering: O(k) runtime improvement of the PAM, CLARA, and CLARANS algorithms",
     * Information Systems 101, 2021 (arXiv 2008.05171). BUILD of Kaufman and Rousseeuw (1990) begins: it needs no chance. Then for each
     * candidate x the change of cost of replacing each medoid is found in one pass over the points o, with nearest(o) at distance dn and
     * second at ds:
     *     shared            += d(o, x) - dn                  where d(o, x) < dn
     *     delta[nearest(o)] += dn - ds                       where d(o, x) < dn
     *     delta[nearest(o)] += d(o, x) - ds                  where dn <= d(o, x) < ds
     * with delta[i] begun at the loss of removing i, the sum of ds - dn over its points. The best swap is done at once (eager) if it makes
     * the cost smaller; a full round without a swap ends it: no single swap is better. Ties go to the lower index.
     */
    private static final int MAX_ROUNDS = 100;

    private final Distances distances;
    private final int n;
    private final int k;
    private final int[] medoids;
    private final int[] nearest;
    private final double[] nearestDistance;
    private final double[] secondDistance;

    private FasterPam(Distances distances, int k) {
        this.distances = distances;
        this.n = distances.size();
        this.k = k;
        this.medoids = new int[k];
        this.nearest = new int[n];
        this.nearestDistance = new double[n];
        this.secondDistance = new double[n];
    }

    /** The indexes of {@code k} different medoids, ascending; 2 to the number of points. */
    static int[] medoids(Distances distances, int k) {
        FasterPam pam = new FasterPam(distances, k);
        pam.build();
        pam.swap();
        Arrays.sort(pam.medoids);
        return pam.medoids;
    }

    private void build() {
        double[] best = new double[n];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        boolean[] taken = new boolean[n];
        for (int m = 0; m < k; m++) {
            int chosen = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int x = 0; x < n; x++) {
                if (!taken[x]) {
                    double cost = costWith(distances.from(x), best);
                    if (cost < least) {
                        least = cost;
                        chosen = x;
                    }
                }
            }
            medoids[m] = chosen;
            taken[chosen] = true;
            float[] row = distances.from(chosen);
            for (int o = 0; o < n; o++) {
                best[o] = Math.min(best[o], row[o]);
            }
        }
        assign();
    }

    private static double costWith(float[] row, double[] best) {
        double cost = 0;
        for (int o = 0; o < row.length; o++) {
            cost += Math.min(best[o], row[o]);
        }
        return cost;
    }

    private void swap() {
        double[] loss = losses();
        int unchanged = 0;
        for (int step = 0; step < MAX_ROUNDS * n && unchanged < n; step++) {
            int x = step % n;
            unchanged++;
            if (isMedoid(x)) {
                continue;
            }
            double[] delta = loss.clone();
            double shared = shared(distances.from(x), delta);
            int out = 0;
            for (int i = 1; i < k; i++) {
                if (delta[i] < delta[out]) {
                    out = i;
                }
            }
            // Rounding must not swap two equals for ever.
            if (delta[out] + shared < -1e-9 * (1 + n)) {
                medoids[out] = x;
                assign();
                loss = losses();
                unchanged = 0;
            }
        }
    }

    private double shared(float[] row, double[] delta) {
        double shared = 0;
        for (int o = 0; o < n; o++) {
            double d = row[o];
            if (d < nearestDistance[o]) {
                shared += d - nearestDistance[o];
                delta[nearest[o]] += nearestDistance[o] - secondDistance[o];
            } else if (d < secondDistance[o]) {
                delta[nearest[o]] += d - secondDistance[o];
            }
        }
        return shared;
    }

    private double[] losses() {
        double[] loss = new double[k];
        for (int o = 0; o < n; o++) {
            loss[nearest[o]] += secondDistance[o] - nearestDistance[o];
        }
        return loss;
    }

    private boolean isMedoid(int x) {
        for (int medoid : medoids) {
            if (medoid == x) {
                return true;
            }
        }
        return false;
    }

    private void assign() {
        Arrays.fill(nearestDistance, Double.POSITIVE_INFINITY);
        Arrays.fill(secondDistance, Double.POSITIVE_INFINITY);
        for (int i = 0; i < k; i++) {
            float[] row = distances.from(medoids[i]);
            for (int o = 0; o < n; o++) {
                if (row[o] < nearestDistance[o]) {
                    secondDistance[o] = nearestDistance[o];
                    nearestDistance[o] = row[o];
                    nearest[o] = i;
                } else if (row[o] < secondDistance[o]) {
                    secondDistance[o] = row[o];
                }
            }
        }
    }
}
