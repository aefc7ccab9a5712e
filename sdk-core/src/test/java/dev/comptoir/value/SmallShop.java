package dev.comptoir.value;

import dev.comptoir.CustomerId;
import dev.comptoir.value.internal.Draws;
import java.time.LocalDate;

/** A shop of half a year whose customers come by chance and go for good, drawn from a seed. */
final class SmallShop {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate THROUGH = FIRST.plusDays(182);

    private SmallShop() {}

    static PurchaseHistories of(int customers, long seed) {
        PurchaseHistories.Builder shop = PurchaseHistories.builder(THROUGH);
        Draws draws = new Draws(seed);
        for (int i = 0; i < customers; i++) {
            CustomerId customer = CustomerId.of("c" + i);
            double rate = draws.gamma(1.2) / 25;
            double leaving = draws.beta(0.7, 2);
            double mean = draws.gamma(4) * 5;
            double day = 60 * draws.uniform();
            do {
                double amount = Math.round(100 * mean * (0.5 + draws.uniform())) / 100.0;
                shop.add(customer, FIRST.plusDays((long) day), amount);
                day += draws.exponential() / rate;
            } while (day < 182 && draws.uniform() >= leaving);
        }
        return shop.build();
    }
}
