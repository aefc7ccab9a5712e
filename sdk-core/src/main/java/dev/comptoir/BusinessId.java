package dev.comptoir;

/**
 * The vendor's own id of a business: a tenant or a shop. Immutable.
 *
 * @param value 1 to 200 characters, without control characters or blanks at the ends
 */
public record BusinessId(String value) implements Comparable<BusinessId> {
    public BusinessId {
        Ids.check("business id", value);
    }

    public static BusinessId of(String value) {
        return new BusinessId(value);
    }

    @Override
    public int compareTo(BusinessId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
