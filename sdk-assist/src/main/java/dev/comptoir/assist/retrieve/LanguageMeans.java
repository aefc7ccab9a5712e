package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.understand.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Cosines without what all texts of a language have in common. Immutable. */
final class LanguageMeans {
    /*
     * Vectors of one language share a direction that says only which language it is, and those of one knowledge one that says
     * only which business. Both are taken off (the mean of the rows of that language, shrunk towards nothing where there are
     * few) before the cosine; the rows themselves stay as the model gave them, so that they serve other knowledge as well:
     *
     *   cos(x - m, q - m') = (x q - x m' - m q + m m') / (|x - m| |q - m'|)
     *
     * where a question's language has no rows, the mean of the other language stands for its own.
     */
    private static final double SHRINK = 20;

    private final VectorTable vectors;
    private final List<Language> languages;
    private final Map<Language, float[]> means = new EnumMap<>(Language.class);
    private final Map<Language, float[]> products = new EnumMap<>(Language.class);
    private final double[] norms;

    /** @param languages of the rows */
    LanguageMeans(VectorTable vectors, List<Language> languages) {
        this.vectors = vectors;
        this.languages = List.copyOf(languages);
        for (Language language : Language.values()) {
            if (languages.contains(language)) {
                means.put(language, mean(language));
                products.put(language, vectors.products(of(language)));
            }
        }
        norms = new double[vectors.size()];
        for (int row = 0; row < norms.length; row++) {
            float[] mean = of(languages.get(row));
            double withMean = products.getOrDefault(languages.get(row), mean)[row];
            norms[row] = Math.sqrt(Math.max(1e-6, 1 - 2 * withMean + dot(mean, mean)));
        }
    }

    private float[] mean(Language language) {
        double[] sum = new double[vectors.dimension()];
        int count = 0;
        for (int row = 0; row < vectors.size(); row++) {
            if (languages.get(row) == language) {
                float[] vector = vectors.row(row);
                for (int d = 0; d < sum.length; d++) {
                    sum[d] += vector[d];
                }
                count++;
            }
        }
        float[] mean = new float[sum.length];
        for (int d = 0; d < sum.length; d++) {
            mean[d] = (float) (sum[d] / (count + SHRINK));
        }
        return mean;
    }

    private float[] of(Language language) {
        float[] own = means.get(language);
        return own != null ? own : means.values().iterator().next();
    }

    /** The cosine of each row with a unit vector of a text in this language, -1..1. */
    float[] cosines(float[] query, Language from) {
        float[] ofQuery = of(from);
        float[] withQuery = vectors.products(query);
        float[] withMean =
                products.getOrDefault(from, products.values().iterator().next());
        double queryNorm = Math.sqrt(Math.max(1e-6, 1 - 2 * dot(query, ofQuery) + dot(ofQuery, ofQuery)));
        Map<Language, Double> constants = new EnumMap<>(Language.class);
        for (Language language : means.keySet()) {
            float[] own = of(language);
            constants.put(language, dot(own, ofQuery) - dot(own, query));
        }
        float[] cosines = new float[vectors.size()];
        for (int row = 0; row < cosines.length; row++) {
            double product = (double) withQuery[row] - withMean[row] + constants.getOrDefault(languages.get(row), 0.0);
            cosines[row] = (float) Math.max(-1, Math.min(1, product / (norms[row] * queryNorm)));
        }
        return cosines;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
