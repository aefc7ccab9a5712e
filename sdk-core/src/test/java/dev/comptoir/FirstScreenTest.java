package dev.comptoir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.event.Purchase;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstScreenTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final CustomerId ANA = CustomerId.of("card-0042");

    @Test
    void oneCustomerAndTwoPurchasesGiveASensibleProfile(@TempDir Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-03-10T08:00:00Z"), ZoneOffset.UTC);
        try (Comptoir comptoir = Comptoir.builder(folder).clock(clock).build()) {
            Business bakery = comptoir.business("boulangerie-martin");
            for (int day = 0; day < 2; day++) {
                bakery.events()
                        .append(Purchase.by(ANA)
                                .at(MONDAY.plusSeconds(86_400L * day))
                                .line(ProductId.of("croissant"), 2, Money.eur("2.40"))
                                .line(ProductId.of("baguette"), 1, Money.eur("1.20"))
                                .build());
            }

            Profile profile = bakery.profiles().get(ANA);

            assertThat(profile.purchaseCount()).isEqualTo(2);
            assertThat(profile.spend()).isEqualTo(Money.eur("12.00"));
            assertThat(profile.averageBasket()).contains(Money.eur("6.00"));
            assertThat(profile.rfm()).hasToString("Optional[R3 F3 M3]");
            assertThat(profile.nextPurchase()).isEmpty();
            assertThat(profile.why(ProfileValue.SPEND).text(Locale.ENGLISH))
                    .isEqualTo("2 purchases of 12.00\u00a0€, no return");
            assertThat(profile.why(ProfileValue.RFM).text(Locale.FRENCH))
                    .isEqualTo("dernier achat il y a 7 jours, 2 achats, 12,00\u00a0€ dépensés\u00a0; parmi un client,"
                            + " note 3 sur 5 en récence, 3 en fréquence, 3 en montant");
        }
    }
}
