package dev.comptoir.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Line;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions worked by hand. */
class ProfileValuesTest {
    private static final Instant NOW = Instant.parse("2026-06-30T22:30:00Z");
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private final Comptoir comptoir =
            Comptoir.inMemory().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    private final Business shop = comptoir.business("shop");
    private int receipts;

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void hoursAndDaysFollowTheClocksOfParisWhenTheyChange() {
        // Spring 2026: 29 March, 2:00 becomes 3:00 (1:00 UTC). Autumn 2025: 26 October, 3:00 becomes 2:00 again (1:00
        // UTC).
        sell("2026-03-29T00:59:59.999Z", "bread", "1"); // 1:59 before the gap
        sell("2026-03-29T01:00:00Z", "bread", "1"); // 3:00 after it
        sell("2025-10-26T00:30:00Z", "bread", "1"); // 2:30, the first time
        sell("2025-10-26T01:30:00Z", "bread", "1"); // 2:30 again
        sell("2026-03-28T22:59:00Z", "bread", "1"); // 23:59 on Saturday, winter time
        sell("2026-03-29T21:59:00Z", "bread", "1"); // 23:59 on the same Sunday, summer time
        sell("2026-03-29T22:00:00Z", "bread", "1"); // midnight: Monday

        Profile profile = ana();

        assertThat(profile.favouriteHours())
                .containsExactly(
                        new HabitualHour(2, 2, 7),
                        new HabitualHour(23, 2, 7),
                        new HabitualHour(0, 1, 7),
                        new HabitualHour(1, 1, 7),
                        new HabitualHour(3, 1, 7));
        assertThat(profile.favouriteDays())
                .containsExactly(
                        new HabitualDay(DayOfWeek.SUNDAY, 5, 7),
                        new HabitualDay(DayOfWeek.MONDAY, 1, 7),
                        new HabitualDay(DayOfWeek.SATURDAY, 1, 7));
        ShopStatistics statistics = shop.profiles().shop();
        assertThat(statistics.byDay().get(LocalDate.of(2026, 3, 29)).purchases())
                .isEqualTo(3);
        assertThat(statistics.byDay().get(LocalDate.of(2025, 10, 26)).purchases())
                .isEqualTo(2);
        assertThat(statistics.byHour().get(2).purchases()).isEqualTo(2);
        assertThat(statistics.byHour()).hasSize(24);
    }

    @Test
    void basketsHaveMeansAndMedians() {
        // Lines 1, 1, 3; units 2, 0.5, 4; amounts 3.00, 1.00, 9.00.
        add(line("bread", "2", "3.00"));
        add(line("ham", "0.5", "1.00"));
        add(line("bread", "1", "2.00"), line("ham", "1", "3.00"), line("pie", "2", "4.00"));

        BasketSize size = ana().basketSize().orElseThrow();

        assertThat(size.meanLines()).isCloseTo(5 / 3.0, EXACT);
        assertThat(size.medianLines()).isEqualTo(1);
        assertThat(size.meanUnits()).isCloseTo(6.5 / 3, EXACT);
        assertThat(size.medianUnits()).isEqualTo(2);
        assertThat(size.meanAmount()).isEqualTo(Money.eur("4.33"));
        assertThat(size.medianAmount()).isEqualTo(Money.eur("3.00"));
    }

    @Test
    void pricesAreHeldAgainstWhatIsUsual() {
        // All customers: 15 lines of bread, 9 at 2.00 and 6 at 1.50: the median is 2.00, and 6 of 15 were below. Ana
        // bought 6 of them
        // at 1.50 and 4 at 2.00.
        for (int i = 0; i < 10; i++) {
            add(line("bread", "1", i < 6 ? "1.50" : "2.00"));
        }
        assertThat(ana().priceSensitivity()).as("1.50 is usual so far").isPresent();
        for (int i = 0; i < 5; i++) {
            shop.events()
                    .append(Purchase.anonymous()
                            .id("cash" + i)
                            .at(NOW)
                            .line(line("bread", "1", "2.00"))
                            .build());
        }

        PriceSensitivity known = ana().priceSensitivity().orElseThrow();

        assertThat(known.linesBelowUsual()).isEqualTo(6);
        assertThat(known.linesCompared()).isEqualTo(10);
        assertThat(known.shareBelowUsual()).isEqualTo(0.6);
        assertThat(known.shopShareBelowUsual()).isCloseTo(0.4, EXACT);
        // Wilson at z = 1.28155: (.6 + .08212 - 1.28155 sqrt(.024 + .0041059)) / 1.164237 = .40135...
        assertThat(known.shareBelowUsualAtLeast()).isCloseTo(0.40135, Offset.offset(1e-4));
        assertThat(known.categoryPosition()).as("no categories").isEmpty();
    }

