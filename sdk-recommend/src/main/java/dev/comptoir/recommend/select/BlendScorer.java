package dev.comptoir.recommend.select;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trained components and what each counts. Immutable but for a memory of the last scales; thread-safe. */
final class BlendScorer implements Scorer {
    private final int items;
    private final double[] weight;
    private final Scale[] scale;
    private final List<Scorer> scorers;

    /** Several items of one history are explained one after the other; held weakly, so that nobody's past is kept. */
    private volatile @Nullable Factors last;

    BlendScorer(int items, List<Component> components, List<Scorer> scorers) {
        this.items = items;
        this.weight = components.stream().mapToDouble(Component::weight).toArray();
        this.scale = components.stream().map(Component::scale).toArray(Scale[]::new);
        this.scorers = List.copyOf(scorers);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Factors(WeakReference<History> history, double[] factor) {}

    @Override
    public int items() {
        return items;
    }

    @Override
    public void score(History history, float[] scores) {
        if (scorers.size() == 1) {
            scorers.get(0).score(history, scores);
            double factor = factor(0, scores);
            for (int i = 0; i < items; i++) {
                scores[i] = (float) (factor * scores[i]);
            }
            return;
        }
        double[] sum = new double[items];
        for (int m = 0; m < scorers.size(); m++) {
            scorers.get(m).score(history, scores);
            double factor = factor(m, scores);
            if (factor == 0) {
                continue;
            }
            for (int i = 0; i < items; i++) {
                sum[i] += factor * scores[i];
            }
        }
        for (int i = 0; i < items; i++) {
            scores[i] = (float) sum[i];
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        double[] factor = factors(history);
        List<Contribution> parts = new ArrayList<>();
        for (int m = 0; m < factor.length; m++) {
            if (factor[m] == 0) {
                continue;
            }
            for (Contribution part : scorers.get(m).explain(history, item)) {
                parts.add(new Contribution(part.kind(), part.source(), factor[m] * part.value()));
            }
        }
        return parts;
    }

    /** What each component's scores are multiplied by for a history. */
    private double[] factors(History history) {
        Factors known = last;
        if (known != null && known.history().get() == history) {
            return known.factor();
        }
        float[] scores = new float[items];
        double[] factor = new double[weight.length];
        Arrays.setAll(factor, m -> {
            scorers.get(m).score(history, scores);
            return factor(m, scores);
        });
        last = new Factors(new WeakReference<>(history), factor);
        return factor;
    }

    private double factor(int component, float[] scores) {
        double by = scale[component].of(scores);
        double factor = by > 0 ? weight[component] / by : 0;
        // Denormal scores would make an infinite factor: they say nothing.
        return Double.isFinite(factor) ? factor : 0;
    }
}
