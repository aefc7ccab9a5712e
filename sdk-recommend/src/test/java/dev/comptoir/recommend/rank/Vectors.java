package dev.comptoir.recommend.rank;

import java.util.Arrays;
import java.util.Random;

/** Seeded candidates. */
final class Vectors {
    private Vectors() {}

    /** Cosines of random vectors: a positive semi-definite matrix with ones on its diagonal. */
    static float[][] cosines(Random random, int n, int dimensions) {
        double[][] vectors = new double[n][dimensions];
        for (double[] vector : vectors) {
            double norm = 0;
            for (int d = 0; d < dimensions; d++) {
                vector[d] = random.nextGaussian();
                norm += vector[d] * vector[d];
            }
            for (int d = 0; d < dimensions; d++) {
                vector[d] /= Math.sqrt(norm);
            }
        }
        float[][] cosines = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double dot = 0;
                for (int d = 0; d < dimensions; d++) {
                    dot += vectors[i][d] * vectors[j][d];
                }
                cosines[i][j] = (float) dot;
            }
        }
        return cosines;
    }

    /** From 0 to 1, best first. */
    static float[] relevance(Random random, int n) {
        float[] relevance = new float[n];
        for (int i = 0; i < n; i++) {
            relevance[i] = random.nextFloat();
        }
        Arrays.sort(relevance);
        for (int i = 0; i < n / 2; i++) {
            float swapped = relevance[i];
            relevance[i] = relevance[n - 1 - i];
            relevance[n - 1 - i] = swapped;
        }
        return relevance;
    }
}
