package dev.comptoir.recommend;

import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Scale;
import dev.comptoir.recommend.select.Surface;
import dev.comptoir.recommend.serve.CategoryAffinity;
import dev.comptoir.recommend.serve.Lineup;
import dev.comptoir.recommend.serve.Moment;
import dev.comptoir.recommend.serve.Part;
import java.util.ArrayList;
import java.util.List;

/** What each kind of answer is made of: the models chosen for its surface, and what fills up where these are silent. */
final class Parts {
    /*
     * score = sum over the models of the surface's choice of weight * value / scale
     *   + FILL * what is counted without training, in the order in which it is to speak:
     *     own purchases of products that are newer than the models, text and category around a product, popularity.
     */
    private static final double TEXT_AROUND_PRODUCTS = 0.1;
    private static final double CATEGORY_AROUND_PRODUCTS = 0.05;
    private static final double OWN_FILL = 1e-3;
    private static final double POPULARITY_FILL = 1e-5;
    private static final double TEXT_FOR_PROSPECTS = 0.2;
    private static final double CATEGORY_FOR_PROSPECTS = 0.2;

    private Parts() {}

    static List<Part> of(RecommendRequest.Operation operation, Moment moment) {
        List<Part> parts = new ArrayList<>();
        switch (operation) {
            case FOR_CUSTOMER -> {
                if (moment.history().isEmpty()) {
                    // Nobody's history says nothing: what sells well now speaks, and not what ever did.
                    return List.of(Part.of(moment.shop().popular(), 1));
                }
                chosen(parts, Surface.FOR_CUSTOMER, moment);
                parts.add(Part.of(moment.shop().ownPurchases(), OWN_FILL));
            }
            case BUY_AGAIN -> {
                chosen(parts, Surface.BUY_AGAIN, moment);
                parts.add(Part.of(moment.shop().ownPurchases(), OWN_FILL));
            }
            case SIMILAR -> {
                chosen(parts, Surface.SIMILAR, moment);
                Scorer text = moment.models().scorer(Lineup.CONTENT);
                if (text != null) {
                    parts.add(new Part(text, TEXT_AROUND_PRODUCTS, Scale.MAXIMUM));
                }
                parts.add(Part.of(categories(moment), CATEGORY_AROUND_PRODUCTS));
            }
            case COMPLETE_BASKET -> chosen(parts, Surface.COMPLETE_BASKET, moment);
            case SESSION -> chosen(parts, Surface.SESSION, moment);
            case TRENDING -> parts.add(Part.of(moment.shop().trending(), 1));
        }
        parts.add(Part.of(moment.shop().popular(), POPULARITY_FILL));
        return parts;
    }

    /** What connects a customer with one product. */
    static List<Part> forProspects(Moment moment) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(moment.shop().ownPurchases(), 1));
        Scorer together = moment.models().scorer(moment.models().lineup().together());
        if (together != null) {
            parts.add(Part.of(together, 1));
        }
        Scorer text = moment.models().scorer(Lineup.CONTENT);
        if (text != null) {
            parts.add(Part.of(text, TEXT_FOR_PROSPECTS));
        }
        parts.add(Part.of(categories(moment), CATEGORY_FOR_PROSPECTS));
        return parts;
    }

    private static void chosen(List<Part> parts, Surface surface, Moment moment) {
        for (Choice.Part part : moment.models().lineup().choice(surface).parts()) {
            Scorer scorer = moment.models().scorer(Lineup.key(surface, part));
            if (scorer != null) {
                parts.add(new Part(scorer, part.weight(), part.scale()));
            }
        }
    }

    private static CategoryAffinity categories(Moment moment) {
        return new CategoryAffinity(moment.assortment().features());
    }
}
