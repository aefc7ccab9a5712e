package dev.comptoir.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final Segment REGULARS = new Segment(
            "regulars", "Habitués", "Regulars", Rule.fact("purchaseCount").atLeast(2));
    private static final Segment GONE =
            new Segment("gone", "Perdus", "Gone", Rule.fact("lastPurchase").olderThanDays(30));
    private static final Segment LATE = new Segment(
            "late", "En retard", "Late", Rule.fact("daysSinceLastPurchase").greaterThan(30));
    private static final Segment BEST =
            new Segment("best", "Meilleurs", "Best", Rule.fact("rfmMonetary").atLeast(5));
    private static final Segment CREAM = new Segment(
            "cream", "Crème", "Cream", Rule.fact("favouriteCategories").containsAny("Crèmerie"));
    private static final SegmentSet SET = SegmentSet.of(REGULARS, GONE, LATE, BEST, CREAM);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final Comptoir comptoir = Comptoir.inMemory().clock(clock).build();
    private final Business shop = comptoir.business("shop");

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void enteringAndLeavingAreToldWithTheReason() {
        Segments segments = Segments.of(shop, SegmentSet.of(REGULARS, GONE));
        assertThatIllegalStateException().isThrownBy(() -> segments.members("regulars", each -> {}));
        assertThat(segments.refresh().toString()).isEqualTo("0 entered, 0 left, 0 of 0 customers looked at");
        buy("ana", 3, "1.00");
        buy("ben", 3, "1.00");
        assertThat(told(segments.refresh())).isEmpty();
        buy("ana", 1, "2.00");
        RefreshReport report = segments.refresh();
        assertThat(told(report)).containsExactly("ana ENTERED regulars 1");
        assertThat(report.looked()).as("only who bought").isEqualTo(1);
        assertThat(report.changes().get(0).reason().text(Locale.FRENCH))
                .isEqualTo("nombre d'achats\u00a0: 2 (au moins 2)");
        assertThat(segments.of(CustomerId.of("ana")))
                .extracting(each -> each.segment().id())
                .containsExactly("regulars");
        assertThat(segments.explain(CustomerId.of("ben")))
                .extracting(SegmentReason::belongs)
                .containsExactly(false, false);

        // Ben bought on 26 February: 30 days later is not yet older than 30 days, the day after is.
        clock.now = Instant.parse("2026-03-28T22:59:00Z");
        assertThat(told(segments.refresh())).isEmpty();
        // Local midnight in Paris, still the 28th in London.
        clock.now = Instant.parse("2026-03-28T23:01:00Z");
        report = segments.refresh();
        assertThat(told(report)).containsExactly("ben ENTERED gone 1");
        assertThat(report.looked()).as("only whom the day changes").isEqualTo(1);
        buy("ben", 0, "1.00");
        assertThat(told(segments.refresh())).containsExactly("ben ENTERED regulars 1", "ben LEFT gone 2");
        assertThat(members(segments, "regulars")).containsExactly("ana", "ben");
        assertThatIllegalArgumentException().isThrownBy(() -> segments.members("none", each -> {}));
    }

    @Test
    void recordedChangesAreNeverRepeatedAndChangeNoProfile() {
        buy("ana", 3, "1.00");
        buy("ana", 1, "2.00");
        String before = describe("ana");
        Segments segments = Segments.of(shop, SET);
        assertThat(segments.refreshAndRecord().recorded()).isEqualTo(1);
        long size = shop.events().size();
        assertThat(segments.refreshAndRecord().recorded()).isZero();
        assertThat(Segments.of(shop, SET).refreshAndRecord().entered())
                .as("another instance")
                .isZero();
        assertThat(shop.events().size()).isEqualTo(size);
        assertThat(describe("ana")).isEqualTo(before);
        CustomEvent event = segmentEvents().get(0);
        assertThat(event.name()).isEqualTo("segment-entered");
        assertThat(event.attributes())
                .containsEntry("segment", "regulars")
                .containsEntry("number", "1")
                .containsEntry("reason-en", "number of purchases: 2 (at least 2)");

        clock.now = clock.now.plus(Duration.ofDays(60));
        assertThat(told(Segments.of(shop, SET).refreshAndRecord()))
                .containsExactly("ana ENTERED gone 1", "ana ENTERED late 1");
        buy("ana", 0, "1.00");
        assertThat(told(Segments.of(shop, SET).refreshAndRecord()))
                .containsExactly("ana LEFT gone 2", "ana LEFT late 2");
        clock.now = clock.now.plus(Duration.ofDays(60));
        assertThat(told(Segments.of(shop, SET).refreshAndRecord()))
                .containsExactly("ana ENTERED gone 3", "ana ENTERED late 3");
        // The first instance saw none of this, and learns it from the log.
        assertThat(told(segments.refresh())).isEmpty();
        assertThat(segmentEvents()).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void twoWhoSawTheSameChangeRecordItOnce() {
        buy("ana", 3, "1.00");
        buy("ana", 1, "2.00");
        SegmentChange here = Segments.of(shop, SET).refresh().changes().get(0);
        clock.now = clock.now.plusSeconds(5);
        SegmentChange there = Segments.of(shop, SET).refresh().changes().get(0);
        assertThat(shop.events().append(here.event())).isTrue();
        assertThat(shop.events().appendAll(List.of(there.event())).stored()).isZero();
        assertThat(segmentEvents()).hasSize(1);
    }

    @Test
    void someoneElsesEventsOfTheSameNameAreLeftAlone() {
        buy("ana", 3, "1.00");
        for (String number : new String[] {"x", "-1", "0", "99999999999999"}) {
            shop.events()
                    .append(CustomEvent.of(
                            CustomerId.of("ana"),
                            clock.instant(),
                            "segment-entered",
                            new TreeMap<>(Map.of("segment", "regulars", "number", number))));
        }
        assertThat(told(Segments.of(shop, SET).refresh())).isEmpty();
    }

    @Test
    void anyHistoryGivesWhatBeginningAnewGives() {
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            Business business = comptoir.business("shop-" + seed);
            Segments kept = Segments.of(business, SET);
            for (int step = 0; step < 25; step++) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    business.events()
                            .append(purchase(
                                    "c" + random.nextInt(12), random.nextInt(50), random.nextInt(900) + 100 + ".00"));
                }
                if (random.nextInt(4) == 0) {
                    clock.now = clock.now.plus(Duration.ofHours(random.nextInt(40)));
                }
                if (random.nextInt(6) == 0) {
                    business.catalog()
                            .put(Product.of(ProductId.of("pain"), "Pain")
                                    .withCategory(random.nextBoolean() ? "Crèmerie" : "Pains"));
                }
                if (random.nextInt(3) == 0) {
                    kept.refreshAndRecord();
                } else {
                    kept.refresh();
                }
                for (Segment segment : SET.segments()) {
                    Set<String> naive = new TreeSet<>();
                    for (CustomerId customer : business.profiles().customers()) {
                        if (kept.of(customer).stream()
                                .anyMatch(each -> each.segment().equals(segment))) {
                            naive.add(customer.value());
                        }
                    }
                    assertThat(members(kept, segment.id()))
                            .as("seed %d, step %d, %s", seed, step, segment.id())
                            .containsExactlyElementsOf(naive);
                }
            }
        }
    }

    @Test
    void anEmptyBusinessAndSomebodyUnknown() {
        Segments segments = Segments.of(shop, SET);
        assertThat(segments.of(CustomerId.of("nobody"))).isEmpty();
        assertThat(segments.refreshAndRecord().customers()).isZero();
        assertThat(members(segments, "gone")).isEmpty();
        assertThat(shop.events().size()).isZero();
        assertThat(Segments.of(shop, SegmentSet.of()).refresh().entered()).isZero();
    }

    private List<CustomEvent> segmentEvents() {
        List<CustomEvent> found = new ArrayList<>();
        for (Event event : shop.events().of(CustomerId.of("ana"))) {
            if (event instanceof CustomEvent custom) {
                found.add(custom);
            }
        }
        return found;
    }

    private String describe(String customer) {
        var profile = shop.profiles().get(CustomerId.of(customer));
        return profile.purchaseCount() + " " + profile.spend() + " " + profile.lastPurchase() + " " + profile.rfm()
                + " " + profile.favouriteProducts() + " " + profile.nextPurchase();
    }

    private static List<String> told(RefreshReport report) {
        return report.changes().stream()
                .map(each -> each.customer() + " " + each.kind() + " "
                        + each.segment().id() + " " + each.number())
                .toList();
    }

    private static List<String> members(Segments segments, String id) {
        List<String> members = new ArrayList<>();
        segments.members(id, customer -> members.add(customer.value()));
        return members;
    }

    private void buy(String customer, int daysAgo, String amount) {
        shop.events().append(purchase(customer, daysAgo, amount));
    }

    private Purchase purchase(String customer, int daysAgo, String amount) {
        return Purchase.by(CustomerId.of(customer))
                .at(clock.now.minus(Duration.ofDays(daysAgo)))
                .line(ProductId.of("pain"), 1, Money.eur(amount))
                .build();
    }

    private static final class MovingClock extends Clock {
        private Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
