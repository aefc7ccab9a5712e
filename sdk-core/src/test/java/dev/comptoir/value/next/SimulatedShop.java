package dev.comptoir.value.next;

import dev.comptoir.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Customers who buy and leave exactly as the model says. The same seed gives the same purchases. */
public final class SimulatedShop {
    public static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    /** One purchase. */
    public record Bought(CustomerId customer, LocalDate day, double quantity) {}

    private final SplittableRandom random;
    private final List<Bought> purchases = new ArrayList<>();

    private SimulatedShop(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * Customers come in the first 60 days and buy for a number of days; quantities are 1, 2 or 4, and an interval grows with
     * {@code quantity^power}.
     */
    public static List<Bought> purchases(
            long seed, int customers, int days, int k, int r, double alpha, int a, int b, double power) {
        SimulatedShop shop = new SimulatedShop(seed);
        for (int i = 0; i < customers; i++) {
            shop.customer(CustomerId.of("c" + i), days, k, shop.gamma(r) / alpha, shop.beta(a, b), power);
        }
        return shop.purchases;
    }

    private void customer(CustomerId customer, int days, int k, double rate, double leaving, double power) {
        double time = random.nextDouble(60);
        while (time < days) {
            double quantity = 1 << random.nextInt(3);
            purchases.add(new Bought(customer, FIRST.plusDays((long) time), quantity));
            if (random.nextDouble() < leaving) {
                return;
            }
            time += gamma(k) / rate * Math.pow(quantity / 2, power);
        }
    }

    /** The sum of exponential variables: enough for whole shapes. */
    private double gamma(int shape) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum;
    }

    private double beta(int a, int b) {
        double first = gamma(a);
        return first / (first + gamma(b));
    }

    public static PurchaseDays days(List<Bought> purchases) {
        PurchaseDays.Builder days = PurchaseDays.builder();
        purchases.forEach(one -> days.add(one.customer(), null, one.day(), one.quantity()));
        return days.build();
    }
}
