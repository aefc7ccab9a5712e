package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.Language;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves vectors so that their mean is zero, for each language by itself, and gives them length 1. Immutable.
 *
 * @param all the mean of all languages
 * @param each the mean of each language, in the order of the enum
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one view.
record Centres(float[] all, float[][] each) {
    /*
     * Sentence vectors share a large common part, and each language another one: without it cosines spread over the whole range,
     * and texts of two languages can meet (Libovicky et al., Findings of EMNLP 2020). Few texts of a language say little
     * about its mean: it is drawn towards that of all.
     */
    private static final double SHRINKAGE = 20;

    static Centres of(List<Features> texts, int view) {
        int dimension = texts.get(0).vectors()[view].length;
        Language[] languages = Language.values();
        double[] sum = new double[dimension];
        double[][] sums = new double[languages.length][dimension];
        int[] counts = new int[languages.length];
        for (Features text : texts) {
            float[] vector = text.vectors()[view];
            Language language = text.language();
            for (int i = 0; i < dimension; i++) {
                sum[i] += vector[i];
            }
            if (language != null) {
                counts[language.ordinal()]++;
                for (int i = 0; i < dimension; i++) {
                    sums[language.ordinal()][i] += vector[i];
                }
            }
        }
        float[] all = new float[dimension];
        float[][] each = new float[languages.length][dimension];
        for (int i = 0; i < dimension; i++) {
            all[i] = (float) (sum[i] / texts.size());
            for (int l = 0; l < each.length; l++) {
                each[l][i] = (float) ((sums[l][i] + SHRINKAGE * all[i]) / (counts[l] + SHRINKAGE));
            }
        }
        return new Centres(all, each);
    }

    float[] centred(float[] vector, @Nullable Language language) {
        float[] centre = language == null ? all : each[language.ordinal()];
        float[] centred = new float[vector.length];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            centred[i] = vector[i] - centre[i];
            squares += (double) centred[i] * centred[i];
        }
        if (squares > 1e-12) {
            float scale = (float) (1 / Math.sqrt(squares));
            for (int i = 0; i < centred.length; i++) {
                centred[i] *= scale;
            }
        }
        return centred;
    }

    void write(DataOutputStream out) throws IOException {
        Bytes.write(out, all);
        for (float[] centre : each) {
            Bytes.write(out, centre);
        }
    }

    static Centres read(DataInputStream in) throws IOException {
        float[] all = Bytes.floats(in);
        float[][] each = new float[Language.values().length][];
        for (int l = 0; l < each.length; l++) {
            each[l] = Bytes.floats(in);
            if (each[l].length != all.length) {
                throw new IOException("centres of different dimensions");
            }
        }
        return new Centres(all, each);
    }
}
