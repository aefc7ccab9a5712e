package dev.comptoir.segment.learned;

import java.util.SplittableRandom;

/** Whether groups are found again in bootstrap samples. */
final class Stability {
    /*
     * Hennig, "Cluster-wise assessment of cluster stability", Computational Statistics & Data Analysis 52, 2007: for each bootstrap
     * sample, the Jaccard similarity of a group with the most alike group found there, both taken over the points drawn; then the mean.
     * Below .6 a group should not be trusted.
     */
    static final double TRUSTED = 0.6;

    private Stability() {}

    /**
     * One mean for each group, 0 to 1. A sample into which no point of a group was drawn counts 0 for it.
     *
     * @param labels the group of each point, 0 to k - 1
     */
    static double[] means(Distances distances, int[] labels, int k, int bootstraps, SplittableRandom random) {
        double[] sums = new double[k];
        for (int b = 0; b < bootstraps; b++) {
            int[] drawn = Sample.with(labels.length, random);
            Distances part = distances.of(drawn);
            int[] medoids = FasterPam.medoids(part, k);
            double[] best = best(drawn, labels, part, medoids);
            for (int group = 0; group < k; group++) {
                sums[group] += best[group];
            }
        }
        for (int group = 0; group < k; group++) {
            sums[group] /= bootstraps;
        }
        return sums;
    }

    private static double[] best(int[] drawn, int[] labels, Distances part, int[] medoids) {
        int k = medoids.length;
        int[][] common = new int[k][k];
        int[] here = new int[k];
        int[] there = new int[k];
        for (int i = 0; i < drawn.length; i++) {
            // Drawn in ascending order: a point drawn again counts once.
            if (i > 0 && drawn[i] == drawn[i - 1]) {
                continue;
            }
            int found = nearest(i, part, medoids);
            common[labels[drawn[i]]][found]++;
            here[labels[drawn[i]]]++;
            there[found]++;
        }
        double[] best = new double[k];
        for (int group = 0; group < k; group++) {
            for (int found = 0; found < k; found++) {
                int union = here[group] + there[found] - common[group][found];
                if (union > 0) {
                    best[group] = Math.max(best[group], (double) common[group][found] / union);
                }
            }
        }
        return best;
    }

    private static int nearest(int point, Distances part, int[] medoids) {
        float[] row = part.from(point);
        int nearest = 0;
        for (int m = 1; m < medoids.length; m++) {
            if (row[medoids[m]] < row[medoids[nearest]]) {
                nearest = m;
            }
        }
        return nearest;
    }
}
