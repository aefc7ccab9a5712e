package dev.comptoir.catalog;

import dev.comptoir.catalog.ProductFilter.Bound;
import java.time.LocalDate;
import java.util.Collection;

/** The first half of a filter on an attribute: its name, without what it must be. Immutable. */
public final class AttributeCondition {
    private final String name;

    AttributeCondition(String name) {
        this.name = Attributes.name(name);
    }

    /** Those that have the attribute, whatever its value. */
    public ProductFilter isPresent() {
        return new ProductFilter.HasAttribute(name);
    }

    /** Those that have these words. */
    public ProductFilter is(String value) {
        return is(new AttributeValue.Text(value));
    }

    /** Those that have exactly this number. */
    public ProductFilter is(double value) {
        return is(new AttributeValue.Numeric(value));
    }

    /** Those that say yes, or no; those that say nothing are in neither. */
    public ProductFilter is(boolean value) {
        return is(new AttributeValue.Flag(value));
    }

    /** Those that have this day. */
    public ProductFilter is(LocalDate value) {
        return is(new AttributeValue.Day(value));
    }

    /** Those that have this value. */
    public ProductFilter is(AttributeValue value) {
        return new ProductFilter.AttributeIs(name, value);
    }

    /** Those that have one of these words. */
    public ProductFilter isOneOf(Collection<String> values) {
        return new ProductFilter.Any(values.stream().map(this::is).toList());
    }

    /** Those with this number or a larger one. */
    public ProductFilter atLeast(double value) {
        return bound(Bound.AT_LEAST, new AttributeValue.Numeric(value));
    }

    /** Those with this day or a later one. */
    public ProductFilter atLeast(LocalDate value) {
        return bound(Bound.AT_LEAST, new AttributeValue.Day(value));
    }

    /** Those with this number or a smaller one. */
    public ProductFilter atMost(double value) {
        return bound(Bound.AT_MOST, new AttributeValue.Numeric(value));
    }

    /** Those with this day or an earlier one. */
    public ProductFilter atMost(LocalDate value) {
        return bound(Bound.AT_MOST, new AttributeValue.Day(value));
    }

    private ProductFilter bound(Bound bound, AttributeValue limit) {
        return new ProductFilter.AttributeBound(name, bound, limit);
    }
}
