package dev.comptoir;

/**
 * The vendor's own id of a customer: a loyalty card, an account number. Immutable.
 *
 * @param value 1 to 200 characters, without control characters or blanks at the ends
 */
public record CustomerId(String value) implements Comparable<CustomerId> {
    public CustomerId {
        Ids.check("customer id", value);
    }

    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
