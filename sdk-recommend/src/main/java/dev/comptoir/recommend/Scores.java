package dev.comptoir.recommend;

import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import dev.comptoir.recommend.interaction.UserHistory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each component says for each candidate of one request. Made and read by one thread. */
final class Scores {
    /*
     * score = repeatWeight * repeat + togetherWeight * together + categoryWeight * category + popularityWeight * popularity
     *   repeat      personal frequency and recency, 0 to 1 (RepeatModel)
     *   together    EASE over what the customer has, or over the products of the request; around 0 to 1, may be negative.
     *               A customer's products count by recency, newest 1: training stays binary, as in the paper.
     *   category    1 in the category of the product asked about, otherwise 0
     *   popularity  share of the best seller's, 0 to 1 (DecayedPopularity)
     * For customers the weights are settings; the defaults were chosen on the last baskets of a supermarket (Ta Feng), where
     * more weight on EASE or popularity hid what people buy anyway. Around single products, where nothing is personal, what is
     * bought together leads, and the others fill up.
     */
    private static final double TOGETHER_AROUND_PRODUCTS = 1;
    private static final double CATEGORY_AROUND_PRODUCTS = 0.05;
    private static final double POPULARITY_AROUND_PRODUCTS = 0.01;

    final List<ProductId> products;
    final double[] repeat;
    final double[] together;
    final double[] category;
    final double[] popularity;
    final double repeatWeight;
    final double togetherWeight;
    final double categoryWeight;
    final double popularityWeight;
    /** What the customer has, or what was asked about: item indexes and how much each counts. */
    final int[] sources;

    final double[] sourceWeights;
    final @Nullable String categoryName;

    private Scores(RecommendRequest request, ShopState.Moment moment, Catalog catalog, RecommendSettings settings) {
        boolean personal = request.customer() != null;
        boolean again = request.operation() == RecommendRequest.Operation.BUY_AGAIN;
        repeatWeight = again ? 1 : personal ? settings.repeatWeight() : 0;
        if (personal) {
            togetherWeight = again ? 0 : settings.togetherWeight();
            categoryWeight = 0;
            popularityWeight = again ? 0 : settings.popularityWeight();
        } else {
            togetherWeight = settings.togetherWeight() > 0 ? TOGETHER_AROUND_PRODUCTS : 0;
            categoryWeight = CATEGORY_AROUND_PRODUCTS;
            popularityWeight = POPULARITY_AROUND_PRODUCTS;
        }
        categoryName = request.operation() == RecommendRequest.Operation.SIMILAR
                ? category(catalog, request.products().get(0)).orElse(null)
                : null;

        List<ProductId> sold = moment.shop().products();
        products = new ArrayList<>(sold);
        if (categoryName != null) {
            addUnsold(new HashSet<>(sold), catalog);
        }
        repeat = new double[products.size()];
        together = new double[products.size()];
        category = new double[products.size()];
        popularity = new double[products.size()];

        UserHistory history = moment.history();
        sources = personal
                ? history.items().stream().mapToInt(UserHistory.Item::item).toArray()
                : moment.anchors().stream().mapToInt(Integer::intValue).toArray();
        sourceWeights = new double[sources.length];
        double[] repeated =
                history.isEmpty() ? new double[0] : moment.shop().repeat().values(history);
        for (int k = 0; k < sources.length; k++) {
            if (personal) {
                repeat[sources[k]] = repeated[k];
                sourceWeights[k] = moment.shop()
                        .repeat()
                        .weight(history, history.items().get(k).positions().get(0));
            } else {
                sourceWeights[k] = 1;
            }
        }
        if (togetherWeight > 0) {
            moment.ease().score(sources, sourceWeights, together);
        }
        for (int item = 0; item < products.size(); item++) {
            popularity[item] = item < sold.size() ? moment.shop().popularity().share(item) : 0;
            if (categoryName != null && isIn(catalog, products.get(item), categoryName)) {
                category[item] = 1;
            }
        }
    }

    static Scores of(RecommendRequest request, ShopState.Moment moment, Catalog catalog, RecommendSettings settings) {
        return new Scores(request, moment, catalog, settings);
    }

    /** The score of every candidate. */
    double[] totals() {
        double[] totals = new double[products.size()];
        for (int item = 0; item < totals.length; item++) {
            totals[item] = repeatWeight * repeat[item]
                    + togetherWeight * together[item]
                    + categoryWeight * category[item]
                    + popularityWeight * popularity[item];
        }
        return totals;
    }

    private void addUnsold(Set<ProductId> sold, Catalog catalog) {
        for (Product product : catalog.all()) {
            if (Objects.equals(product.category(), categoryName) && !sold.contains(product.id())) {
                products.add(product.id());
            }
        }
    }

    private static Optional<String> category(Catalog catalog, ProductId product) {
        return catalog.find(product).map(listed -> listed.category());
    }

    /** Whether the catalogue lists a product in a category. */
    static boolean isIn(Catalog catalog, ProductId product, String category) {
        return category(catalog, product).filter(category::equals).isPresent();
    }
}
