package dev.comptoir.recommend.model.imported;

import dev.comptoir.error.ClosedException;
import dev.comptoir.rank.CandidateRanker;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The smallest ranker there is: a weight per feature. */
final class LinearRanker implements CandidateRanker {
    private final List<String> names;
    private final float[] weights;
    private volatile boolean closed;

    LinearRanker(Map<String, Float> weights) {
        TreeMap<String, Float> sorted = new TreeMap<>(weights);
        this.names = List.copyOf(sorted.keySet());
        this.weights = new float[names.size()];
        for (int k = 0; k < this.weights.length; k++) {
            this.weights[k] = sorted.get(names.get(k));
        }
    }

    @Override
    public List<String> featureNames() {
        return names;
    }

    @Override
    public float[] score(float[][] features) {
        if (closed) {
            throw new ClosedException("The ranker has been closed.");
        }
        float[] scores = new float[features.length];
        for (int row = 0; row < scores.length; row++) {
            double sum = 0.25;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * features[row][k];
            }
            scores[row] = (float) sum;
        }
        return scores;
    }

    @Override
    public void close() {
        closed = true;
    }
}
