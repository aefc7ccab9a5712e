package dev.comptoir.catalog;

import dev.comptoir.Money;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which products are asked for. A product that lacks what a filter asks about does not match it: one without price is not
 * cheaper than anything, one in another currency neither. Texts are equal where they read the same, however Unicode writes their
 * accents; case counts. Immutable and thread-safe.
 */
public sealed interface ProductFilter {
    /** Whether a product is one of those asked for. */
    boolean matches(Product product);

    /** Those that match this and the other. */
    default ProductFilter and(ProductFilter other) {
        return new All(
                Stream.concat(this instanceof All all ? all.filters().stream() : Stream.of(this), Stream.of(other))
                        .toList());
    }

    /** Those that match this, the other, or both. */
    default ProductFilter or(ProductFilter other) {
        return new Any(
                Stream.concat(this instanceof Any any ? any.filters().stream() : Stream.of(this), Stream.of(other))
                        .toList());
    }

    /** Those that do not match this; those that lack what it asks about are among them. */
    default ProductFilter not() {
        return new Not(this);
    }

    /** All products. */
    static ProductFilter all() {
        return new All(List.of());
    }

    /** Those in a category. */
    static ProductFilter category(String category) {
        return new InCategory(category);
    }

    /** Those with this stock, for example {@link Stock#AVAILABLE}. */
    static ProductFilter stock(Stock stock) {
        return new WithStock(stock);
    }

    /** Those that cost as much or less, in the same currency. */
    static ProductFilter priceAtMost(Money limit) {
        return new Price(Bound.AT_MOST, limit);
    }

    /** Those that cost as much or more, in the same currency. */
    static ProductFilter priceAtLeast(Money limit) {
        return new Price(Bound.AT_LEAST, limit);
    }

    /** Begins a filter on an attribute, for example {@code attribute("organic").is(true)}. */
    static AttributeCondition attribute(String name) {
        return new AttributeCondition(name);
    }

    /** A side of a limit; the limit itself is on either. */
    enum Bound {
        AT_LEAST,
        AT_MOST;

        boolean holds(int comparison) {
            return this == AT_LEAST ? comparison >= 0 : comparison <= 0;
        }
    }

    /** Those that match every one; all products where there is none. */
    record All(List<ProductFilter> filters) implements ProductFilter {
        public All {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean matches(Product product) {
            for (ProductFilter filter : filters) {
                if (!filter.matches(product)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Those that match at least one; no product where there is none. */
    record Any(List<ProductFilter> filters) implements ProductFilter {
        public Any {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean matches(Product product) {
            for (ProductFilter filter : filters) {
                if (filter.matches(product)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Those that do not match. */
    record Not(ProductFilter filter) implements ProductFilter {
        @Override
        public boolean matches(Product product) {
            return !filter.matches(product);
        }
    }

    /** Those in a category. */
    record InCategory(String category) implements ProductFilter {
        public InCategory {
            category = Attributes.folded(category);
        }

        @Override
        public boolean matches(Product product) {
            String own = product.category();
            return own != null && Attributes.folded(own).equals(category);
        }
    }

    /** Those with a stock. */
    record WithStock(Stock stock) implements ProductFilter {
        @Override
        public boolean matches(Product product) {
            return product.stock() == stock;
        }
    }

    /** Those with a price on one side of a limit. */
    record Price(Bound bound, Money limit) implements ProductFilter {
        @Override
        public boolean matches(Product product) {
            Money price = product.price();
            return price != null && price.currency().equals(limit.currency()) && bound.holds(price.compareTo(limit));
        }
    }

    /** Those that have an attribute, whatever its value. */
    record HasAttribute(String name) implements ProductFilter {
        public HasAttribute {
            name = Attributes.name(name);
        }

        @Override
        public boolean matches(Product product) {
            return product.attributes().containsKey(name);
        }
    }

    /** Those with one value of an attribute, of the same type. */
    record AttributeIs(String name, AttributeValue value) implements ProductFilter {
        public AttributeIs {
            name = Attributes.name(name);
        }

        @Override
        public boolean matches(Product product) {
            AttributeValue own = product.attributes().get(name);
            if (own instanceof AttributeValue.Text left && value instanceof AttributeValue.Text right) {
                return Attributes.folded(left.value()).equals(Attributes.folded(right.value()));
            }
            return value.equals(own);
        }
    }

    /** Those with a number or a day on one side of a limit, of the same type. */
    record AttributeBound(String name, Bound bound, AttributeValue limit) implements ProductFilter {
        public AttributeBound {
            name = Attributes.name(name);
            if (limit.kind() != AttributeValue.Kind.NUMBER && limit.kind() != AttributeValue.Kind.DATE) {
                throw new IllegalArgumentException("The limit of attribute \"" + name + "\" is a " + limit.kind()
                        + ", but must be a number or a day.");
            }
        }

        @Override
        public boolean matches(Product product) {
            AttributeValue own = product.attributes().get(name);
            if (own instanceof AttributeValue.Numeric left && limit instanceof AttributeValue.Numeric right) {
                return bound.holds(Double.compare(left.value(), right.value()));
            }
            return own instanceof AttributeValue.Day left
                    && limit instanceof AttributeValue.Day right
                    && bound.holds(left.value().compareTo(right.value()));
        }
    }
}
