package dev.comptoir.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.profile.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeCustomerTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final Instant BEGIN = Instant.parse("2016-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    @Tag("long")
    void aMillionEventsOfOneCustomerFitIntoAFewMegabytesAndAreReadOnce() {
        try (Comptoir comptoir = Comptoir.open(folder.resolve("data"))) {
            Business shop = comptoir.business("shop");
            for (int batch = 0; batch < 100; batch++) {
                List<Event> events = new ArrayList<>();
                for (int i = 0; i < 10_000; i++) {
                    events.add(receipt(batch * 10_000 + i));
                }
                shop.events().appendAll(events);
            }
            ProfileFold fold = new ProfileFold(ANA, shop.settings(), Categories.NONE);
            shop.events().read(EventQuery.all().of(ANA), fold::add);
            assertThat(fold.bytes()).isLessThan(4 << 20);

            Profile first = shop.profiles().get(ANA);
            shop.events().append(receipt(1_000_000));
            Profile second = shop.profiles().get(ANA);

            assertThat(first.purchaseCount()).isEqualTo(1_000_000);
            assertThat(second.purchaseCount()).isEqualTo(1_000_001);
            assertThat(second.spend().minus(first.spend())).isEqualTo(price(1_000_000));
        }
    }

    private static Purchase receipt(int i) {
        return Purchase.by(ANA)
                .id("r" + i)
                .at(BEGIN.plus(Duration.ofMinutes(5L * i)))
                .line(ProductId.of("p" + i % 997), 1, price(i))
                .build();
    }

    private static Money price(int i) {
        // Each product has its price, which goes up twice a year.
        return new Money(100 + i % 997 + i / 50_000, Money.eur("1").currency());
    }
}
