package dev.comptoir.segment.learned;

import java.util.SplittableRandom;

/**
 * The medoids of all points, and to which each point belongs.
 *
 * <p>Up to {@value #SAMPLE} points all pairs are looked at. Beyond, seeded samples of that size are, and the medoids that are best for
 * all points are kept, as in CLARA.
 */
final class Clustering {
    /*
     * CLARA: Kaufman and Rousseeuw, "Finding Groups in Data", 1990, chapter 3; five samples as there, and larger ones than their 40 + 2k.
     */
    static final int SAMPLE = 1_000;
    private static final int SAMPLES = 5;

    final int[] medoids;
    final int[] labels;
    private final double cost;

    private Clustering(int[] medoids, int[] labels, double cost) {
        this.medoids = medoids;
        this.labels = labels;
        this.cost = cost;
    }

    static Clustering of(double[][] points, int k, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int samples = points.length <= SAMPLE ? 1 : SAMPLES;
        Clustering best = ofSample(points, Sample.without(points.length, SAMPLE, random), k);
        for (int i = 1; i < samples; i++) {
            Clustering next = ofSample(points, Sample.without(points.length, SAMPLE, random), k);
            if (next.cost < best.cost) {
                best = next;
            }
        }
        return best;
    }

    private static Clustering ofSample(double[][] points, int[] sample, int k) {
        double[][] part = new double[sample.length][];
        for (int i = 0; i < part.length; i++) {
            part[i] = points[sample[i]];
        }
        int[] medoids = FasterPam.medoids(Distances.of(part), k);
        for (int i = 0; i < k; i++) {
            medoids[i] = sample[medoids[i]];
        }
        return assign(points, medoids);
    }

    /** Each point to its nearest medoid, the first of equals. */
    private static Clustering assign(double[][] points, int[] medoids) {
        int[] labels = new int[points.length];
        double cost = 0;
        for (int i = 0; i < points.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int m = 0; m < medoids.length; m++) {
                double distance = Distances.between(points[i], points[medoids[m]]);
                if (distance < least) {
                    least = distance;
                    labels[i] = m;
                }
            }
            cost += least;
        }
        return new Clustering(medoids, labels, cost);
    }
}
