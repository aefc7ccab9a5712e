package dev.comptoir.value.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.value.churn.ChurnDefinition;
import dev.comptoir.value.churn.ChurnModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Data at and beyond the edge: a gate with a name, or a probability; never NaN, never outside 0..1. */
class BadInputTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final CustomerId ONE = CustomerId.of("one");

    private static NextPurchases model(PurchaseDays.Builder days) {
        PurchaseDays built = days.build();
        NextPurchases model = NextPurchases.fit(built, TODAY);
        ChurnModel churn = ChurnModel.fit(built, TODAY, ChurnDefinition.noPurchaseWithin(90));
        assertThat(churn.gate()).isEqualTo(model.gate());
        for (CustomerId customer : built.customers()) {
            check(model.forCustomer(customer));
            assertThat(churn.forCustomer(customer).reason(Locale.FRENCH)).doesNotContain("NaN");
            churn.forCustomer(customer).risk().ifPresent(risk -> {
                assertThat(risk.probability()).isBetween(0.0, 1.0);
                assertThat(risk.lower()).isBetween(0.0, risk.probability());
                assertThat(risk.upper()).isBetween(risk.probability(), 1.0);
            });
            for (String category : built.categories()) {
                check(model.forCustomer(customer, category));
            }
        }
        return model;
    }

    private static void check(Due due) {
        assertThat(due.reason(Locale.ENGLISH))
                .isNotBlank()
                .doesNotContain("NaN")
                .doesNotContain("\ufffd");
        due.forecast().ifPresent(forecast -> {
            double before = 0;
            for (int days : new int[] {0, 1, 7, 90, 3_650}) {
                assertThat(forecast.probabilityWithin(days)).isBetween(before, 1.0);
                before = forecast.probabilityWithin(days);
            }
            assertThat(forecast.probabilityActive()).isBetween(0.0, 1.0);
            assertThat(forecast.typicalIntervalDays()).isFinite().isPositive();
            forecast.date().ifPresent(window -> {
                assertThat(window.earliest()).isAfter(TODAY).isBeforeOrEqualTo(window.expected());
                assertThat(window.latest()).isAfterOrEqualTo(window.expected());
            });
        });
    }

    private static PurchaseDays.Builder customers(int customers, int purchases, IntToLongFunction daysBefore) {
        PurchaseDays.Builder days = PurchaseDays.builder();
        for (int c = 0; c < customers; c++) {
            for (int p = 0; p < purchases; p++) {
                days.add(CustomerId.of("c" + c), "all", TODAY.minusDays(daysBefore.applyAsLong(p)), 1);
            }
        }
        return days;
    }

    @Test
    void anEmptyBusiness() {
        NextPurchases model = model(PurchaseDays.builder());
        assertThat(model.gate()).contains(DueGate.NO_PURCHASES);
        assertThat(model.habits()).isEmpty();
        assertThat(model.habits("all")).isEmpty();
        assertThat(model.customers()).isEmpty();
        assertThat(model.probabilitiesWithin(7)).isEmpty();
        assertThat(model.report(7).forecasts()).isEmpty();
        assertThat(model.forCustomer(ONE).reason(Locale.FRENCH))
                .isEqualTo("aucun achat d'un client connu pour l'instant");
        assertThat(model.forCustomer(ONE, "all").kind()).isEqualTo(Due.Kind.SILENCE);
    }

    @Test
    void onePurchase() {
        assertThat(model(customers(1, 1, p -> 3)).gate()).contains(DueGate.ONE_DAY);
    }

    @Test
    void tenPurchasesOnOneDay() {
        NextPurchases model = model(customers(5, 10, p -> 3));
        assertThat(model.gate()).contains(DueGate.ONE_DAY);
        assertThat(model.report(7).silent()).containsExactly(Map.entry(DueGate.ONE_DAY, 5));
    }

    @Test
    void onePurchaseEach() {
        PurchaseDays.Builder days = PurchaseDays.builder();
        for (int c = 0; c < 50; c++) {
            days.add(CustomerId.of("c" + c), TODAY.minusDays(c));
        }
        assertThat(model(days).gate()).contains(DueGate.TOO_FEW_INTERVALS);
    }

    @Test
    void oneCustomer() {
        NextPurchases model = model(customers(1, 4, p -> 7L * p));
        assertThat(model.gate()).isEmpty();
        assertThat(model.habits().orElseThrow().calibration().status()).isEqualTo(Calibration.Status.UNCHECKED);
        DueForecast due = model.report(7).forecasts().get(0);
        assertThat(due.typicalIntervalDays()).isBetween(4.0, 10.0);
        assertThat(due.probabilityWithin(14)).isBetween(0.4, 1.0);
    }

    @Test
    void allCustomersIdentical() {
        NextPurchases exact = model(customers(200, 30, p -> 7L * p));
        DueForecast due = exact.report(7).forecasts().get(0);
        assertThat(due.typicalIntervalDays()).isBetween(6.5, 7.5);
        assertThat(due.probabilityWithin(10)).isGreaterThan(0.9);
        model(customers(200, 400, p -> p));
        model(customers(1, 3_000, p -> p));
    }

    @Test
    void futureDatesAreLeftAside() {
        PurchaseDays.Builder days = customers(3, 6, p -> 10L * p);
        days.add(ONE, LocalDate.of(9999, 12, 31)).add(CustomerId.of("c0"), TODAY.plusDays(1));
        NextPurchases model = model(days);
        assertThat(model.report(7).futureDays()).isEqualTo(2);
        assertThat(model.forCustomer(ONE)).isEqualTo(new DueSilence(ONE, Optional.empty(), DueGate.NEVER_BOUGHT));
        assertThat(model.habits())
                .isEqualTo(model(customers(3, 6, p -> 10L * p)).habits());
        PurchaseDays.Builder onlyFuture = PurchaseDays.builder().add(ONE, TODAY.plusDays(3));
        assertThat(model(onlyFuture).gate()).contains(DueGate.NO_PURCHASES);
    }

    @Test
    void datesLongAgo() {
        PurchaseDays.Builder days = customers(3, 6, p -> 10L * p);
        for (LocalDate old : List.of(LocalDate.of(1, 1, 1), LocalDate.of(1899, 12, 30), LocalDate.of(1969, 12, 31))) {
            days.add(CustomerId.of("c0"), old).add(ONE, old);
        }
        assertThat(model(days).forCustomer(ONE).kind()).isEqualTo(Due.Kind.FORECAST);
    }

    @Test
    void quantitiesThatAreNone() {
        PurchaseDays.Builder days = PurchaseDays.builder();
        double[] strange = {Double.NaN, 0, -3, Double.POSITIVE_INFINITY, 1e300, 1e-300, Double.MIN_VALUE, 1e9};
        for (int c = 0; c < 40; c++) {
            for (int p = 0; p < 12; p++) {
                days.add(CustomerId.of("c" + c), "all", TODAY.minusDays(9L * p), strange[(c + p) % strange.length]);
            }
        }
        assertThat(model(days).gate()).isEmpty();
    }

    @Test
    void foreignImplementationsAndHorizonsAreRefused() {
        assertThatThrownBy(() -> NextPurchases.fit(
                        new PurchaseDays() {
                            @Override
                            public List<CustomerId> customers() {
                                return List.of();
                            }

                            @Override
                            public SortedSet<String> categories() {
                                return new TreeSet<>();
                            }
                        },
                        TODAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model(PurchaseDays.builder()).report(4_000)).hasMessageContaining("4000");
        assertThatThrownBy(() -> ChurnDefinition.noPurchaseWithin(0)).hasMessageContaining("from 1 to 1096");
    }
}
