package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.value.internal.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueCurveTest {
    private static final PurchaseHistory REGULAR = PurchaseHistory.of(9, 30, 33, 25);

    /** Enough for the models: everybody buys at a pace of their own, one in three stays away since long ago. */
    private static List<PurchaseHistory> shop(int customers) {
        Draws draws = new Draws(5);
        List<PurchaseHistory> shop = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double age = 10 + 40 * draws.uniform();
            int frequency = (int) (age / 10 * draws.gamma(1.5));
            double recency = frequency == 0 ? 0 : age * (i % 3 == 0 ? 0.3 : 0.9);
            shop.add(PurchaseHistory.of(frequency, recency, age, 10 + 30 * draws.uniform()));
        }
        return shop;
    }

    @Test
    void theLastPointIsTheValueItself() {
        for (LifetimeValue fitted : List.of(fit(shop(200)), fit(shop(3)))) {
            List<ValuePoint> curve = fitted.curve(REGULAR, 13);
            ValuePoint last = curve.get(12);
            CustomerValue value = fitted.of(REGULAR);

            assertThat(last).isEqualTo(new ValuePoint(52, value.purchases(), value.lifetimeValue()));
            assertThat(fitted.meanValue(REGULAR))
                    .isEqualTo(value.lifetimeValue().map(Estimate::value));
        }
    }

    @Test
    void itNeverFallsAndItsRangesHoldTheMeanOfSomebodyWhoIsThere() {
        for (LifetimeValue fitted : List.of(fit(shop(200)), fit(shop(3)))) {
            List<ValuePoint> curve = fitted.curve(REGULAR, 26);

            assertThat(curve).extracting(ValuePoint::weeks).startsWith(2.0, 4.0).endsWith(52.0);
            for (int i = 1; i < curve.size(); i++) {
                rises(curve.get(i - 1).purchases(), curve.get(i).purchases());
                rises(
                        curve.get(i - 1).lifetimeValue().orElseThrow(),
                        curve.get(i).lifetimeValue().orElseThrow());
            }
            assertThat(curve)
                    .allSatisfy(point -> assertThat(point.purchases().value())
                            .isBetween(
                                    point.purchases().lower(), point.purchases().upper()));
        }
    }

    @Test
    void aPointIsWhatAShorterHorizonSays() {
        List<PurchaseHistory> shop = shop(200);
        LifetimeValue year =
                LifetimeValue.builder().models(PurchaseModel.Kind.BG_NBD).fit(shop);
        LifetimeValue quarter = LifetimeValue.builder()
                .models(PurchaseModel.Kind.BG_NBD)
                .horizonWeeks(13)
                .fit(shop);

        ValuePoint point = year.curve(REGULAR, 4).get(0);
        CustomerValue value = quarter.of(REGULAR);

        assertThat(point.purchases().value()).isEqualTo(value.purchases().value());
        assertThat(point.lifetimeValue().map(Estimate::value))
                .isEqualTo(value.lifetimeValue().map(Estimate::value));
        // Other futures of the same distribution: 200 of them fix a 95 % quantile to a purchase or two.
        assertThat(point.purchases().upper()).isCloseTo(value.purchases().upper(), within(2.0));
    }

    @Test
    void withoutAmountsItCountsPurchasesOnly() {
        LifetimeValue fitted = LifetimeValue.fit(List.of(PurchaseHistory.of(2, 5, 9)));

        assertThat(fitted.curve(PurchaseHistory.of(2, 5, 9), 2))
                .hasSize(2)
                .allSatisfy(point -> assertThat(point.lifetimeValue()).isEmpty());
        assertThat(fitted.meanValue(PurchaseHistory.of(2, 5, 9))).isEmpty();
    }

    @Test
    void anEmptyShopHasACurveToo() {
        assertThat(LifetimeValue.fit(List.<PurchaseHistory>of()).curve(PurchaseHistory.ofNewCustomer(), 3))
                .hasSize(3);
    }

    @Test
    void aCurveHasPoints() {
        LifetimeValue fitted = fit(shop(3));

        assertThatThrownBy(() -> fitted.curve(REGULAR, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fitted.curve(REGULAR, 1_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1001 points");
    }

    private static LifetimeValue fit(List<PurchaseHistory> shop) {
        return LifetimeValue.fit(shop);
    }

    private static void rises(Estimate before, Estimate after) {
        assertThat(after.value()).isGreaterThan(before.value());
        assertThat(after.lower()).isGreaterThanOrEqualTo(before.lower());
        assertThat(after.upper()).isGreaterThanOrEqualTo(before.upper());
    }
}