    @Test
    void fewLinesSayNothingOfPricesAndNameTheGate() {
        add(line("bread", "1", "1.50"));
        assertThat(ana().priceSensitivity()).isEmpty();
        assertThat(ana().why(ProfileValue.PRICE_SENSITIVITY).gate()).contains("too-few-lines");
    }

    @Test
    void preferencesDecayAndTheSurerOneStays() {
        // Bought in 4 of 4 purchases, 6 months ago: each weighs one half, so 2 of 2; Wilson's bound is 1 / (1 + z²/2).
        for (int i = 0; i < 4; i++) {
            sell("2026-01-0" + (2 + i) + "T10:00:00Z", "bread", "1");
        }
        double z2 = 1.2815515655446004 * 1.2815515655446004;
        Preference seen = ana().preferences().get(0);
        assertThat(seen.origin()).isEqualTo(Preference.Origin.OBSERVED);
        assertThat(seen.support()).isCloseTo(2, EXACT);
        assertThat(seen.confidence()).isCloseTo(1 / (1 + z2 / 2), EXACT);
        assertThat(seen.confidence()).isEqualTo(Preference.lowerBound(seen.support(), seen.trials()));

        // Said two years ago with .8: .4 now, which is less sure than what is bought.
        state("2024-07-10T10:00:00Z", Preference.Attitude.DISLIKES);
        assertThat(ana().preferences()).containsExactly(seen);
        // Said this month: surer.
        state("2026-06-30T23:00:00Z", Preference.Attitude.DISLIKES);
        assertThat(ana().preferences())
                .singleElement()
                .satisfies(said -> assertThat(said.origin()).isEqualTo(Preference.Origin.STATED))
                .satisfies(said -> assertThat(said.attitude()).isEqualTo(Preference.Attitude.DISLIKES))
                .satisfies(said -> assertThat(said.confidence()).isEqualTo(0.8));
    }

    @Test
    void aRequestIsOpenUntilSomebodyAnswersAndAnAnswerMayBeToldOfLate() {
        message("2026-06-01T10:00:00Z", Message.Direction.FROM_CUSTOMER, "mail");
        message("2026-06-03T10:00:00Z", Message.Direction.FROM_CUSTOMER, "chat");
        assertThat(ana().openRequests()).hasSize(2);

        message("2026-06-02T10:00:00Z", Message.Direction.TO_CUSTOMER, "phone");

        assertThat(ana().openRequests()).extracting(OpenRequest::channel).containsExactly("chat");
        assertThat(ana().contacts().lastChannel()).contains("chat");
        assertThat(ana().contacts().sent()).containsEntry("phone", 1);
    }

    @Test
    void cashSalesCountInTheShopAndCurrenciesStayApart() {
        add(line("bread", "1", "2.00"));
        shop.events()
                .append(Purchase.anonymous()
                        .id("cash")
                        .at(NOW)
                        .line(line("bread", "1", "4.00"))
                        .build());
        shop.events()
                .append(Purchase.by(ANA)
                        .at(NOW)
                        .line(new Line(ProductId.of("bread"), BigDecimal.ONE, Money.of("9", "CHF")))
                        .build());

        ShopStatistics statistics = shop.profiles().shop();

        assertThat(statistics.total().bought()).isEqualTo(Money.eur("6.00"));
        assertThat(statistics.total().knownShare()).isEqualTo(0.5);
        assertThat(statistics.total().averageBasket()).contains(Money.eur("3.00"));
        assertThat(statistics.total(Currency.getInstance("CHF")).net()).isEqualTo(Money.of("9", "CHF"));
        assertThat(statistics.customers()).isEqualTo(1);
        assertThat(ana().spend()).isEqualTo(Money.eur("2.00"));
        assertThat(ana().otherCurrencies()).containsValue(Money.of("9", "CHF"));
    }

