package dev.comptoir.value.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextPurchasesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final CustomerId NEW = CustomerId.of("new");

    /** Thirty customers every seven days, give or take one, and one who came once. */
    private static PurchaseDays weekly() {
        PurchaseDays.Builder days = PurchaseDays.builder();
        for (int customer = 0; customer < 30; customer++) {
            for (int week = 0; week < 12; week++) {
                int off = (customer * 5 + week * 3) % 3 - 1;
                days.add(CustomerId.of("c" + customer), "bread", FIRST.plusDays(7L * week + off), 1);
                if (week % 4 == 0) {
                    days.add(CustomerId.of("c" + customer), "cake", FIRST.plusDays(7L * week + off), 1);
                }
            }
        }
        days.add(NEW, "bread", FIRST.plusDays(76), 1);
        for (int week = 0; week < 11; week++) {
            days.add(ANA, "bread", FIRST.plusDays(7L * week), 2);
        }
        return days.build();
    }

    private static DueForecast ana(int daysAfterTheLast) {
        return NextPurchases.fit(weekly(), FIRST.plusDays(70L + daysAfterTheLast))
                .forCustomer(ANA)
                .forecast()
                .orElseThrow();
    }

    @Test
    void evidenceIsWhatWasBought() {
        DueEvidence evidence = ana(3).evidence();
        assertThat(evidence.intervals()).isEqualTo(10);
        assertThat(evidence.sumDays()).isEqualTo(70);
        assertThat(evidence.elapsedDays()).isEqualTo(3);
        assertThat(evidence.level()).isEqualTo(DueLevel.OWN_HABITS);
        assertThat(evidence.regularity()).isGreaterThan(10);
        assertThat(ana(3).lastPurchase()).isEqualTo(FIRST.plusDays(70));
    }

    /** The density of an interval summed in small steps, in place of the incomplete beta function. */
    @Test
    void theScoreCanBeRecomputedFromTheEvidence() {
        for (int after : new int[] {0, 5, 12}) {
            DueForecast due = ana(after);
            DueEvidence e = due.evidence();
            double shape = e.rateShape() + e.regularity() * e.intervals();
            double scale = e.rateScale() + e.sumDays();
            double from = (e.elapsedDays() + 0.5) / e.timeScale();
            double far = longer(e.regularity(), shape, scale, from);
            double later = longer(e.regularity(), shape, scale, from + 7 / e.timeScale());
            double left = e.leaveA() / (e.leaveB() + e.intervals());
            double model = (far - later) / (far + left);
            double logit = e.intercept() + e.slope() * Math.log(model / (1 - model));

            assertThat(due.probabilityWithin(7)).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-4));
            assertThat(due.probabilityActive()).isCloseTo(far / (far + left), within(1e-4));
        }
    }

    /** P(interval > t) with density t^(k-1) A^R / (A + t)^(R + k), scaled to 1 over 0 to 2000 days. */
    private static double longer(double k, double shape, double scale, double t) {
        double[] sums = new double[2];
        double step = 0.0025;
        for (double at = step / 2; at < 2_000; at += step) {
            double log = (k - 1) * Math.log(at / 7) - (shape + k) * (Math.log(scale + at) - Math.log(scale + 7));
            double density = Math.exp(log);
            sums[0] += density;
            sums[1] += at > t ? density : 0;
        }
        return sums[1] / sums[0];
    }

    @Test
    void theDayIsAWeekAfterTheLast() {
        DueWindow window = ana(3).date().orElseThrow();
        assertThat(window.expected()).isBetween(FIRST.plusDays(76), FIRST.plusDays(78));
        assertThat(window.earliest()).isBeforeOrEqualTo(window.expected()).isAfter(FIRST.plusDays(73));
        assertThat(window.latest()).isAfterOrEqualTo(window.expected());
    }

    @Test
    void probabilityGrowsWithTheDays() {
        DueForecast due = ana(3);
        assertThat(due.probabilityWithin(0)).isZero();
        double before = 0;
        for (int days = 1; days < 400; days++) {
            assertThat(due.probabilityWithin(days)).isBetween(before, 1.0);
            before = due.probabilityWithin(days);
        }
        assertThatThrownBy(() -> due.probabilityWithin(-1)).hasMessageContaining("from 0 to 3650");
    }

    @Test
    void whoIsLongGoneIsNotDue() {
        PurchaseDays.Builder days = PurchaseDays.builder();
        weekly().customers()
                .forEach(customer -> IntStream.range(0, 40)
                        .forEach(week -> days.add(customer, FIRST.plusDays(7L * week + week % 2))));
        CustomerId gone = CustomerId.of("gone");
        IntStream.range(0, 10).forEach(week -> days.add(gone, FIRST.plusDays(7L * week)));
        DueForecast due = NextPurchases.fit(days.build(), FIRST.plusDays(275))
                .forCustomer(gone)
                .forecast()
                .orElseThrow();

        assertThat(due.probabilityActive()).isLessThan(0.1);
        assertThat(due.probabilityWithin(28)).isLessThan(0.1);
        assertThat(due.dateGate()).contains(DueGate.PROBABLY_LEFT);
        assertThat(due.date()).isEmpty();
        assertThat(due.reason(Locale.ENGLISH)).contains("probably left");
    }

    @Test
    void aNewCustomerIsJudgedByTheOthers() {
        NextPurchases model = NextPurchases.fit(weekly(), FIRST.plusDays(78));
        DueForecast due = model.forCustomer(NEW).forecast().orElseThrow();
        assertThat(due.level()).isEqualTo(DueLevel.BUSINESS);
        assertThat(due.evidence().ownWeight()).isZero();
        // All others come weekly, so the day can be told even so.
        assertThat(due.date()).isPresent();
        assertThat(due.typicalIntervalDays()).isCloseTo(7, within(1.0));

        DueForecast bread = model.forCustomer(NEW, "bread").forecast().orElseThrow();
        assertThat(bread.level()).isEqualTo(DueLevel.CATEGORY);
        assertThat(bread.typicalIntervalDays()).isCloseTo(7, within(1.5));
        assertThat(bread.reason(Locale.FRENCH)).contains("d'après les autres acheteurs de bread");
        assertThat(model.forCustomer(NEW, "cake"))
                .isEqualTo(new DueSilence(NEW, Optional.of("cake"), DueGate.NEVER_BOUGHT));
    }

    @Test
    void categoriesHaveTheirOwnPace() {
        NextPurchases model = NextPurchases.fit(weekly(), FIRST.plusDays(78));
        CustomerId one = CustomerId.of("c1");
        DueForecast cake = model.forCustomer(one, "cake").forecast().orElseThrow();
        assertThat(cake.evidence().intervals()).isEqualTo(2);
        assertThat(cake.level()).isEqualTo(DueLevel.CATEGORY);
        assertThat(cake.typicalIntervalDays()).isBetween(18.0, 32.0);
        assertThat(model.forCustomer(one, "bread").forecast().orElseThrow().typicalIntervalDays())
                .isCloseTo(7, within(1.0));
        assertThat(model.report(7, "cake").forecasts()).hasSize(30);
        assertThat(model.report(7, "wine").forecasts()).isEmpty();
        assertThat(model.forCustomer(one, "wine").kind()).isEqualTo(Due.Kind.SILENCE);
    }

    @Test
    void wordsInFrenchAndEnglish() {
        DueForecast due = ana(3);
        assertThat(due.reason(Locale.ENGLISH))
                .startsWith("own habits over 10 intervals: about every 7 days, regular; last purchase on"
                        + " 16 March 2026, 3 days without a purchase since; ")
                .contains(" % probability of a purchase within 7 days; if so, about ");
        assertThat(due.reason(28, Locale.FRANCE))
                .startsWith("ses propres habitudes sur 10 intervalles\u00a0: environ tous les 7 jours, rythme"
                        + " régulier\u00a0; dernier achat le 16 mars 2026, 3 jours sans achat depuis\u00a0; ")
                .contains("\u00a0% de chances d'un achat dans les 28 jours\u00a0; dans ce cas vers le ");
        for (DueGate gate : DueGate.values()) {
            assertThat(gate.text(Locale.FRENCH))
                    .isNotEqualTo(gate.text(Locale.ENGLISH))
                    .doesNotContain("''");
        }
        assertThat(ana(0).reason(Locale.FRENCH)).contains("aucun jour sans achat depuis");
    }

    @Test
    void reportAndArrayAgreeWithTheSingleForm() {
        NextPurchases model = NextPurchases.fit(weekly(), FIRST.plusDays(74));
        double[] all = model.probabilitiesWithin(7);
        assertThat(model.customers()).hasSize(31);
        for (int i = 0; i < all.length; i++) {
            assertThat(model.forCustomer(model.customers().get(i))
                            .forecast()
                            .orElseThrow()
                            .probabilityWithin(7))
                    .isEqualTo(all[i]);
        }
        DueReport report = model.report(7);
        assertThat(report.forecasts()).hasSize(31);
        assertThat(report.forecasts())
                .isSortedAccordingTo((a, b) -> Double.compare(b.probabilityWithin(7), a.probabilityWithin(7)));
        assertThat(report.silent()).containsExactly(Map.entry(DueGate.NEVER_BOUGHT, 1));
        assertThat(report.futureDays()).isPositive();
    }

    /** 23:30 in Paris is the day itself, though in London it is 22:30, and 00:30 is the next one. */
    @Test
    void daysAreThoseOfTheBusiness() {
        Purchase evening = Purchase.by(ANA)
                .at(Instant.parse("2026-03-01T23:30:00Z"))
                .line(ProductId.of("croissant"), 2, Money.eur("2.40"))
                .build();
        DueEvidence paris = single(evening, "Europe/Paris");
        DueEvidence utc = single(evening, "UTC");
        assertThat(paris.elapsedDays()).isEqualTo(8);
        assertThat(utc.elapsedDays()).isEqualTo(9);
    }

    private static DueEvidence single(Purchase purchase, String zone) {
        PurchaseDays.Builder days = PurchaseDays.builder().add(purchase, ZoneId.of(zone), product -> "cake");
        IntStream.range(0, 9)
                .forEach(i -> days.add(NEW, LocalDate.of(2026, 2, 1).plusDays(3L * i)));
        return NextPurchases.fit(days.build(), LocalDate.of(2026, 3, 10))
                .forCustomer(ANA)
                .forecast()
                .orElseThrow()
                .evidence();
    }
}
