package dev.comptoir.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.value.CustomerValue;
import dev.comptoir.value.churn.Churn;
import dev.comptoir.value.churn.ChurnDefinition;
import dev.comptoir.value.next.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForecastsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ChurnDefinition NINETY_DAYS = ChurnDefinition.noPurchaseWithin(90);
    private static final long SEED = 5;

    private Comptoir comptoir;
    private Business shop;

    @BeforeEach
    void open() {
        comptoir = Comptoir.inMemory().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
        shop = comptoir.business("boulangerie");
    }

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void aRegularCustomerIsExpectedSoonAndOneWhoStayedAwayIsNot() {
        shop.catalog().put(new Product(ProductId.of("pain"), "Pain", "boulangerie", null, Stock.AVAILABLE));
        shop.events().appendAll(clientele());
        Forecasts forecasts = shop.forecasts();
        CustomerId regular = CustomerId.of("regular");
        CustomerId gone = CustomerId.of("gone");

        assertThat(forecasts.asOf()).isEqualTo(LocalDate.of(2026, 11, 23));
        Due due = forecasts.nextPurchase(regular);
        Due lost = forecasts.nextPurchase(gone);
        assertThat(due.forecast().orElseThrow().probabilityWithin(14)).isGreaterThan(0.8);
        assertThat(lost.forecast().orElseThrow().probabilityWithin(14)).isLessThan(0.2);
        assertThat(forecasts.nextPurchase(regular, "boulangerie").forecast()).isPresent();
        assertThat(forecasts.due(14).forecasts().get(0).probabilityWithin(14))
                .isGreaterThanOrEqualTo(due.forecast().orElseThrow().probabilityWithin(14));

        CustomerValue value = forecasts.value(regular).orElseThrow();
        CustomerValue little = forecasts.value(gone).orElseThrow();
        assertThat(value.lifetimeValue().orElseThrow().value())
                .isGreaterThan(little.lifetimeValue().orElseThrow().value());
        Churn stays = forecasts.churn(regular, NINETY_DAYS);
        Churn leaves = forecasts.churn(gone, NINETY_DAYS);
        assertThat(stays.risk().orElseThrow().probability())
                .isLessThan(leaves.risk().orElseThrow().probability());
        assertThat(stays.reason(Locale.FRENCH)).isNotEqualTo(stays.reason(Locale.ENGLISH));
    }

    @Test
    void theSameDayGivesTheSameForecastsAndAnErasureNewOnes() {
        shop.events().appendAll(clientele());
        Forecasts first = shop.forecasts();
        assertThat(shop.forecasts()).isSameAs(first);

        shop.erasure().erase(SubjectRequest.of(CustomerId.of("regular")));

        Forecasts second = shop.forecasts();
        assertThat(second).isNotSameAs(first);
        assertThat(second.value(CustomerId.of("regular"))).isEmpty();
        assertThat(second.nextPurchase(CustomerId.of("regular")).forecast()).isEmpty();
    }

    @Test
    void anEmptyShopAndOneCustomerSayWhyNothingIsSaid() {
        CustomerId nobody = CustomerId.of("nobody");
        assertThat(shop.forecasts().value(nobody)).isEmpty();
        assertThat(shop.forecasts().nextPurchase(nobody).kind()).isEqualTo(Due.Kind.SILENCE);
        assertThat(shop.forecasts().nextPurchase(nobody).reason(Locale.FRENCH)).isNotBlank();
        assertThat(shop.forecasts().churn(nobody, NINETY_DAYS).risk()).isEmpty();
        assertThat(shop.forecasts().due(7).forecasts()).isEmpty();

        try (Comptoir other =
                Comptoir.inMemory().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build()) {
            Business tiny = other.business("tiny");
            tiny.events().append(purchase("1", nobody, NOW.minus(Duration.ofDays(3))));
            assertThat(tiny.forecasts().value(nobody)).isPresent();
            assertThat(tiny.forecasts().lifetimeValue().notices()).isNotEmpty();
            assertThat(tiny.forecasts().nextPurchase(nobody).forecast()).isEmpty();
        }
    }

    private static List<Event> clientele() {
        Random random = new Random(SEED);
        List<Event> events = new ArrayList<>();
        for (int week = 0; week < 50; week++) {
            events.add(purchase("r" + week, CustomerId.of("regular"), NOW.minus(Duration.ofDays(7L * week + 6))));
        }
        for (int week = 35; week < 50; week++) {
            events.add(purchase("g" + week, CustomerId.of("gone"), NOW.minus(Duration.ofDays(7L * week + 2))));
        }
        for (int customer = 0; customer < 60; customer++) {
            int interval = 5 + random.nextInt(30);
            int until = random.nextInt(3) == 0 ? 150 : 1;
            for (int day = 340 - random.nextInt(interval); day > until; day -= 1 + random.nextInt(2 * interval)) {
                events.add(
                        purchase(customer + "-" + day, CustomerId.of("c" + customer), NOW.minus(Duration.ofDays(day))));
            }
        }
        return events;
    }

    private static Purchase purchase(String id, CustomerId customer, Instant at) {
        return Purchase.by(customer)
                .id(id)
                .at(at)
                .line(ProductId.of("pain"), 1, Money.eur("4.20"))
                .build();
    }
}
