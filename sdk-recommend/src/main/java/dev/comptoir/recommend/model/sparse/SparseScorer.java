package dev.comptoir.recommend.model.sparse;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.ease.Recency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scores by trained sparse weights. Immutable and thread-safe. One score costs the weights of the items of the history. */
public final class SparseScorer implements Scorer {
    private final SparseWeights model;
    private final Recency recency;
    private final float[] scale;

    SparseScorer(SparseWeights model, Recency recency, double damping) {
        this.model = model;
        this.recency = recency;
        this.scale = new float[model.items()];
        for (int item = 0; item < scale.length; item++) {
            scale[item] = (float) Math.pow(Math.max(1, model.count(item)), -damping);
        }
    }

    /** The weights it scores by. */
    public SparseWeights model() {
        return model;
    }

    @Override
    public int items() {
        return scale.length;
    }

    @Override
    public void score(History history, float[] scores) {
        int[] items = new int[history.distinct()];
        float[] weights = new float[items.length];
        int size = recency.weigh(history, scale.length, items, weights);
        Arrays.fill(scores, 0);
        for (int k = 0; k < size; k++) {
            model.addTo(scores, items[k], weights[k]);
        }
        for (int j = 0; j < scale.length; j++) {
            scores[j] *= scale[j];
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        int[] items = new int[history.distinct()];
        float[] weights = new float[items.length];
        int size = recency.weigh(history, scale.length, items, weights);
        List<Contribution> parts = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            double value = weights[k] * model.weight(items[k], item) * scale[item];
            if (value != 0) {
                parts.add(new Contribution(Contribution.Kind.BOUGHT_TOGETHER, items[k], value));
            }
        }
        return parts;
    }
}