    @Test
    void cohortsCountWhoCameBackInWhichMonth() {
        buy("a", "2026-01-31T23:30:00Z"); // 1 February in Paris
        buy("a", "2026-04-10T10:00:00Z");
        buy("b", "2026-02-03T10:00:00Z");
        buy("b", "2026-03-03T10:00:00Z");
        buy("c", "2026-03-03T10:00:00Z");

        assertThat(shop.profiles().shop().cohorts())
                .containsExactly(
                        new Cohort(YearMonth.of(2026, 2), List.of(2, 1, 1)),
                        new Cohort(YearMonth.of(2026, 3), List.of(1, 0)));
        // A late event makes a an older customer.
        buy("a", "2026-01-05T10:00:00Z");
        assertThat(shop.profiles().shop().cohorts())
                .contains(
                        new Cohort(YearMonth.of(2026, 1), List.of(1, 1, 0, 1)),
                        new Cohort(YearMonth.of(2026, 2), List.of(1, 1, 0)));
    }

    @Test
    void aChannelIsKeptOnDiskAndOneMoreTimeIsTheSameEvent(@TempDir Path folder) {
        try (Comptoir files = Comptoir.open(folder.resolve("data"))) {
            Business kept = files.business("shop");
            Purchase web = Purchase.by(ANA)
                    .at(NOW)
                    .channel("web")
                    .line(line("bread", "1", "1"))
                    .build();
            Purchase unknown =
                    Purchase.by(ANA).at(NOW).line(line("bread", "1", "1")).build();
            assertThat(kept.events().append(web)).isTrue();
            assertThat(kept.events().append(web)).isFalse();
            assertThat(kept.events().append(unknown)).isTrue();
            assertThat(kept.events().of(ANA)).containsExactlyInAnyOrder(web, unknown);
            assertThat(kept.profiles().get(ANA).favouriteChannels())
                    .extracting(Favourite::key)
                    .containsExactly("web");
        }
    }

    @Test
    void nothingIsEverNotANumber() {
        List<String> seen = new ArrayList<>();
        seen.add(Everything.describe(shop.profiles()) + Everything.describe(ana())); // empty business
        sell("9999-12-31T10:00:00Z", "bread", "0"); // one customer, one purchase, nothing paid, far in the future
        seen.add(Everything.describe(ana()) + Everything.describe(shop.profiles()));
        assertThat(ana().why(ProfileValue.LAST_PURCHASE).text()).contains("à venir");
        for (int i = 0; i < 10; i++) {
            sell("2026-06-0" + 1 + "T1" + i % 3 + ":00:00Z", "bread", "1"); // ten on one day
        }
        add(line("gold", "1e9", "10000000000.00"));
        sell("0001-01-01T10:00:00Z", "bread", "1");
        seen.add(Everything.describe(ana()) + Everything.describe(shop.profiles()));
        assertThat(seen).allSatisfy(text -> assertThat(text).doesNotContain("NaN", "Infinity", "∞"));
    }

    private Profile ana() {
        return shop.profiles().get(ANA);
    }

    private void state(String at, Preference.Attitude attitude) {
        shop.events()
                .append(KnownEvents.preferenceStated(
                        ANA, Instant.parse(at), Preference.Kind.PRODUCT, "bread", attitude, 0.8));
    }

    private void message(String at, Message.Direction direction, String channel) {
        shop.events().append(Message.of(ANA, Instant.parse(at), direction, channel, "text"));
    }

    private void buy(String customer, String at) {
        shop.events()
                .append(Purchase.by(CustomerId.of(customer))
                        .at(Instant.parse(at))
                        .line(line("bread", "1", "1"))
                        .build());
    }

    private void sell(String at, String product, String amount) {
        shop.events()
                .append(Purchase.by(ANA)
                        .id("s" + receipts++)
                        .at(Instant.parse(at))
                        .line(line(product, "1", amount))
                        .build());
    }

    private void add(Line... lines) {
        shop.events().append(new Purchase(EventId.of("s" + receipts++), NOW, ANA, List.of(lines)));
    }

    private static Line line(String product, String quantity, String amount) {
        return new Line(ProductId.of(product), new BigDecimal(quantity), Money.eur(amount));
    }
}
