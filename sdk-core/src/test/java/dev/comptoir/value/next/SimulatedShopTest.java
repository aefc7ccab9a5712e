package dev.comptoir.value.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.SimulatedShop.Bought;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On customers simulated by the model itself: parameters are found again, and probabilities come true. */
class SimulatedShopTest {
    private static final long SEED = 20261124;

    @Test
    void parametersAreFoundAgain() {
        System.out.println("seed " + SEED);
        List<Bought> purchases = SimulatedShop.purchases(SEED, 4_000, 500, 3, 2, 20, 1, 4, 0);

        Habits habits = NextPurchases.fit(SimulatedShop.days(purchases), SimulatedShop.FIRST.plusDays(499))
                .habits()
                .orElseThrow();

        assertThat(habits.regularity()).isCloseTo(3, within(0.25));
        assertThat(habits.rateShape()).isCloseTo(2, within(0.25));
        // Mean interval of the mean rate, k alpha / r = 30 days.
        assertThat(habits.regularity() * habits.rateScale() / habits.rateShape())
                .isCloseTo(30, within(2.0));
        assertThat(habits.leaveA() / (habits.leaveA() + habits.leaveB())).isCloseTo(0.2, within(0.03));
        assertThat(habits.quantityPower()).isZero();
        assertThat(habits.calibration().status()).isNotEqualTo(Calibration.Status.UNCHECKED);
        assertThat(habits.calibration().expectedError()).isLessThan(0.02);
    }

    @Test
    void probabilitiesComeTrue() {
        System.out.println("seed " + SEED);
        List<Bought> purchases = SimulatedShop.purchases(SEED + 1, 5_000, 430, 2, 1, 15, 1, 3, 0);
        LocalDate asOf = SimulatedShop.FIRST.plusDays(400);
        NextPurchases model = NextPurchases.fit(SimulatedShop.days(purchases), asOf);
        for (int days : new int[] {7, 28}) {
            Set<CustomerId> came = new HashSet<>();
            purchases.stream()
                    .filter(one -> one.day().isAfter(asOf) && !one.day().isAfter(asOf.plusDays(days)))
                    .forEach(one -> came.add(one.customer()));
            double[] said = model.probabilitiesWithin(days);
            double[] off = new double[10];
            for (int i = 0; i < said.length; i++) {
                off[Math.min(9, (int) (10 * said[i]))] +=
                        said[i] - (came.contains(model.customers().get(i)) ? 1 : 0);
            }
            double error = 0;
            for (double one : off) {
                error += Math.abs(one) / said.length;
            }
            // Chance alone leaves about .01 on 5,000 customers.
            assertThat(error).as("within %d days", days).isLessThan(0.02);
        }
    }

    @Test
    void quantitiesCountWhereTheyHelp() {
        System.out.println("seed " + SEED);
        List<Bought> purchases = SimulatedShop.purchases(SEED + 2, 2_000, 400, 4, 3, 15, 1, 9, 1);
        LocalDate asOf = SimulatedShop.FIRST.plusDays(399);

        NextPurchases model = NextPurchases.fit(SimulatedShop.days(purchases), asOf);

        assertThat(model.habits().orElseThrow().quantityPower()).isGreaterThanOrEqualTo(0.5);
        assertThat(model.report(28).forecasts().stream()
                        .map(DueForecast::evidence)
                        .filter(evidence -> evidence.timeScale() > 1.2))
                .isNotEmpty();
    }

    @Test
    void theOrderOfPurchasesDoesNotMatter() {
        System.out.println("seed " + SEED);
        List<Bought> purchases = SimulatedShop.purchases(SEED + 3, 300, 300, 2, 1, 15, 1, 4, 0);
        List<Bought> shuffled = new ArrayList<>(purchases);
        Collections.shuffle(shuffled, new Random(SEED));
        LocalDate asOf = SimulatedShop.FIRST.plusDays(280);

        NextPurchases one = NextPurchases.fit(SimulatedShop.days(purchases), asOf);
        NextPurchases other = NextPurchases.fit(SimulatedShop.days(shuffled), asOf);

        assertThat(other.habits()).isEqualTo(one.habits());
        assertThat(other.customers()).isEqualTo(one.customers());
        assertThat(other.probabilitiesWithin(14)).containsExactly(one.probabilitiesWithin(14));
        assertThat(one.report(14).futureDays()).isPositive();
    }
}
