package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Scores that are the same for everybody and need no training: counted from all events kept so far. Immutable. */
public final class SharedScores implements Scorer {
    private final Contribution.Kind kind;
    private final float[] values;

    private SharedScores(Contribution.Kind kind, float[] values) {
        this.kind = kind;
        this.values = values;
    }

    /** The values of this many items. */
    public static SharedScores of(Contribution.Kind kind, int items, IntToDoubleFunction value) {
        float[] values = new float[items];
        for (int item = 0; item < items; item++) {
            values[item] = (float) value.applyAsDouble(item);
        }
        return new SharedScores(kind, values);
    }

    @Override
    public int items() {
        return values.length;
    }

    @Override
    public void score(History history, float[] scores) {
        System.arraycopy(values, 0, scores, 0, values.length);
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        return values[item] == 0 ? List.of() : List.of(Contribution.of(kind, values[item]));
    }
}
