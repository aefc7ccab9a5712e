package dev.comptoir.recommend;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.consent.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked for, with everything that can be asked. Immutable; every {@code with} method gives a changed copy. */
public final class RecommendRequest {
    enum Operation {
        FOR_CUSTOMER,
        BUY_AGAIN,
        SIMILAR,
        COMPLETE_BASKET
    }

    private static final int DEFAULT_LIMIT = 10;

    private final Operation operation;
    private final @Nullable CustomerId customer;
    private final List<ProductId> products;
    private final int limit;
    private final @Nullable String category;
    private final Set<ProductId> excluded;
    private final AlreadyBought alreadyBought;
    private final @Nullable Purpose purpose;

    private RecommendRequest(
            Operation operation,
            @Nullable CustomerId customer,
            List<ProductId> products,
            int limit,
            @Nullable String category,
            Set<ProductId> excluded,
            AlreadyBought alreadyBought,
            @Nullable Purpose purpose) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is " + limit + ", but must be at least 1.");
        }
        this.operation = operation;
        this.customer = customer;
        this.products = products;
        this.limit = limit;
        this.category = category;
        this.excluded = excluded;
        this.alreadyBought = alreadyBought;
        this.purpose = purpose;
    }

    private static RecommendRequest of(
            Operation operation, @Nullable CustomerId customer, List<ProductId> products, AlreadyBought bought) {
        return new RecommendRequest(operation, customer, products, DEFAULT_LIMIT, null, Set.of(), bought, null);
    }

    /** What to offer to a customer next. */
    public static RecommendRequest forCustomer(CustomerId customer) {
        return of(
                Operation.FOR_CUSTOMER,
                Objects.requireNonNull(customer, "customer"),
                List.of(),
                AlreadyBought.AS_USUAL);
    }

    /** What a customer may buy once more. */
    public static RecommendRequest buyAgain(CustomerId customer) {
        return of(Operation.BUY_AGAIN, Objects.requireNonNull(customer, "customer"), List.of(), AlreadyBought.INCLUDED);
    }

    /** What goes with one product, or in its place. */
    public static RecommendRequest similarTo(ProductId product) {
        return of(Operation.SIMILAR, null, List.of(product), AlreadyBought.AS_USUAL);
    }

    /** What to add to a basket; doubles in it count once. */
    public static RecommendRequest completeBasket(Collection<ProductId> basket) {
        return of(
                Operation.COMPLETE_BASKET,
                null,
                basket.stream().distinct().sorted().toList(),
                AlreadyBought.AS_USUAL);
    }

    /** At most so many, at least 1; 10 unless told otherwise. */
    public RecommendRequest withLimit(int limit) {
        return new RecommendRequest(operation, customer, products, limit, category, excluded, alreadyBought, purpose);
    }

    /** Only products that the catalogue lists in this category. */
    public RecommendRequest withCategory(String category) {
        return new RecommendRequest(operation, customer, products, limit, category, excluded, alreadyBought, purpose);
    }

    /** None of these, for example what was offered just now. */
    public RecommendRequest withExcluded(Collection<ProductId> excluded) {
        return new RecommendRequest(
                operation, customer, products, limit, category, Set.copyOf(excluded), alreadyBought, purpose);
    }

    /** What to do with products that the customer has; only for {@link #forCustomer}. */
    public RecommendRequest withAlreadyBought(AlreadyBought alreadyBought) {
        return new RecommendRequest(operation, customer, products, limit, category, excluded, alreadyBought, purpose);
    }

    /**
     * What the answer is for, for example {@link Purpose#PROFILING}: it is refused with a
     * {@link dev.comptoir.error.ConsentRequiredException} where the customer has not allowed that. Without one nothing is asked.
     */
    public RecommendRequest withPurpose(Purpose purpose) {
        return new RecommendRequest(operation, customer, products, limit, category, excluded, alreadyBought, purpose);
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
