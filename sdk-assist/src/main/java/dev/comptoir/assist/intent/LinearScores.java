package dev.comptoir.assist.intent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A linear classifier of dense rows. Immutable.
 *
 * @param weights feature by feature
 * @param biases one a class
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one view.
record LinearScores(float[] weights, float[] biases) {
    /** One score a class; their softmax are probabilities. */
    float[] score(float[] row) {
        float[] scores = new float[biases.length];
        score(row, 0, row.length, weights, biases, scores);
        return scores;
    }

    static void score(float[] rows, int at, int dimension, float[] weights, float[] biases, float[] scores) {
        int classes = biases.length;
        System.arraycopy(biases, 0, scores, 0, classes);
        int feature = 0;
        for (; feature + 4 <= dimension; feature += 4) {
            int x = at + feature;
            axpy4(weights, feature * classes, classes, rows[x], rows[x + 1], rows[x + 2], rows[x + 3], scores);
        }
        for (; feature < dimension; feature++) {
            float value = rows[at + feature];
            int w = feature * classes;
            for (int k = 0; k < classes; k++) {
                scores[k] += value * weights[w + k];
            }
        }
    }

    private static void axpy4(float[] from, int at, int stride, float a, float b, float c, float d, float[] to) {
        for (int k = 0; k < stride; k++) {
            to[k] += a * from[at + k]
                    + b * from[at + stride + k]
                    + c * from[at + 2 * stride + k]
                    + d * from[at + 3 * stride + k];
        }
    }

    void write(DataOutputStream out) throws IOException {
        Bytes.write(out, weights);
        Bytes.write(out, biases);
    }

    static LinearScores read(DataInputStream in) throws IOException {
        return new LinearScores(Bytes.floats(in), Bytes.floats(in));
    }
}
