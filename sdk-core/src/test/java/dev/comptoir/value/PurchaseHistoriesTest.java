package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PurchaseHistoriesTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final LocalDate THROUGH = LocalDate.of(2026, 3, 31);

    private final Comptoir comptoir = Comptoir.inMemory()
            .clock(Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC))
            .build();
    private final Business shop = comptoir.business("shop");

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void daysAreLocalOnesAcrossTheChangeOfTheClock() {
        // Paris goes from +1 to +2 on 29 March 2026: 22:59Z of the 28th is 23:59, 22:30Z of the 29th is 00:30 of the
        // 30th.
        buy("2026-03-28T22:59:00Z", "1.00");
        buy("2026-03-29T21:59:00Z", "2.00");
        buy("2026-03-29T22:30:00Z", "4.00");
        buy("2026-03-30T21:30:00Z", "8.00");

        PurchaseDays days = read().customers().get(ANA);

        assertThat(days.size()).isEqualTo(3);
        assertThat(days.first()).isEqualTo(LocalDate.of(2026, 3, 28));
        assertThat(days.last()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(read().find(ANA).orElseThrow().meanSpend()).isEqualTo((2.0 + 12.0) / 2);
    }

    @Test
    void whatIsDatedAfterTheEndIsLeftOut() {
        buy("2026-03-31T21:59:59Z", "1.00");
        buy("2026-03-31T22:00:00Z", "1.00");
        buy("2126-01-01T00:00:00Z", "1.00");

        assertThat(read().customers().get(ANA).size()).isEqualTo(1);
        assertThat(read().find(ANA)).hasValue(PurchaseHistory.ofNewCustomer());
    }

    @Test
    void currenciesAreNeverMixedAndReturnsChangeNothing() {
        buy("2026-03-01T12:00:00Z", "1.00");
        buy("2026-03-08T12:00:00Z", "5.00");
        shop.events()
                .append(Purchase.by(ANA)
                        .at(Instant.parse("2026-03-15T12:00:00Z"))
                        .line(ProductId.of("p"), 1, Money.of("900", "JPY"))
                        .build());
        shop.events()
                .append(Return.by(ANA)
                        .at(Instant.parse("2026-03-16T12:00:00Z"))
                        .line(ProductId.of("p"), 1, Money.eur("5.00"))
                        .build());

        PurchaseHistory history = read().find(ANA).orElseThrow();

        assertThat(history.frequency()).isEqualTo(2);
        assertThat(history.paidPurchases()).isEqualTo(1);
        assertThat(history.meanSpend()).isEqualTo(5);
        assertThat(read().purchasesInOtherCurrencies()).isEqualTo(1);
    }

    @Test
    void salesToNobodyKnownAreCountedAndBelongToNobody() {
        shop.events()
                .append(Purchase.anonymous()
                        .id("t1")
                        .at(Instant.parse("2026-03-15T12:00:00Z"))
                        .line(ProductId.of("p"), 1, Money.eur("5.00"))
                        .build());

        assertThat(read().customers()).isEmpty();
        assertThat(read().anonymousPurchases()).isEqualTo(1);
        assertThat(read().find(ANA)).isEmpty();
        assertThat(read().dayAfterShare(0.5)).isEmpty();
    }

    private PurchaseHistories read() {
        return PurchaseHistories.read(shop.events(), BusinessSettings.france(), THROUGH);
    }

    private void buy(String at, String amount) {
        shop.events()
                .append(Purchase.by(ANA)
                        .at(Instant.parse(at))
                        .line(ProductId.of("p"), 1, Money.eur(amount))
                        .build());
    }
}
