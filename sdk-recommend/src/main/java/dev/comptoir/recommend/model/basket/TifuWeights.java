package dev.comptoir.recommend.model.basket;

import dev.comptoir.recommend.interaction.History;

/**
 * The personal item frequency of TIFU-KNN: baskets fade within their group, groups fade one after the other.
 *
 * @param groups how many groups a long history is cut into
 * @param withinDecay what a basket keeps for each later basket
 * @param groupDecay what a group keeps for each later group
 * @param referenceCompatible as the published code computes it instead of as the paper says
 */
record TifuWeights(int groups, double withinDecay, double groupDecay, boolean referenceCompatible)
        implements BasketWeights {
    /*
     * L baskets, m groups. If L < m each basket is a group; else base = floor(L / m), extra = L mod m: the first m - extra
     * groups hold base baskets, the last extra hold base + 1. With g groups in all,
     *   v = (1/g) sum over groups of groupDecay^(later groups) * mean over its baskets of withinDecay^(later baskets).
     * Paper: later baskets are those of the same group, later groups those there are. Published code: later baskets are those
     * of the whole history, and m - 1 - (number of the group) even where there are fewer than m groups.
     */
    @Override
    public float[] of(History history) {
        int baskets = history.baskets();
        int count = Math.min(groups, baskets);
        float[] weights = new float[baskets];
        int basket = 0;
        for (int group = 0; group < count; group++) {
            int extra = baskets % count;
            int size = baskets / count + (group >= count - extra ? 1 : 0);
            double fade = Math.pow(groupDecay, (referenceCompatible ? groups : count) - 1 - group);
            int end = basket + size;
            for (; basket < end; basket++) {
                int later = (referenceCompatible ? baskets : end) - 1 - basket;
                weights[basket] = (float) (fade * Math.pow(withinDecay, later) / size / count);
            }
        }
        return weights;
    }
}
