package dev.comptoir.recommend;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.ProductFilter;
import dev.comptoir.consent.Purpose;
import dev.comptoir.recommend.rank.RerankSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is asked for, with everything that can be asked. Immutable; every {@code with} method gives a changed copy. */
public final class RecommendRequest {
    enum Operation {
        FOR_CUSTOMER,
        BUY_AGAIN,
        SIMILAR,
        COMPLETE_BASKET,
        SESSION,
        TRENDING
    }

    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST_PRODUCTS = 10_000;

    private final Operation operation;
    private final @Nullable CustomerId customer;
    private final List<ProductId> products;
    private RerankSettings rerank = RerankSettings.of(DEFAULT_LIMIT);
    private List<ProductFilter> filters = List.of();
    private List<Wish> boosts = List.of();
    private SortedMap<Integer, ProductId> pins = new TreeMap<>();
    private Set<ProductId> excluded = Set.of();
    private AlreadyBought alreadyBought;
    private @Nullable Purpose purpose;

    private RecommendRequest(
            Operation operation, @Nullable CustomerId customer, List<ProductId> products, AlreadyBought alreadyBought) {
        this.operation = operation;
        this.customer = customer;
        this.products = products;
        this.alreadyBought = alreadyBought;
    }

    /** What to offer to a customer next. */
    public static RecommendRequest forCustomer(CustomerId customer) {
        return new RecommendRequest(
                Operation.FOR_CUSTOMER,
                Objects.requireNonNull(customer, "customer"),
                List.of(),
                AlreadyBought.AS_USUAL);
    }

    /** What a customer may buy once more. */
    public static RecommendRequest buyAgain(CustomerId customer) {
        return new RecommendRequest(
                Operation.BUY_AGAIN, Objects.requireNonNull(customer, "customer"), List.of(), AlreadyBought.INCLUDED);
    }

    /** What goes with one product, or in its place. */
    public static RecommendRequest similarTo(ProductId product) {
        return around(Operation.SIMILAR, List.of(product));
    }

    /** What to add to a basket; doubles in it count once. */
    public static RecommendRequest completeBasket(Collection<ProductId> basket) {
        return around(
                Operation.COMPLETE_BASKET, basket.stream().distinct().sorted().toList());
    }

    /**
     * What to show to somebody who is looking around.
     *
     * @param viewed what they looked at, in that order; of more than {@value #MOST_PRODUCTS}, the last count
     */
    public static RecommendRequest duringSession(List<ProductId> viewed) {
        return around(
                Operation.SESSION,
                List.copyOf(viewed.subList(Math.max(0, viewed.size() - MOST_PRODUCTS), viewed.size())));
    }

    /** What sells better than it did, then what sells well. */
    public static RecommendRequest trending() {
        return around(Operation.TRENDING, List.of());
    }

    private static RecommendRequest around(Operation operation, List<ProductId> products) {
        return new RecommendRequest(operation, null, products, AlreadyBought.AS_USUAL);
    }

    /** At most so many, at least 1; 10 unless told otherwise. */
    public RecommendRequest withLimit(int limit) {
        return with(copy -> copy.rerank = new RerankSettings(
                limit, rerank.variety(), rerank.strength(), rerank.calibration(), rerank.smoothing()));
    }

    /** Only products that the catalogue lists in this category, and that match other filters given. */
    public RecommendRequest withCategory(String category) {
        return withFilter(ProductFilter.category(category));
    }

    /**
     * Only products that the catalogue lists and that match, and other filters given as well. Filters act before the best are
     * chosen: as many as asked for come wherever so many match.
     */
    public RecommendRequest withFilter(ProductFilter filter) {
        List<ProductFilter> more = new ArrayList<>(filters);
        more.add(Objects.requireNonNull(filter, "filter"));
        return with(copy -> copy.filters = List.copyOf(more));
    }

