package dev.comptoir.recommend;

import dev.comptoir.Business;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.rank.TopItems;
import dev.comptoir.recommend.serve.Assortment;
import dev.comptoir.recommend.serve.Blended;
import dev.comptoir.recommend.serve.Moment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The answer to one request, made of one moment by one thread. */
final class Answer {
    /** Products that fewer of their buyers buy again are not offered to those who have them. */
    static final double USUAL_REBUY_RATE = 0.05;

    private final Business business;
    private final RecommendSettings settings;
    private final Moment moment;
    private final Assortment assortment;
    private final RecommendRequest request;
    private final Catalog catalog;

    Answer(Business business, RecommendSettings settings, Moment moment, RecommendRequest request) {
        this.business = business;
        this.settings = settings;
        this.moment = moment;
        this.assortment = moment.assortment();
        this.request = request;
        this.catalog = business.catalog();
    }

    List<Recommendation> list() {
        Blended blended =
                Blended.of(new DefaultParts(settings).of(request.operation(), moment), history(), assortment.size());
        int[] best = new TopItems(
                        blended.totals(),
                        moment.shop().popularity()::share,
                        (left, right) -> assortment.product(left).compareTo(assortment.product(right)))
                .choose(request.limit(), allowed());
        Explainer explainer = new Explainer(
                moment, catalog, business.settings().zone(), business.settings().language());
        return Arrays.stream(best)
                .mapToObj(item -> explainer.explain(blended, item))
                .toList();
    }

    /** What the models are asked about: what the customer bought, or the products of the request. */
    private History history() {
        return switch (request.operation()) {
            case FOR_CUSTOMER, BUY_AGAIN -> moment.history();
            case SESSION -> viewed();
            case SIMILAR, COMPLETE_BASKET, TRENDING -> basket();
        };
    }

    private History basket() {
        int[] basket = request.products().stream()
                .mapToInt(assortment::find)
                .filter(item -> item >= 0)
                .sorted()
                .toArray();
        return basket.length == 0
                ? History.empty(moment.now())
                : History.of(moment.now(), new long[] {moment.now()}, new int[][] {basket});
    }

    private History viewed() {
        int[][] steps = request.products().stream()
                .mapToInt(assortment::find)
                .filter(item -> item >= 0)
                .mapToObj(item -> new int[] {item})
                .toArray(int[][]::new);
        long[] times = new long[steps.length];
        Arrays.fill(times, moment.now());
        return History.of(moment.now(), times, steps);
    }

    private IntPredicate allowed() {
        Set<ProductId> refused = new HashSet<>(request.excluded());
        refused.addAll(request.products());
        History bought = moment.history();
        boolean again = request.operation() == RecommendRequest.Operation.BUY_AGAIN;
        for (int k = 0; k < bought.distinct() && !again; k++) {
            boolean refuse = switch (request.alreadyBought()) {
                case INCLUDED -> false;
                case EXCLUDED -> true;
                case AS_USUAL -> moment.shop().repeat().rebuyRate(bought.item(k)) < USUAL_REBUY_RATE;
            };
            if (refuse) {
                refused.add(assortment.product(bought.item(k)));
            }
        }
        String category = request.category();
        return item -> {
            ProductId product = assortment.product(item);
            return (!again || bought.find(item) >= 0)
                    && !refused.contains(product)
                    && catalog.offers(product)
                    && (category == null
                            || category.equals(assortment.features().category(item)));
        };
    }
}
