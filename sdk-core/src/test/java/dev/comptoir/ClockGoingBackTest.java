package dev.comptoir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till whose clock is put back: events keep the times they were given, and new ones are still found as new. */
class ClockGoingBackTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CustomerId ANA = CustomerId.of("ana");

    @TempDir
    Path folder;

    @Test
    void whatIsKeptAndKnownDoesNotDependOnTheClock() {
        List<Event> before = List.of(purchase("1", NOON), purchase("2", NOON.plusSeconds(60)));
        List<Event> after = List.of(purchase("3", NOON.minusSeconds(86_400)), purchase("4", NOON.minusSeconds(86_340)));
        SettableClock clock = new SettableClock(NOON.plusSeconds(60));
        long point;
        try (Comptoir comptoir =
                Comptoir.builder(folder.resolve("one")).clock(clock).build()) {
            Business shop = comptoir.business("shop");
            before.forEach(shop.events()::append);
            assertThat(shop.profiles().get(ANA).purchaseCount()).isEqualTo(2);
            point = shop.events().lastSequence();

            clock.now = NOON.minusSeconds(86_340);
            after.forEach(shop.events()::append);
            assertThat(shop.profiles().get(ANA).purchaseCount()).isEqualTo(4);
        }
        // The clock is still back when it is opened again.
        try (Comptoir back =
                        Comptoir.builder(folder.resolve("one")).clock(clock).build();
                Comptoir steady = Comptoir.builder(folder.resolve("two"))
                        .clock(Clock.fixed(clock.now, ZoneOffset.UTC))
                        .build()) {
            Business shop = back.business("shop");
            List<Event> since = new ArrayList<>();
            assertThat(shop.events().read(EventQuery.keptAfter(point), since::add))
                    .isEqualTo(shop.events().lastSequence());
            assertThat(since).isEqualTo(after);
            List<Event> inOrder = new ArrayList<>(after);
            inOrder.addAll(before);
            assertThat(shop.events().of(ANA)).isEqualTo(inOrder);

            steady.business("shop").events().appendAll(inOrder);
            assertThat(shop.profiles().get(ANA).rfm())
                    .isEqualTo(steady.business("shop").profiles().get(ANA).rfm());
        }
    }

    private static Event purchase(String id, Instant at) {
        return Purchase.by(ANA)
                .id(id)
                .at(at)
                .line(ProductId.of("pain"), 1, Money.eur("1.00"))
                .build();
    }

    private static final class SettableClock extends Clock {
        private Instant now;

        private SettableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
