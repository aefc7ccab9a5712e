package dev.comptoir.examples.bakery;

import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/**
 * Something on the bakery's shelf.
 *
 * @param cents the price before the rise of 1 March 2025, in cents
 * @param centsAfter the price since then, in cents
 * @param months when it is made; empty for the whole year
 */
record Article(String id, String title, String category, int cents, int centsAfter, Set<Month> months) {
    static final LocalDate PRICE_RISE = LocalDate.of(2025, 3, 1);

    Article(String id, String title, String category, int cents, int centsAfter, Month... months) {
        this(id, title, category, cents, centsAfter, Set.of(months));
    }

    int centsOn(LocalDate day) {
        return day.isBefore(PRICE_RISE) ? cents : centsAfter;
    }

    boolean isMadeOn(LocalDate day) {
        return months.isEmpty() || months.contains(day.getMonth());
    }
}
