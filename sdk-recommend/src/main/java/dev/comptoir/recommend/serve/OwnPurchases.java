package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.repeat.RepeatModel;
import java.util.Arrays;
import java.util.List;

/** What the customer's own purchases say, counted from all events kept so far: 0 to 1. Immutable. */
record OwnPurchases(int items, RepeatModel model) implements Scorer {
    @Override
    public void score(History history, float[] scores) {
        Arrays.fill(scores, 0, items, 0);
        if (!history.isEmpty()) {
            double[] own = model.values(history);
            for (int k = 0; k < own.length; k++) {
                scores[history.item(k)] = (float) own[k];
            }
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        int k = history.find(item);
        return k < 0
                ? List.of()
                : List.of(Contribution.of(Contribution.Kind.OWN_PURCHASES, (float) model.values(history)[k]));
    }
}
