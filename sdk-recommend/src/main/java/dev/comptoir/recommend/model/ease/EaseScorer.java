package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scores by trained EASE weights. Immutable and thread-safe. One score costs a pass over one row per item of the history. */
public final class EaseScorer implements Scorer {
    private final Ease model;
    private final Recency recency;
    private final float[] scale;

    EaseScorer(Ease model, Recency recency, double damping) {
        this.model = model;
        this.recency = recency;
        this.scale = new float[model.items()];
        for (int item = 0; item < scale.length; item++) {
            scale[item] = (float) (model.scale(item) * Math.pow(Math.max(1, model.count(item)), -damping));
        }
    }

    /** The weights it scores by. */
    public Ease model() {
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
        model.addInverse(items, weights, size, scores);
        for (int j = 0; j < scale.length; j++) {
            // Never -0, which some orders put below 0.
            scores[j] = scores[j] * scale[j] + 0f;
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        int[] items = new int[history.distinct()];
        float[] weights = new float[items.length];
        int size = recency.weigh(history, scale.length, items, weights);
        List<Contribution> parts = new ArrayList<>(size);
        for (int k = 0; k < size; k++) {
            if (items[k] == item) {
                continue;
            }
            double value = weights[k] * model.inverse(items[k], item) * scale[item];
            if (value != 0) {
                // What nobody has can be like something else only by its features.
                boolean bought = model.count(item) > 0 && model.count(items[k]) > 0;
                Contribution.Kind kind = bought ? Contribution.Kind.BOUGHT_TOGETHER : Contribution.Kind.SIMILAR_TEXT;
                parts.add(new Contribution(kind, items[k], value));
            }
        }
        return parts;
    }
}
