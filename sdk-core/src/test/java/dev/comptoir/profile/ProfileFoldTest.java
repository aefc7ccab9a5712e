package dev.comptoir.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However events come, profiles are those of a rebuild, to the last bit. */
class ProfileFoldTest {
    private static final Instant NOW = Instant.parse("2026-06-30T22:30:00Z");

    @Test
    void grownInAnyOrderAndAnyBatchesItIsTheRebuild() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            List<Event> events = Everything.events(random, NOW, 400);
            String rebuilt = rebuilt(events);
            List<Event> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, 60));
            Collections.shuffle(shuffled, random);
            try (Comptoir comptoir = open()) {
                Business shop = shop(comptoir);
                int from = 0;
                while (from < shuffled.size()) {
                    int until = Math.min(shuffled.size(), from + 1 + random.nextInt(30));
                    shop.events().appendAll(shuffled.subList(from, until));
                    // Read one by one, so that these are held and grow; and the scores move.
                    shop.profiles().get(CustomerId.of(String.valueOf((char) ('a' + random.nextInt(8)))));
                    from = until;
                }
                StringBuilder oneByOne = new StringBuilder();
                shop.profiles()
                        .customers()
                        .forEach(customer -> oneByOne.append(
                                Everything.describe(shop.profiles().get(customer))));
                assertThat(rebuilt).as("seed %d, round %d", seed, round).startsWith(oneByOne.toString());
                assertThat(Everything.describe(shop.profiles()))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(rebuilt);
            }
        }
    }

    @Test
    void aCatalogueThatChangesIsFollowed() {
        List<Event> events = Everything.events(new Random(5), NOW, 300);
        try (Comptoir grown = open();
                Comptoir fresh = open()) {
            Business shop = grown.business("shop");
            shop.events().appendAll(events);
            shop.profiles().get(CustomerId.of("a"));
            list(shop);
            Business listed = shop(fresh);
            listed.events().appendAll(events);
            assertThat(Everything.describe(shop.profiles().get(CustomerId.of("a"))))
                    .isEqualTo(Everything.describe(listed.profiles().get(CustomerId.of("a"))))
                    .contains("cat0");
        }
    }

    @Test
    void everyValueHasEvidenceAndWordsInBothLanguages() {
        List<Event> events = Everything.events(new Random(3), NOW, 1500);
        try (Comptoir comptoir = open()) {
            Business shop = shop(comptoir);
            shop.events().appendAll(events);
            Profile known = shop.profiles().get(CustomerId.of("a"));
            Profile unknown = shop.profiles().get(CustomerId.of("nobody"));
            for (ProfileValue value : ProfileValue.values()) {
                Reason reason = known.why(value);
                assertThat(reason.gate()).as("%s is there", value).isEmpty();
                assertThat(reason.events()).as("events of %s", value).isNotEmpty();
                assertThat(reason.eventCount())
                        .isGreaterThanOrEqualTo(reason.events().size());
                // Each event named is one of the customer's own.
                assertThat(shop.events().of(CustomerId.of("a")))
                        .extracting(Event::id)
                        .containsAll(reason.events());
                assertThat(reason.aggregates()).isNotEmpty();
                assertThat(reason.rule()).isEqualTo(value.rule()).matches("[a-z-]+/[0-9]+");
                assertThat(reason.confidence()).as("confidence of %s", value).isBetween(0.001, 1.0);
                assertThat(reason.date()).isEqualTo(NOW);
                for (Reason each : List.of(reason, unknown.why(value))) {
                    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                        assertThat(each.text(language))
                                .as("%s in %s", value, language)
                                .isNotBlank()
                                .doesNotContain("{", "}", "null", "''", "NaN", "∞");
                    }
                }
            }
            assertThat(unknown.why(ProfileValue.PRICE_SENSITIVITY).gate()).contains("none");
            assertThat(unknown.facts().find("rfmSegment")).isEmpty();
            assertThat(known.facts().names()).isEqualTo(ProfileFacts.catalogue().keySet());
            ProfileFacts.catalogue()
                    .forEach((name, type) ->
                            assertThat(known.facts().find(name)).as(name).get().isInstanceOf(type));
        }
    }

    private static String rebuilt(List<Event> events) {
        try (Comptoir comptoir = open()) {
            Business shop = shop(comptoir);
            shop.events().appendAll(events);
            return Everything.describe(shop.profiles());
        }
    }

    private static Comptoir open() {
        return Comptoir.inMemory().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    }

    private static Business shop(Comptoir comptoir) {
        Business shop = comptoir.business("shop");
        list(shop);
        return shop;
    }

    private static void list(Business shop) {
        for (int i = 0; i < 10; i++) {
            shop.catalog().put(Product.of(ProductId.of("p" + i), "Produit " + i).withCategory("cat" + i % 3));
        }
    }
}
