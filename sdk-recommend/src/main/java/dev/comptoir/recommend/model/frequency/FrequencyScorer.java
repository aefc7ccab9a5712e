package dev.comptoir.recommend.model.frequency;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.frequency.FrequencyAlgorithm.Ties;
import dev.comptoir.recommend.model.popularity.PopularityScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts of a user's baskets with each item, told apart where they are equal. Immutable and thread-safe. */
public final class FrequencyScorer implements Scorer {
    /*
     * Li, Jullien, Ariannezhad, de Rijke: "A Next Basket Recommendation Reality Check", TOIS 2023.
     *   score = count + tie, 0 <= tie < 1, for own items; popularity share * BELOW_ONE for the others if filled.
     * Single precision tells ties apart up to some thousand baskets with an item; beyond, the smaller index comes first.
     */
    private static final float BELOW_ONE = 0.999f;

    private final Ties ties;
    private final boolean filled;
    private final PopularityScorer popularity;

    FrequencyScorer(Ties ties, boolean filled, PopularityScorer popularity) {
        this.ties = ties;
        this.filled = filled;
        this.popularity = popularity;
    }

    @Override
    public int items() {
        return popularity.items();
    }

    @Override
    public void score(History history, float[] scores) {
        if (filled) {
            for (int item = 0; item < popularity.items(); item++) {
                scores[item] = BELOW_ONE * popularity.share(item);
            }
        } else {
            Arrays.fill(scores, 0, popularity.items(), 0);
        }
        int[] order = ties == Ties.INSERTION ? order(history) : new int[0];
        for (int k = 0; k < history.distinct() && history.item(k) < popularity.items(); k++) {
            scores[history.item(k)] = history.count(k) + tie(history, k, order);
        }
    }

    private float tie(History history, int k, int[] order) {
        return switch (ties) {
            case INSERTION -> BELOW_ONE * (1 - (float) order[k] / history.distinct());
            case RECENCY ->
                BELOW_ONE * (history.lastBasket(k) + BELOW_ONE * popularity.share(history.item(k))) / history.baskets();
            case POPULARITY -> BELOW_ONE * popularity.share(history.item(k));
        };
    }

    /** How many other items were first bought before each of the history's. */
    private static int[] order(History history) {
        int[] order = new int[history.distinct()];
        Arrays.fill(order, -1);
        int met = 0;
        for (int basket = 0; basket < history.baskets(); basket++) {
            for (int k = 0; k < history.basketSize(basket); k++) {
                int at = history.find(history.item(basket, k));
                if (order[at] < 0) {
                    order[at] = met++;
                }
            }
        }
        return order;
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        List<Contribution> parts = new ArrayList<>();
        int at = history.find(item);
        if (at >= 0) {
            int[] order = ties == Ties.INSERTION ? order(history) : new int[0];
            parts.add(new Contribution(
                    Contribution.Kind.OWN_PURCHASES, item, history.count(at) + tie(history, at, order)));
        } else if (filled) {
            parts.add(Contribution.of(Contribution.Kind.POPULAR, BELOW_ONE * popularity.share(item)));
        }
        return parts;
    }
}
