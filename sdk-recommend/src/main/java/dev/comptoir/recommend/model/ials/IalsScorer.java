package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Folds a history in and scores all items. Immutable and thread-safe. */
final class IalsScorer implements Scorer {
    private final Ials model;

    IalsScorer(Ials model) {
        this.model = model;
    }

    @Override
    public int items() {
        return model.items();
    }

    @Override
    public void score(History history, float[] scores) {
        model.score(model.foldIn(known(history)), scores);
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        int[] known = known(history);
        float[] parts = model.contributions(known, item);
        List<Contribution> contributions = new ArrayList<>();
        for (int k = 0; k < known.length; k++) {
            contributions.add(new Contribution(Contribution.Kind.BOUGHT_TOGETHER, known[k], parts[k]));
        }
        return contributions;
    }

    /** The history's distinct items that were there in training. */
    private int[] known(History history) {
        int[] items = new int[history.distinct()];
        int size = 0;
        for (int k = 0; k < items.length && history.item(k) < model.items(); k++) {
            items[size++] = history.item(k);
        }
        return Arrays.copyOf(items, size);
    }
}
