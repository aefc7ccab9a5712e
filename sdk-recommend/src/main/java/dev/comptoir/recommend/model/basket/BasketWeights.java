package dev.comptoir.recommend.model.basket;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.HalfLife;

/** What each basket of a history counts. */
interface BasketWeights {
    /** One weight per basket, oldest first; 0 for those left out. */
    float[] of(History history);

    /** Each basket halves with its age. */
    static BasketWeights halving(HalfLife halfLife) {
        return history -> {
            float[] weights = new float[history.baskets()];
            for (int b = 0; b < weights.length; b++) {
                weights[b] = (float) halfLife.weight(history, b);
            }
            return weights;
        };
    }

    /** The last baskets only, halving with age, with a sum of 1: a share of baskets. */
    static BasketWeights shares(int lastBaskets, HalfLife halfLife) {
        return history -> {
            float[] weights = new float[history.baskets()];
            int first = Math.max(0, weights.length - lastBaskets);
            double sum = 0;
            for (int b = first; b < weights.length; b++) {
                sum += halfLife.weight(history, b);
            }
            for (int b = first; b < weights.length; b++) {
                weights[b] = (float) (halfLife.weight(history, b) / sum);
            }
            return weights;
        };
    }
}
