package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Data at and beyond the edge: refused, a gate with its reason, or a simpler estimate; {@link Estimate} admits no NaN. */
class ValueBadInputTest {
    private static final LocalDate FIRST = SmallShop.FIRST;
    private static final CustomerId ONE = CustomerId.of("one");

    @Test
    void amountsThatAreNoneAreRefused() {
        for (double amount : new double[] {-0.01, Double.NaN, Double.POSITIVE_INFINITY, 1e16}) {
            assertThatThrownBy(() -> PurchaseDays.builder().add(FIRST, amount))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The amount of a purchase is " + amount + "; 0 to 1e15 are allowed. Maybe a return?");
        }
    }

    @Test
    void anEmptyBusiness() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            PurchaseHistories nobody = PurchaseHistories.read(
                    comptoir.business("shop").events(), BusinessSettings.france(), SmallShop.THROUGH);
            assertThat(gate(nobody)).isEqualTo(DataGate.NO_CUSTOMERS);
            CustomerValue value = LifetimeValue.fit(nobody).of(PurchaseHistory.ofNewCustomer());
            assertThat(value.probabilityAlive().value()).isEqualTo(0.5);
            assertThat(value.expectedSpend()).isEmpty();
            assertThat(value.lifetimeValue()).isEmpty();
        }
    }

    @Test
    void oneCustomerInAll() {
        PurchaseHistories.Builder shop = PurchaseHistories.builder(SmallShop.THROUGH);
        shop.add(ONE, FIRST, 12).add(ONE, FIRST.plusDays(20), 8);
        assertThat(gate(shop.build())).isEqualTo(DataGate.TOO_FEW_CUSTOMERS);
    }

    @Test
    void allCustomersIdentical() {
        assertThat(gate(shop(100, 0, 30, 60))).isEqualTo(DataGate.ALL_ALIKE);
    }

    @Test
    void onePurchaseEach() {
        assertThat(gate(shop(100, 3))).isEqualTo(DataGate.TOO_FEW_REPEAT_CUSTOMERS);
        assertThat(gate(shop(100, 182))).isEqualTo(DataGate.TOO_FEW_REPEAT_CUSTOMERS);
    }

    @Test
    void tenPurchasesOnOneDayAreOneVisit() {
        PurchaseHistories shop = shop(100, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        assertThat(shop.all().values()).allMatch(history -> history.frequency() == 0);
        assertThat(gate(shop)).isEqualTo(DataGate.TOO_FEW_REPEAT_CUSTOMERS);
    }

    @Test
    void theFirstWeeks() {
        PurchaseHistories.Builder shop = PurchaseHistories.builder(FIRST.plusDays(27));
        IntStream.range(0, 100).forEach(i -> {
            shop.add(CustomerId.of("c" + i), FIRST.plusDays(i % 9));
            shop.add(CustomerId.of("c" + i), FIRST.plusDays(10 + i % 13));
        });
        assertThat(gate(shop.build())).isEqualTo(DataGate.TOO_SHORT);
    }

    @Test
    void futurePurchasesDoNotCount() {
        PurchaseHistories now = SmallShop.of(60, 3);
        PurchaseHistories.Builder later = PurchaseHistories.builder(SmallShop.THROUGH);
        now.customers().keySet().forEach(customer -> later.add(customer, LocalDate.of(2126, 1, 1), 1e9));
        assertThat(later.build().all()).isEmpty();
        assertThat(gate(later.build())).isEqualTo(DataGate.NO_CUSTOMERS);
    }

    /** The likelihood of these has no maximum inside: everybody comes on every day, or all but one never again. */
    @Test
    void degenerateLikelihoods() {
        PurchaseHistories.Builder daily = PurchaseHistories.builder(SmallShop.THROUGH);
        for (int i = 0; i < 40; i++) {
            for (int day = i; day <= 182; day++) {
                daily.add(CustomerId.of("c" + i), FIRST.plusDays(day), 5);
            }
        }
        finite(daily.build());
        PurchaseHistories.Builder burst = PurchaseHistories.builder(SmallShop.THROUGH);
        for (int i = 0; i < 200; i++) {
            burst.add(CustomerId.of("c" + i), FIRST.plusDays(i % 50), i == 7 ? 1e12 : 0);
            if (i % 10 == 0) {
                burst.add(CustomerId.of("c" + i), FIRST.plusDays(i % 50 + 1), i == 70 ? 1e12 : 0);
            }
        }
        finite(burst.build());
    }

    private static PurchaseHistories shop(int customers, int... days) {
        PurchaseHistories.Builder shop = PurchaseHistories.builder(SmallShop.THROUGH);
        for (int i = 0; i < customers; i++) {
            for (int day : days) {
                shop.add(CustomerId.of("c" + i), FIRST.plusDays(day), 10);
            }
        }
        return shop.build();
    }

    /** The gate that is named, after every customer has got a value. */
    private static DataGate gate(PurchaseHistories shop) {
        LifetimeValue model = finite(shop);
        assertThat(model.purchases()).isEmpty();
        return model.notices().get(0).gate();
    }

    private static LifetimeValue finite(PurchaseHistories shop) {
        LifetimeValue model = LifetimeValue.fit(shop);
        model.all(shop).forEach((customer, value) -> {
            assertThat(value.probabilityAlive().value()).isBetween(0.0, 1.0);
            assertThat(value.expectedPurchases().value()).isNotNegative();
            value.lifetimeValue().ifPresent(worth -> assertThat(worth.value()).isNotNegative());
            assertThat(value.evidence().text(Locale.FRENCH))
                    .doesNotContain("NaN")
                    .isNotBlank();
        });
        model.notices()
                .forEach(notice -> assertThat(notice.text(Locale.ENGLISH)).doesNotContain("NaN", "{"));
        return model;
    }
}
