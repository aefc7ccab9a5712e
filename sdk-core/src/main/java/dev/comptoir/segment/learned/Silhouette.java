package dev.comptoir.segment.learned;

import java.util.Arrays;

/** How much nearer points are to their own group than to the next one: Rousseeuw, 1987. */
final class Silhouette {
    private Silhouette() {}

    /**
     * The mean over all points of (b - a) / max(a, b): a is the mean distance to the others of the own group, b the least mean distance
     * to another group. A point alone, or one of a crowd of equals, counts 0.
     *
     * @param labels the group of each point, 0 to k - 1
     */
    static double mean(Distances distances, int[] labels, int k) {
        int[] sizes = new int[k];
        for (int label : labels) {
            sizes[label]++;
        }
        double sum = 0;
        double[] toGroup = new double[k];
        for (int i = 0; i < labels.length; i++) {
            Arrays.fill(toGroup, 0);
            float[] row = distances.from(i);
            for (int j = 0; j < labels.length; j++) {
                toGroup[labels[j]] += row[j];
            }
            sum += of(labels[i], toGroup, sizes);
        }
        return sum / labels.length;
    }

    private static double of(int own, double[] toGroup, int[] sizes) {
        if (sizes[own] < 2) {
            return 0;
        }
        double a = toGroup[own] / (sizes[own] - 1);
        double b = Double.POSITIVE_INFINITY;
        for (int group = 0; group < sizes.length; group++) {
            if (group != own && sizes[group] > 0) {
                b = Math.min(b, toGroup[group] / sizes[group]);
            }
        }
        double greater = Math.max(a, b);
        return greater <= 0 || Double.isInfinite(b) ? 0 : (b - a) / greater;
    }
}
