package dev.comptoir.recommend;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.consent.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    private int limit = DEFAULT_LIMIT;
    private @Nullable String category;
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
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is " + limit + ", but must be at least 1.");
        }
        return with(copy -> copy.limit = limit);
    }

    /** Only products that the catalogue lists in this category. */
    public RecommendRequest withCategory(String category) {
        return with(copy -> copy.category = category);
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
        copy.limit = limit;
        copy.category = category;
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

    int limit() {
        return limit;
    }

    @Nullable
    String category() {
        return category;
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
