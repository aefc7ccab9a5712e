package dev.comptoir.recommend;

import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.serve.CategoryAffinity;
import dev.comptoir.recommend.serve.Moment;
import dev.comptoir.recommend.serve.Part;
import java.util.ArrayList;
import java.util.List;

/** What each kind of answer is made of where nobody chose otherwise. Immutable. */
record DefaultParts(RecommendSettings settings) {
    /*
     * score = sum over parts of weight * value
     *   own purchases   personal frequency and recency, 0 to 1 (RepeatModel)
     *   together        EASE, or its sparse form, over what the customer has or the products of the request; around 0 to 1, may
     *                   be negative. A customer's products count by recency: training stays binary, as in the paper.
     *   session, text   as shares of the best item's
     *   category        the share of the products asked about that stand in the same one
     *   popularity      share of the best seller's, 0 to 1 (DecayedPopularity)
     * For customers the weights are settings; the defaults were chosen on the last baskets of a supermarket (Ta Feng), where
     * more weight on EASE or popularity hid what people buy anyway. Around single products, where nothing is personal, what is
     * bought together leads, and the others fill up.
     */
    private static final double TOGETHER_AROUND_PRODUCTS = 1;
    private static final double TEXT_AROUND_PRODUCTS = 0.05;
    private static final double CATEGORY_AROUND_PRODUCTS = 0.05;
    private static final double POPULARITY_AROUND_PRODUCTS = 0.01;
    private static final double SESSION = 1;
    private static final double POPULARITY_WHERE_TRENDING = 0.001;
    private static final double TEXT_FOR_PROSPECTS = 0.2;
    private static final double CATEGORY_FOR_PROSPECTS = 0.2;

    List<Part> of(RecommendRequest.Operation operation, Moment moment) {
        List<Part> parts = new ArrayList<>();
        switch (operation) {
            case FOR_CUSTOMER -> {
                parts.add(new Part(moment.shop().ownPurchases(), settings.repeatWeight(), false));
                together(parts, moment, settings.togetherWeight());
                parts.add(new Part(moment.shop().popular(), settings.popularityWeight(), false));
            }
            case BUY_AGAIN -> parts.add(new Part(moment.shop().ownPurchases(), 1, false));
            case SIMILAR, COMPLETE_BASKET -> {
                together(parts, moment, TOGETHER_AROUND_PRODUCTS);
                if (operation == RecommendRequest.Operation.SIMILAR) {
                    trained(parts, moment, RecommendSettings.CONTENT, TEXT_AROUND_PRODUCTS);
                    parts.add(new Part(
                            new CategoryAffinity(moment.assortment().features()), CATEGORY_AROUND_PRODUCTS, false));
                }
                parts.add(new Part(moment.shop().popular(), POPULARITY_AROUND_PRODUCTS, false));
            }
            case SESSION -> {
                trained(parts, moment, RecommendSettings.SESSION, SESSION);
                parts.add(new Part(moment.shop().popular(), POPULARITY_AROUND_PRODUCTS, false));
            }
            case TRENDING -> {
                parts.add(new Part(moment.shop().trending(), 1, false));
                parts.add(new Part(moment.shop().popular(), POPULARITY_WHERE_TRENDING, false));
            }
        }
        return parts;
    }

    /** What connects a customer with one product. */
    List<Part> forProspects(Moment moment) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(moment.shop().ownPurchases(), 1, false));
        together(parts, moment, TOGETHER_AROUND_PRODUCTS);
        Scorer text = moment.models().scorer(RecommendSettings.CONTENT);
        if (text != null) {
            parts.add(new Part(text, TEXT_FOR_PROSPECTS, false));
        }
        parts.add(new Part(new CategoryAffinity(moment.assortment().features()), CATEGORY_FOR_PROSPECTS, false));
        return parts;
    }

    private void together(List<Part> parts, Moment moment, double weight) {
        Scorer dense = moment.models().scorer(RecommendSettings.EASE);
        Scorer scorer = dense != null ? dense : moment.models().scorer(RecommendSettings.SPARSE);
        if (scorer != null && settings.togetherWeight() > 0 && weight > 0) {
            parts.add(new Part(scorer, weight, false));
        }
    }

    private static void trained(List<Part> parts, Moment moment, String component, double weight) {
        Scorer scorer = moment.models().scorer(component);
        if (scorer != null) {
            parts.add(new Part(scorer, weight, true));
        }
    }
}
