package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.Language;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves vectors so that their mean is zero, for each language by itself, and gives them length 1. Immutable.
 *
 * @param all the mean of all languages
 * @param each the mean of each language
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one view.
record Centres(float[] all, Map<Language, float[]> each) {
    /*
     * Sentence vectors share a large common part, and each language another one: without it cosines spread over the whole range,
     * and texts of two languages can meet (Libovicky et al., Findings of EMNLP 2020). Few texts of a language say little
     * about its mean: it is drawn towards that of all.
     */
    private static final double SHRINKAGE = 20;

    static Centres of(List<Features> texts, int view) {
        Map<Language, float[]> each = new EnumMap<>(Language.class);
        float[] all = mean(texts, view, new float[texts.get(0).vectors()[view].length], 0);
        for (Language language : Language.values()) {
            List<Features> own =
                    texts.stream().filter(text -> text.language() == language).toList();
            each.put(language, mean(own, view, all, SHRINKAGE));
        }
        return new Centres(all, each);
    }

    private static float[] mean(List<Features> texts, int view, float[] towards, double weight) {
        double[] sum = new double[towards.length];
        for (Features text : texts) {
            float[] vector = text.vectors()[view];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            mean[i] = (float) ((sum[i] + weight * towards[i]) / (texts.size() + weight));
        }
        return mean;
    }

    float[] centred(float[] vector, @Nullable Language language) {
        float[] centre = language == null ? all : each.getOrDefault(language, all);
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
        out.writeInt(each.size());
        for (Map.Entry<Language, float[]> one : each.entrySet()) {
            Bytes.write(out, one.getKey().code());
            Bytes.write(out, one.getValue());
        }
    }

    static Centres read(DataInputStream in) throws IOException {
        float[] all = Bytes.floats(in);
        Map<Language, float[]> each = new EnumMap<>(Language.class);
        int languages = Bytes.length(in, 1);
        for (int l = 0; l < languages; l++) {
            Language language = Language.ofCode(Bytes.text(in)).orElseThrow(() -> new IOException("unknown language"));
            float[] centre = Bytes.floats(in);
            if (centre.length != all.length) {
                throw new IOException("centres of different dimensions");
            }
            each.put(language, centre);
        }
        return new Centres(all, each);
    }
}
