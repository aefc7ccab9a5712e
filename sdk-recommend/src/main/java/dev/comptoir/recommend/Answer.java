package dev.comptoir.recommend;

import dev.comptoir.Business;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.ProductFilter;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.content.ContentScorer;
import dev.comptoir.recommend.rank.Boost;
import dev.comptoir.recommend.rank.Candidates;
import dev.comptoir.recommend.rank.CategoryMix;
import dev.comptoir.recommend.rank.Pin;
import dev.comptoir.recommend.rank.RankedList;
import dev.comptoir.recommend.rank.Reranking;
import dev.comptoir.recommend.rank.Similarity;
import dev.comptoir.recommend.serve.Assortment;
import dev.comptoir.recommend.serve.Blended;
import dev.comptoir.recommend.serve.Lineup;
import dev.comptoir.recommend.serve.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The answer to one request, made of one moment by one thread. */
final class Answer {
    /** Products that fewer of their buyers buy again are not offered to those who have them. */
    static final double USUAL_REBUY_RATE = 0.05;

    private static final double MIX_HALF_LIFE_DAYS = 180;
    /** How alike products of one category are where no words say more. */
    private static final float SAME_CATEGORY = 0.5f;

    private final Business business;
    private final Moment moment;
    private final Assortment assortment;
    private final RecommendRequest request;
    private final Catalog catalog;

    Answer(Business business, Moment moment, RecommendRequest request) {
        this.business = business;
        this.moment = moment;
        this.assortment = moment.assortment();
        this.request = request;
        this.catalog = business.catalog();
    }

    List<Recommendation> list() {
        Blended blended = Blended.of(Parts.of(request.operation(), moment), history(), assortment.size());
        boolean looks = request.operation() == RecommendRequest.Operation.SESSION
                && moment.models().visits();
        Explainer explainer = new Explainer(
                moment, catalog, business.settings().zone(), business.settings().language(), looks);
        return explainer.explain(blended, ranked(blended));
    }

    private RankedList ranked(Blended blended) {
        float[] popularity = new float[assortment.size()];
        moment.shop().popular().score(moment.history(), popularity);
        Candidates candidates = Candidates.of(blended.totals())
                .withTies(popularity)
                .withFilter(allowed())
                .withBoosts(boosts())
                .withPins(pins())
                .withSimilarity(similarity());
        if (request.rerank().calibration() > 0) {
            int[] group = assortment.categoryOf();
            double[] mix = CategoryMix.of(moment.history(), group, assortment.categories(), MIX_HALF_LIFE_DAYS);
            candidates = candidates.withMix(group, mix);
        }
        return Reranking.of(request.rerank()).rank(candidates);
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
        BitSet refused = new BitSet(assortment.size());
        refuse(request.excluded(), refused);
        refuse(request.products(), refused);
        History bought = moment.history();
        boolean again = request.operation() == RecommendRequest.Operation.BUY_AGAIN;
        for (int k = 0; k < bought.distinct() && !again; k++) {
            boolean refuse = switch (request.alreadyBought()) {
                case INCLUDED -> false;
                case EXCLUDED -> true;
                case AS_USUAL -> moment.shop().repeat().rebuyRate(bought.item(k)) < USUAL_REBUY_RATE;
            };
            if (refuse) {
                refused.set(bought.item(k));
            }
        }
        List<ProductFilter> filters = request.filters();
        return item -> (!again || bought.find(item) >= 0)
                && !refused.get(item)
                && assortment.offers(item)
                && (filters.isEmpty() || matchesAll(filters, assortment.product(item)));
    }

    private void refuse(Collection<ProductId> products, BitSet refused) {
        for (ProductId product : products) {
            int item = assortment.find(product);
            if (item >= 0) {
                refused.set(item);
            }
        }
    }

    private boolean matchesAll(List<ProductFilter> filters, ProductId product) {
        for (ProductFilter filter : filters) {
            if (!matches(filter, product)) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(ProductFilter filter, ProductId product) {
        Optional<Product> listed = catalog.find(product);
        return listed.isPresent() && filter.matches(listed.get());
    }

    private List<Boost> boosts() {
        return request.boosts().stream()
                .map(wish -> Boost.multiply(
                        wish.name(), wish.factor(), item -> matches(wish.products(), assortment.product(item))))
                .toList();
    }

    private List<Pin> pins() {
        List<Pin> pins = new ArrayList<>();
        request.pins().forEach((place, product) -> {
            int item = assortment.find(product);
            if (item >= 0) {
                pins.add(new Pin(item, place));
            }
        });
        return pins;
    }

    private Similarity similarity() {
        Scorer words = moment.models().scorer(Lineup.CONTENT);
        return (left, right) -> {
            float alike = words instanceof ContentScorer content && Math.max(left, right) < content.items()
                    ? content.similarity(left, right)
                    : 0;
            String category = assortment.features().category(left);
            boolean same = category != null
                    && Objects.equals(category, assortment.features().category(right));
            return same ? Math.max(alike, SAME_CATEGORY) : alike;
        };
    }
}
