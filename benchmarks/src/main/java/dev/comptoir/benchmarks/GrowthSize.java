package dev.comptoir.benchmarks;

import java.util.Locale;

/**
 * How much data there is.
 *
 * @param interactions lines: items of baskets, repeat purchases included
 */
record GrowthSize(int users, int items, int interactions) {
    /** What is varied, one at a time. */
    enum Quantity {
        USERS,
        ITEMS,
        INTERACTIONS;

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    int of(Quantity quantity) {
        return switch (quantity) {
            case USERS -> users;
            case ITEMS -> items;
            case INTERACTIONS -> interactions;
        };
    }

    /** The same with another value of one quantity. */
    GrowthSize with(Quantity quantity, int value) {
        return switch (quantity) {
            case USERS -> new GrowthSize(value, items, interactions);
            case ITEMS -> new GrowthSize(users, value, interactions);
            case INTERACTIONS -> new GrowthSize(users, items, value);
        };
    }
}
