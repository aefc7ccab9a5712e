package dev.comptoir.recommend;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.consent.Purpose;
import dev.comptoir.recommend.interaction.UserHistory;
import dev.comptoir.recommend.rank.TopItems;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What one business may offer to whom, and why. Thread-safe; make one per business and keep it.
 *
 * <p>Every answer counts all events kept so far: own purchases and popularity are brought up to date at each request. What is
 * bought together (EASE) is trained at the first request, and again with new events as long as that takes a few hundredths of a
 * second; in shops with more than some 600 products call {@link #refresh()} or {@link #refreshAsync()}, for example every
 * night. The first request of a large shop waits for the training: about a second for 2,000 products, eight times as long for
 * twice as many.
 *
 * <p>Only what the {@linkplain Catalog#offers catalogue offers} is recommended. Somebody unknown gets what sells well. Equal
 * scores are ordered by popularity, then by product id: the same events always give the same answer, in whatever order they
 * arrived and however many threads work.
 *
 * <p>What is held in memory, about 30 bytes a line of a receipt and 2 bytes for each pair of products, is held softly: the
 * garbage collector takes it back from businesses that have long been idle when memory is short, {@link #release()} gives it
 * back at once, and the next request builds it anew from the log.
 */
public final class Recommender {
    /** Products that fewer of their buyers buy again are not offered to those who have them. */
    private static final double USUAL_REBUY_RATE = 0.05;

    private final Business business;
    private final RecommendSettings settings;

    /** Guarded by {@code this}. */
    private SoftReference<ShopState> state = new SoftReference<>(null);

    private Recommender(Business business, RecommendSettings settings) {
        this.business = business;
        this.settings = settings;
    }

    /** A recommender with the defaults. Costs nothing until it is asked. */
    public static Recommender of(Business business) {
        return builder(business).build();
    }

    /** Begins a recommender with other settings. */
    public static Builder builder(Business business) {
        return new Builder(business);
    }

    /**
     * What to offer to a customer next: what they buy regularly, what goes with it, and what sells well.
     *
     * @param limit at most so many, at least 1
     */
    public List<Recommendation> forCustomer(CustomerId customer, int limit) {
        return recommend(RecommendRequest.forCustomer(customer).withLimit(limit));
    }

    /**
     * The same for many customers, in the order given; everybody gets an entry.
     *
     * @param limit at most so many for each, at least 1
     */
    public Map<CustomerId, List<Recommendation>> forCustomers(Collection<CustomerId> customers, int limit) {
        Map<CustomerId, List<Recommendation>> lists = new LinkedHashMap<>();
        for (CustomerId customer : customers) {
            lists.computeIfAbsent(customer, one -> forCustomer(one, limit));
        }
        return lists;
    }

    /**
     * What goes with a product: what the same customers have, then what stands in the same category, then what sells well.
     *
     * @param product need not be sold or listed yet
     * @param limit at most so many, at least 1
     */
    public List<Recommendation> similarTo(ProductId product, int limit) {
        return recommend(RecommendRequest.similarTo(product).withLimit(limit));
    }

    /**
     * What a customer may buy once more; empty for somebody who has bought nothing.
     *
     * @param limit at most so many, at least 1
     */
    public List<Recommendation> buyAgain(CustomerId customer, int limit) {
        return recommend(RecommendRequest.buyAgain(customer).withLimit(limit));
    }

    /**
     * What to add to a basket; for an empty one, what sells well.
     *
     * @param basket products that are never sold yet are passed over
     * @param limit at most so many, at least 1
     */
    public List<Recommendation> completeBasket(Collection<ProductId> basket, int limit) {
        return recommend(RecommendRequest.completeBasket(basket).withLimit(limit));
    }

    /**
     * Answers any request. Cost: the number of products times the number of products that the customer has.
     *
     * @return the best first, at most as many as asked for; fewer where the shop has no more to offer
     * @throws dev.comptoir.error.ConsentRequiredException if the request says what it is for, and the customer has not allowed it
     * @throws dev.comptoir.error.StoreException if the events could not be read
     */
    public List<Recommendation> recommend(RecommendRequest request) {
        Purpose purpose = request.purpose();
        CustomerId customer = request.customer();
        if (purpose != null && customer != null) {
            business.consents().require(customer, purpose);
        }
        Catalog catalog = business.catalog();
        ShopState.Moment moment = state().moment(request.customer(), request.products());
        Scores scores = Scores.of(request, moment, catalog, settings);
        int[] best = new TopItems(
                        scores.totals(),
                        scores.popularity,
                        (left, right) -> scores.products.get(left).compareTo(scores.products.get(right)))
                .choose(request.limit(), allowed(request, moment, scores.products, catalog));
        Explainer explainer = new Explainer(
                scores,
                moment,
                catalog,
                business.settings().zone(),
                business.settings().language());
        return Arrays.stream(best).mapToObj(explainer::explain).toList();
    }

    /** Trains on everything kept so far, and returns when that is done. Requests meanwhile use what was trained before. */
    public void refresh() {
        state().refresh();
    }

    /** The same on the engine's executor. */
    public CompletableFuture<Void> refreshAsync() {
        return CompletableFuture.runAsync(this::refresh, business.executor());
    }

    /** Which models have their say now, and why others are silent. May train, as a request does. */
    public List<ModelStatus> status() {
        Locale language = business.settings().language();
        boolean french = language.getLanguage().equals(Locale.FRENCH.getLanguage());
        ShopState.Moment moment = state().moment(null, List.of());
        boolean sold = moment.shop().popularity().items() > 0;
        String nothing = french ? "aucune vente" : "no sales yet";
        String fresh = french ? "à jour" : "up to date";
        return List.of(
                new ModelStatus("popularity", sold, sold ? fresh : nothing),
                new ModelStatus("repeat", sold, sold ? fresh : nothing),
                new ModelStatus("ease", moment.ease().active(), moment.ease().text(settings, french)));
    }

    /** Gives back all memory. The next request builds it anew from the log, at the cost of a first request. */
    public synchronized void release() {
        state.clear();
    }

    private synchronized ShopState state() {
        ShopState current = state.get();
        if (current == null) {
            current = new ShopState(business, settings);
            state = new SoftReference<>(current);
        }
        return current;
    }

    private static IntPredicate allowed(
            RecommendRequest request, ShopState.Moment moment, List<ProductId> products, Catalog catalog) {
        Set<ProductId> refused = new HashSet<>(request.excluded());
        refused.addAll(request.products());
        boolean again = request.operation() == RecommendRequest.Operation.BUY_AGAIN;
        for (UserHistory.Item bought : moment.history().items()) {
            boolean refuse = switch (request.alreadyBought()) {
                case INCLUDED -> false;
                case EXCLUDED -> true;
                case AS_USUAL -> moment.shop().repeat().rebuyRate(bought.item()) < USUAL_REBUY_RATE;
            };
            if (refuse && !again) {
                refused.add(products.get(bought.item()));
            }
        }
        @Nullable String category = request.category();
        return item -> {
            ProductId product = products.get(item);
            return !refused.contains(product)
                    && catalog.offers(product)
                    && (category == null || Scores.isIn(catalog, product, category));
        };
    }

    /** Collects the settings of a recommender. Not thread-safe. */
    public static final class Builder {
        private final Business business;
        private final RecommendSettings defaults = RecommendSettings.defaults();
        private Duration halfLife = Duration.ofDays(60);
        private double regularization = defaults.regularization();
        private double repeatWeight = defaults.repeatWeight();
        private double togetherWeight = defaults.togetherWeight();
        private double popularityWeight = defaults.popularityWeight();
        private int maxDenseItems = defaults.maxDenseItems();

        private Builder(Business business) {
            this.business = business;
        }

        /** After how long a purchase counts half; 60 days by default. Bakeries take less, furniture shops more. */
        public Builder halfLife(Duration halfLife) {
            this.halfLife = halfLife;
            return this;
        }

        /** How cautious EASE is, above 0; 300 by default, 10 to 10,000 are usual: larger where customers buy little. */
        public Builder regularization(double regularization) {
            this.regularization = regularization;
            return this;
        }

        /** What own purchases count in {@link #forCustomer}, 0 or more; 1 by default. */
        public Builder repeatWeight(double repeatWeight) {
            this.repeatWeight = repeatWeight;
            return this;
        }

        /**
         * What products bought by the same customers count in {@link #forCustomer}, 0 or more; 0.2 by default, more suits
         * shops where little is bought twice. 0 silences EASE everywhere and spares its training.
         */
        public Builder togetherWeight(double togetherWeight) {
            this.togetherWeight = togetherWeight;
            return this;
        }

        /** What popularity counts in {@link #forCustomer}, 0 or more; 0.05 by default, so that it fills up. */
        public Builder popularityWeight(double popularityWeight) {
            this.popularityWeight = popularityWeight;
            return this;
        }

        /** Above so many products EASE stays silent, for it needs 2 bytes for each pair of them; 10,000 by default. */
        public Builder maxDenseItems(int maxDenseItems) {
            this.maxDenseItems = maxDenseItems;
            return this;
        }

        /**
         * The recommender.
         *
         * @throws IllegalArgumentException if a setting lies outside its range
         */
        public Recommender build() {
            return new Recommender(
                    business,
                    new RecommendSettings(
                            halfLife.toMillis() / 86_400_000.0,
                            regularization,
                            repeatWeight,
                            togetherWeight,
                            popularityWeight,
                            maxDenseItems,
                            defaults.threads()));
        }
    }
}
