package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class PurchaseHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void theFirstPurchaseIsNoRepeatAndItsAmountDoesNotCount() {
        PurchaseDays days = PurchaseDays.builder()
                .add(FIRST, 1000)
                .add(FIRST.plusDays(7), 10)
                .add(FIRST.plusDays(21), 20)
                .build();

        PurchaseHistory history = days.history(FIRST.plusDays(35)).orElseThrow();

        assertThat(history.frequency()).isEqualTo(2);
        assertThat(history.recency()).isEqualTo(3);
        assertThat(history.age()).isEqualTo(5);
        assertThat(history.timeSinceLastPurchase()).isEqualTo(2);
        assertThat(history.logIntervals()).isCloseTo(Math.log(1) + Math.log(2), within(1e-15));
        assertThat(history.paidPurchases()).isEqualTo(2);
        assertThat(history.meanSpend()).isEqualTo(15);
    }

    @Test
    void aDayCountsOnceWithTheSumOfItsAmountsInAnyOrder() {
        PurchaseDays one = PurchaseDays.builder()
                .add(FIRST)
                .add(FIRST.plusDays(3), 0.1)
                .add(FIRST.plusDays(3), 0.2)
                .add(FIRST.plusDays(3), 0.3)
                .build();
        PurchaseDays other = PurchaseDays.builder()
                .add(FIRST.plusDays(3), 0.3)
                .add(FIRST.plusDays(3), 0.1)
                .add(FIRST)
                .add(FIRST.plusDays(3), 0.2)
                .build();

        assertThat(one.size()).isEqualTo(2);
        assertThat(one.history(FIRST.plusDays(4)))
                .isEqualTo(other.history(FIRST.plusDays(4)))
                .hasValue(new PurchaseHistory(1, 3 / 7.0, 4 / 7.0, Math.log(3 / 7.0), 1, 0.1 + 0.2 + 0.3));
    }

    @Test
    void unknownAmountsCountAsPurchasesAndNotAsSpend() {
        PurchaseDays days = PurchaseDays.builder()
                .add(FIRST, 5)
                .add(FIRST.plusDays(7))
                .add(FIRST.plusDays(14), 30)
                .add(FIRST.plusDays(14))
                .build();

        PurchaseHistory history = days.history(FIRST.plusDays(14)).orElseThrow();

        assertThat(history.frequency()).isEqualTo(2);
        assertThat(history.paidPurchases()).isEqualTo(1);
        assertThat(history.meanSpend()).isEqualTo(30);
    }

    @Test
    void whatIsLaterIsNotKnownYet() {
        PurchaseDays days =
                PurchaseDays.builder().add(FIRST).add(FIRST.plusDays(10)).build();

        assertThat(days.history(FIRST.minusDays(1))).isEmpty();
        assertThat(days.history(FIRST)).hasValue(PurchaseHistory.ofNewCustomer());
        assertThat(days.history(FIRST.plusDays(9)).orElseThrow().frequency()).isZero();
        assertThat(days.count(FIRST, FIRST.plusDays(10))).isEqualTo(1);
        assertThat(days.count(FIRST.plusDays(10), FIRST.plusDays(20))).isZero();
        assertThat(days.count(FIRST.minusDays(1), FIRST.plusDays(9))).isEqualTo(1);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseHistory.of(-1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseHistory.of(1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseHistory.of(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseHistory.of(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseHistory.of(1, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseHistory.of(1, 1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseHistory.of(1, 1, 2, -3));
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseHistory.of(1, 1, 2, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseHistory(1, 1, 2, 0, 2, 3));
        PurchaseDays.Builder days = PurchaseDays.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> days.add(FIRST, -0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> days.add(FIRST, Double.NaN));
        assertThat(days.isEmpty()).isTrue();
    }
}