    /**
     * Products that match have their score multiplied; several boosts of a product all count.
     *
     * @param name what it is called where it moved something, for example {@code spring collection}
     * @param factor above 0; above 1 lifts, below 1 lowers
     */
    public RecommendRequest withBoost(String name, ProductFilter products, double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("The boost " + name + " is " + factor
                    + ", but must be a number above 0. Maybe use a filter to leave products out?");
        }
        List<Wish> more = new ArrayList<>(boosts);
        more.add(new Wish(name, products, factor));
        return with(copy -> copy.boosts = List.copyOf(more));
    }

    /**
     * A product at a fixed place, as long as it may be offered and passes the filters.
     *
     * @param place from 1; a place that was pinned before is pinned anew
     */
    public RecommendRequest withPin(ProductId product, int place) {
        if (place < 1) {
            throw new IllegalArgumentException("The place of a pin is " + place + ", but must be at least 1.");
        }
        SortedMap<Integer, ProductId> more = new TreeMap<>(pins);
        more.put(place, Objects.requireNonNull(product, "product"));
        return with(copy -> copy.pins = more);
    }

    /**
     * Products that are unlike each other: maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998).
     *
     * @param weight of variety against relevance: 0 for none to 1; .1 to .5 is usual
     */
    public RecommendRequest withVariety(double weight) {
        return with(copy -> copy.rerank = rerank.withMmr(weight));
    }

    /**
     * The same by a determinantal point process (Chen, Zhang and Zhou, NeurIPS 2018), which weighs all pairs of the list.
     *
     * @param relevance what relevance counts against variety: 0 to 20; .5 to 5 is usual
     */
    public RecommendRequest withPairwiseVariety(double relevance) {
        return with(copy -> copy.rerank = rerank.withDpp(relevance));
    }

    /**
     * Categories in the shares in which the customer buys them (Steck, RecSys 2018); only for {@link #forCustomer}.
     *
     * @param weight of the shares against the scores: 0 for none to 1
     */
    public RecommendRequest withCalibration(double weight) {
        return with(copy -> copy.rerank = rerank.withCalibration(weight));
    }

    /** None of these, for example what was offered just now. */
    public RecommendRequest withExcluded(Collection<ProductId> excluded) {
        return with(copy -> copy.excluded = Set.copyOf(excluded));
    }

    /** What to do with products that the customer has; only for {@link #forCustomer}. */
    public RecommendRequest withAlreadyBought(AlreadyBought alreadyBought) {
        return with(copy -> copy.alreadyBought = alreadyBought);
    }

    /**
     * What the answer is for, for example {@link Purpose#PROFILING}: it is refused with a
     * {@link dev.comptoir.error.ConsentRequiredException} where the customer has not allowed that. Without one nothing is asked.
     */
    public RecommendRequest withPurpose(Purpose purpose) {
        return with(copy -> copy.purpose = purpose);
    }

    private RecommendRequest with(Consumer<RecommendRequest> change) {
        RecommendRequest copy = new RecommendRequest(operation, customer, products, alreadyBought);
        copy.rerank = rerank;
        copy.filters = filters;
        copy.boosts = boosts;
        copy.pins = pins;
        copy.excluded = excluded;
        copy.purpose = purpose;
        change.accept(copy);
        return copy;
    }

    Operation operation() {
        return operation;
    }

    @Nullable
    CustomerId customer() {
        return customer;
    }

    List<ProductId> products() {
        return products;
    }

    RerankSettings rerank() {
        return rerank;
    }

    List<ProductFilter> filters() {
        return filters;
    }

    /** A boost as it was asked for. */
    record Wish(String name, ProductFilter products, double factor) {}

    List<Wish> boosts() {
        return boosts;
    }

    /** By place, from 1. */
    SortedMap<Integer, ProductId> pins() {
        return pins;
    }

    Set<ProductId> excluded() {
        return excluded;
    }

    AlreadyBought alreadyBought() {
        return alreadyBought;
    }

    @Nullable
    Purpose purpose() {
        return purpose;
    }
}
