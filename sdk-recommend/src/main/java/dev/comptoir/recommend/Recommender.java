package dev.comptoir.recommend;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.consent.Purpose;
import dev.comptoir.rank.CandidateRanker;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.imported.ImportedAlgorithm;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Family;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.SelectionProgress;
import dev.comptoir.recommend.select.SelectionReport;
import dev.comptoir.recommend.select.Surface;
import dev.comptoir.recommend.serve.Moment;
import dev.comptoir.recommend.serve.Popularity;
import dev.comptoir.recommend.serve.ShopState;
import dev.comptoir.recommend.serve.Silence;
import dev.comptoir.recommend.serve.TrainingListener;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one business may offer to whom, and why. Thread-safe; make one per business and keep it.
 *
 * <p>Every answer counts all events kept so far: what a customer bought, and what sells, is brought up to date at each request.
 * What is learnt from everybody (what is bought together, by whom, after what) is learnt at the first request, and again with
 * new events as long as that takes a few hundredths of a second; in shops with more than some 600 products call
 * {@link #refresh()} or {@link #refreshAsync()}, for example every night. What was learnt is kept with the business, so that
 * only the very first request of a large shop waits for it: about half a second for 3,500 products.
 *
 * <p>Only what the {@linkplain Catalog#offers catalogue offers} is recommended, and a list is as long as was asked for wherever
 * there is enough to offer. Somebody unknown gets what sells well. Equal scores are ordered by popularity, then by product id:
 * the same events always give the same answer, in whatever order they arrived and however many threads work.
 *
 * <p>What is held in memory, about 30 bytes a line of a receipt and 4 bytes for each pair of products, is held softly: the
 * garbage collector takes it back from businesses that have long been idle when memory is short, {@link #release()} gives it
 * back at once, and the next request builds it anew from the log.
 */
public final class Recommender {
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
     * When a customer will want what they bought before: the most pressing first, products that hardly anybody buys twice left
     * out. Empty for somebody who has bought nothing.
     *
     * @param limit at most so many, at least 1
     */
    public List<Replenishment> due(CustomerId customer, int limit) {
        return new Replenishments(business, state().moment(customer)).list(limit);
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
     * What to show to somebody who looks around: what others looked at or bought after the same products.
     *
     * @param viewed what they looked at, in that order; products that are never sold or listed are passed over
     * @param limit at most so many, at least 1
     */
    public List<Recommendation> duringSession(List<ProductId> viewed, int limit) {
        return recommend(RecommendRequest.duringSession(viewed).withLimit(limit));
    }

    /**
     * What sells better this week than in the weeks before, then what sells well.
     *
     * @param limit at most so many, at least 1
     */
    public List<Recommendation> trending(int limit) {
        return recommend(RecommendRequest.trending().withLimit(limit));
    }

    /**
     * Whom to tell about a product: those who buy it, what goes with it, or from its category. For a new arrival, which nobody
     * has yet, its category and words decide. Cost: the number of customers times what each has bought.
     *
     * @param product need not be sold yet
     * @param limit at most so many, at least 1
     * @return the most likely first; empty where nothing connects anybody with the product
     */
    public List<Prospect> customersFor(ProductId product, int limit) {
        return new Prospects(business).find(state(), product, limit, null);
    }

    /**
     * The same among those who have allowed it.
     *
     * @param purpose what the list is for; customers who have not allowed that are left out
     */
    public List<Prospect> customersFor(ProductId product, int limit, Purpose purpose) {
        return new Prospects(business).find(state(), product, limit, purpose);
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
        return new Answer(business, state().moment(customer), request).list();
    }

    /** Trains on everything kept so far, and returns when that is done. Requests meanwhile use what was trained before. */
    public void refresh() {
        state().refresh(TrainingListener.NONE);
    }

    /**
     * The same on the engine's executor. Each model is kept when it is learnt: where a process ends in the midst, the next
     * refresh goes on with those that are missing, as long as nothing new was sold.
     */
    public CompletableFuture<Void> refreshAsync() {
        return CompletableFuture.runAsync(this::refresh, business.executor());
    }

    /** The same, telling how far it is; {@code progress} is called on the executor and must be quick. */
    public CompletableFuture<Void> refreshAsync(Consumer<TrainingProgress> progress) {
        return CompletableFuture.runAsync(
                () -> state().refresh(
                                (model, done, total) -> progress.accept(new TrainingProgress(model, done, total))),
                business.executor());
    }

    /**
     * Chooses the models and their blend for each kind of answer by this business's own past: asks every candidate what
     * customers bought next, fits weights, and changes what serves only where the data say that it is better. What was chosen is
     * kept with the business. Takes seconds for a small shop and minutes for a large one; requests go on meanwhile. Once a month
     * is plenty.
     *
     * @return one report for each surface that the past tells something about: what was chosen, by how much, what could not be
     *     told; none for a business without a history
     */
    public List<SelectionReport> auto() {
        return auto(SelectionProgress.NONE);
    }

    /** The same, telling how far it is; {@code progress} is called on this thread. */
    public List<SelectionReport> auto(SelectionProgress progress) {
        return state().choose(progress);
    }

    /** The same on the engine's executor. */
    public CompletableFuture<List<SelectionReport>> autoAsync(SelectionProgress progress) {
        return CompletableFuture.supplyAsync(() -> auto(progress), business.executor());
    }

    /** Which models have their say now, and why others are silent. May train, as a request does. */
    public List<ModelStatus> status() {
        boolean french = business.settings().language().getLanguage().equals(Locale.FRENCH.getLanguage());
        Moment moment = state().moment(null);
        boolean sold = moment.shop().popularity().anything();
        String nothing = french ? "aucune vente" : "no sales yet";
        int items = moment.models().items();
        String learnt = french ? items + " produits appris" : "learnt from " + items + " products";
        Map<String, ModelStatus> status = new TreeMap<>();
        moment.models().lineup().names().forEach((key, name) -> {
            Silence silence = moment.models().silence(key);
            String text = silence != null ? silence.text(french) : sold ? learnt : nothing;
            status.putIfAbsent(name, new ModelStatus(name, silence == null && sold, text));
        });
        return List.copyOf(status.values());
    }

    /** Gives back all memory. The next request builds it anew from the log, at the cost of a first request. */
    public synchronized void release() {
        state.clear();
    }

    private synchronized ShopState state() {
        ShopState current = state.get();
        if (current == null) {
            current = ShopState.of(
                    business,
                    settings.popularity(),
                    settings.portfolio(),
                    settings.choices(),
                    settings.limits(),
                    settings.embeddings(),
                    settings.threads());
            state = new SoftReference<>(current);
        }
        return current;
    }

    /** Collects the settings of a recommender. Not thread-safe. */
    public static final class Builder {
        /** What an imported ranker is told of: our own models that say most at least cost. */
        private static final List<Algorithm> SOURCES = List.of(
                Portfolio.standard().named("up-cf", Map.of()),
                Portfolio.standard().named("repeat", Map.of()),
                Portfolio.standard().named("recent-popularity", Map.of()));

        private final Business business;
        private final Map<Surface, Choice> choices = new EnumMap<>(Surface.class);
        private Duration halfLife = Duration.ofDays(60);
        private Limits limits = Limits.usual();
        private double viewWeight;
        private @Nullable CandidateRanker ranker;
        private @Nullable EmbeddingModel embeddings;

        private Builder(Business business) {
            this.business = business;
        }

        /**
         * After how long a sale counts half for what is popular, and a purchase for what speaks where models are silent; 60 days
         * by default. Bakeries take less, furniture shops more.
         */
        public Builder halfLife(Duration halfLife) {
            this.halfLife = halfLife;
            return this;
        }

        /** What a look at a product counts beside a sale in what is popular: 0, which is the default, to 1. */
        public Builder viewWeight(double viewWeight) {
            this.viewWeight = viewWeight;
            return this;
        }

        /**
         * A ranker that was trained elsewhere, as one more model by the name of {@code ranker}: a choice may name it, and
         * {@link #auto} tries it. It may ask for the scores {@code score_up_cf}, {@code score_repeat}, {@code score_popularity}
         * and for counts, as {@link CandidateRanker} says. It stays the caller's and is not closed.
         *
         * @throws dev.comptoir.error.ModelException from {@link #build}, if it asks for a feature that there is not
         */
        public Builder ranker(CandidateRanker ranker) {
            this.ranker = ranker;
            return this;
        }

        /**
         * Which models answer on a surface, for example a {@link dev.comptoir.recommend.select.SelectionReport#choice} of before,
         * read by {@link Choice#fromJson}. Without one, what {@link #auto} chose for this business, otherwise what is usual.
         */
        public Builder choice(Choice choice) {
            choices.put(choice.surface(), choice);
            return this;
        }

        /**
         * Compares products by the vectors of their titles, categories and descriptions, where otherwise their words are compared.
         * Each text is embedded once, in training, and kept with the business; the model stays the caller's and is not closed.
         * Where it fails, {@link Recommender#refresh()} says so, and requests go by words until the next training.
         * Needs langchain4j-core, which whoever brings a model has.
         */
        @SuppressWarnings("exports") // A module without a name of its own cannot be required for others.
        public Builder embeddings(EmbeddingModel embeddings) {
            this.embeddings = embeddings;
            return this;
        }

        /** What models may cost; those that would take more stay silent and say so, and others speak in their place. */
        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /**
         * The recommender.
         *
         * @throws IllegalArgumentException if a setting lies outside its range, or a choice names a model that is not there
         */
        public Recommender build() {
            Portfolio portfolio = Portfolio.standard();
            CandidateRanker imported = ranker;
            if (imported != null) {
                portfolio = portfolio.with(
                        Family.of("ranker", Map.of(), none -> ImportedAlgorithm.of(imported, SOURCES)),
                        Surface.FOR_CUSTOMER,
                        Surface.DISCOVER);
            }
            choices.values().forEach(portfolio::blend);
            return new Recommender(
                    business,
                    new RecommendSettings(
                            new Popularity(halfLife.toMillis() / 86_400_000.0, viewWeight),
                            portfolio,
                            limits,
                            choices,
                            embeddings,
                            Runtime.getRuntime().availableProcessors()));
        }
    }
}
