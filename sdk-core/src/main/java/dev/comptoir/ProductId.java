package dev.comptoir;

/**
 * The vendor's own id of a product: an article number, a SKU, a service code. Immutable.
 *
 * @param value 1 to 200 characters, without control characters or blanks at the ends
 */
public record ProductId(String value) implements Comparable<ProductId> {
    public ProductId {
        Ids.check("product id", value);
    }

    public static ProductId of(String value) {
        return new ProductId(value);
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
