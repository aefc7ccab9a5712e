package dev.comptoir.catalog;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something the business sells: goods or a service. Immutable.
 *
 * @param id the vendor's own id
 * @param title what customers call it: 1 to 1,000 characters
 * @param category where it stands in the shop, for example {@code viennoiseries}; null where there is none
 * @param price what one costs now; null where it is not known
 * @param stock whether it may be offered
 * @param description what there is to say about it: 1 to 10,000 characters; null where nobody said. Models compare products by it
 * @param attributes anything else by name, at most 50; names have 1 to 100 characters. {@link ProductFilter} asks for them
 */
public record Product(
        ProductId id,
        String title,
        @Nullable String category,
        @Nullable Money price,
        Stock stock,
        @Nullable String description,
        SortedMap<String, AttributeValue> attributes) {
    private static final int MAX_TITLE = 1000;
    private static final int MAX_DESCRIPTION = 10_000;

    public Product {
        check(id, "title", title, MAX_TITLE);
        check(id, "category", category, MAX_TITLE);
        check(id, "description", description, MAX_DESCRIPTION);
        description = description == null ? null : Attributes.whole(description);
        attributes = Attributes.copy(id.value(), attributes);
    }

    /** A product without description and attributes. */
    public Product(ProductId id, String title, @Nullable String category, @Nullable Money price, Stock stock) {
        this(id, title, category, price, stock, null, Collections.emptySortedMap());
    }

    /** A product that may be offered, without category and price. */
    public static Product of(ProductId id, String title) {
        return new Product(id, title, null, null, Stock.AVAILABLE);
    }

    public Product withCategory(String category) {
        return new Product(id, title, category, price, stock, description, attributes);
    }

    public Product withPrice(Money price) {
        return new Product(id, title, category, price, stock, description, attributes);
    }

    public Product withStock(Stock stock) {
        return new Product(id, title, category, price, stock, description, attributes);
    }

    public Product withDescription(String description) {
        return new Product(id, title, category, price, stock, description, attributes);
    }

    /** The same with an attribute more, or with another value of it. */
    public Product withAttribute(String name, AttributeValue value) {
        SortedMap<String, AttributeValue> more = new TreeMap<>(attributes);
        more.put(Attributes.name(name), value);
        return new Product(id, title, category, price, stock, description, more);
    }

    /** The same with some words as an attribute. */
    public Product withAttribute(String name, String value) {
        return withAttribute(name, new AttributeValue.Text(value));
    }

    /** The same with a finite number as an attribute. */
    public Product withAttribute(String name, double value) {
        return withAttribute(name, new AttributeValue.Numeric(value));
    }

    /** The same with a yes or no as an attribute. */
    public Product withAttribute(String name, boolean value) {
        return withAttribute(name, new AttributeValue.Flag(value));
    }

    /** The same with a day as an attribute. */
    public Product withAttribute(String name, LocalDate value) {
        return withAttribute(name, new AttributeValue.Day(value));
    }

    private static void check(ProductId id, String what, @Nullable String text, int max) {
        if (text != null && (text.isBlank() || text.length() > max)) {
            throw new IllegalArgumentException("The " + what + " of product " + id + " has "
                    + text.strip().length() + " characters; 1 to " + max + " are allowed.");
        }
    }
}
