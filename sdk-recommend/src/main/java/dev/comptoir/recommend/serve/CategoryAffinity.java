package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The share of a history's items that stand in the same category: 0 to 1. What nobody put in one gets 0. Immutable. */
public record CategoryAffinity(ItemFeatures features) implements Scorer {
    @Override
    public int items() {
        return features.items();
    }

    @Override
    public void score(History history, float[] scores) {
        Map<String, Integer> counts = new HashMap<>();
        for (int k = 0; k < history.distinct(); k++) {
            String category = category(history.item(k));
            if (category != null) {
                counts.merge(category, 1, Integer::sum);
            }
        }
        for (int item = 0; item < items(); item++) {
            String category = features.category(item);
            int count = category == null ? 0 : counts.getOrDefault(category, 0);
            scores[item] = count == 0 ? 0 : (float) count / history.distinct();
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        String category = features.category(item);
        if (category == null) {
            return List.of();
        }
        int count = 0;
        for (int k = 0; k < history.distinct(); k++) {
            count += category.equals(category(history.item(k))) ? 1 : 0;
        }
        return count == 0
                ? List.of()
                : List.of(Contribution.of(Contribution.Kind.CATEGORY, (float) count / history.distinct()));
    }

    private @Nullable String category(int item) {
        return item < items() ? features.category(item) : null;
    }
}
