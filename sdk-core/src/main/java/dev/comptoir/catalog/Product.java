package dev.comptoir.catalog;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * Something the business sells: goods or a service. Immutable.
 *
 * @param id the vendor's own id
 * @param title what customers call it: 1 to 1,000 characters
 * @param category where it stands in the shop, for example {@code viennoiseries}; null where there is none
 * @param price what one costs now; null where it is not known
 * @param stock whether it may be offered
 */
public record Product(
        ProductId id,
        String title,
        @Nullable String category,
        @Nullable Money price,
        Stock stock) {
    private static final int MAX_TITLE = 1000;

    public Product {
        if (title.isBlank() || title.length() > MAX_TITLE) {
            throw new IllegalArgumentException("The title of product " + id + " has "
                    + title.strip().length() + " characters; 1 to " + MAX_TITLE + " are allowed.");
        }
        if (category != null && (category.isBlank() || category.length() > MAX_TITLE)) {
            throw new IllegalArgumentException("The category of product " + id + " has "
                    + category.strip().length() + " characters; 1 to " + MAX_TITLE + " are allowed.");
        }
    }

    /** A product that may be offered, without category and price. */
    public static Product of(ProductId id, String title) {
        return new Product(id, title, null, null, Stock.AVAILABLE);
    }

    public Product withCategory(String category) {
        return new Product(id, title, category, price, stock);
    }

    public Product withPrice(Money price) {
        return new Product(id, title, category, price, stock);
    }

    public Product withStock(Stock stock) {
        return new Product(id, title, category, price, stock);
    }
}
