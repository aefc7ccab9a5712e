package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.linalg.Kernel;
import java.util.Arrays;

/**
 * Matrices of rank one to be added to an inverse: {@code sign_k u_k u_k'}, off the diagonal. Immutable and thread-safe.
 */
final class Corrections {
    static final Corrections NONE = new Corrections(new float[0][], new float[0]);

    private final float[][] vectors;
    private final float[] signs;

    private Corrections(float[][] vectors, float[] signs) {
        this.vectors = vectors;
        this.signs = signs;
    }

    Corrections and(float[] vector, int sign) {
        float[][] more = Arrays.copyOf(vectors, vectors.length + 1);
        float[] moreSigns = Arrays.copyOf(signs, signs.length + 1);
        more[vectors.length] = vector;
        moreSigns[signs.length] = sign;
        return new Corrections(more, moreSigns);
    }

    int size() {
        return vectors.length;
    }

    /** The value that is added at one place. */
    double at(int i, int j) {
        double sum = 0;
        for (int k = 0; k < vectors.length; k++) {
            sum += (double) signs[k] * vectors[k][i] * vectors[k][j];
        }
        return sum;
    }

    /** Adds the corrections of a weighted sum of rows; places of the items get nothing from themselves. */
    void addTo(float[] sums, int[] items, float[] weights, int size) {
        if (vectors.length == 0) {
            return;
        }
        int[] places = new int[vectors.length];
        float[] coefficients = new float[vectors.length];
        for (int k = 0; k < vectors.length; k++) {
            double coefficient = 0;
            for (int l = 0; l < size; l++) {
                coefficient += (double) weights[l] * vectors[k][items[l]];
            }
            places[k] = k;
            coefficients[k] = (float) (signs[k] * coefficient);
        }
        Kernel.best().addRows(vectors, places, coefficients, vectors.length, sums, sums.length);
        for (int l = 0; l < size; l++) {
            sums[items[l]] -= (float) (weights[l] * at(items[l], items[l]));
        }
    }

    /** The same in double precision. */
    void addTo(double[] sums, int[] items, double[] weights) {
        for (int k = 0; k < vectors.length; k++) {
            float[] vector = vectors[k];
            double coefficient = 0;
            for (int l = 0; l < items.length; l++) {
                coefficient += weights[l] * vector[items[l]];
            }
            coefficient *= signs[k];
            for (int j = 0; j < vector.length; j++) {
                sums[j] += coefficient * vector[j];
            }
        }
        for (int l = 0; l < items.length; l++) {
            sums[items[l]] -= weights[l] * at(items[l], items[l]);
        }
    }

    /** Adds them to one row of the matrix, whose diagonal stays 0. */
    void addTo(float[] row, int i) {
        int[] places = new int[vectors.length];
        float[] weights = new float[vectors.length];
        for (int k = 0; k < vectors.length; k++) {
            places[k] = k;
            weights[k] = signs[k] * vectors[k][i];
        }
        Kernel.best().addRows(vectors, places, weights, vectors.length, row, row.length);
        row[i] = 0;
    }
}
