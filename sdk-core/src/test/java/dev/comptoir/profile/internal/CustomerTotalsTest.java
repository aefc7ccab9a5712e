package dev.comptoir.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.profile.RfmScore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CustomerTotalsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aReadThatFailsHalfwayIsNotCountedTwice() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            Business shop = comptoir.business("shop");
            EventLog events = shop.events();
            for (int i = 0; i < 3; i++) {
                events.append(purchase("a", i));
                events.append(purchase("b", i));
            }
            events.append(purchase("b", 3));
            CustomerTotals totals = new CustomerTotals(BusinessSettings.france());
            Source source = source(shop, events);

            assertThatThrownBy(() -> totals.customers(source(shop, new FailingHalfway(events))))
                    .isInstanceOf(StoreException.class);

            // b bought once more than a: were the first half counted twice, their numbers would be the same.
            assertThat(totals.customers(source)).containsExactly(CustomerId.of("a"), CustomerId.of("b"));
            assertThat(totals.profile(CustomerId.of("a"), source).rfm()).contains(new RfmScore(3, 2, 2));
            assertThat(totals.profile(CustomerId.of("b"), source).rfm()).contains(new RfmScore(3, 4, 4));
            assertThat(totals.events(CustomerId.of("b"))).isEqualTo(4);
            assertThat(totals.shop(source).total().purchases()).isEqualTo(7);
        }
    }

    @Test
    void afterAnErasureEverythingBeginsAnew() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            Business before = comptoir.business("before");
            Business after = comptoir.business("after");
            for (int i = 0; i < 3; i++) {
                before.events().append(purchase("a", i));
                before.events().append(purchase("b", i));
                after.events().append(purchase("b", i));
            }
            CustomerTotals totals = new CustomerTotals(BusinessSettings.france());
            assertThat(totals.profile(CustomerId.of("a"), source(before, before.events()))
                            .purchaseCount())
                    .isEqualTo(3);

            Source erased = source(after, new Erased(after.events()));

            assertThat(totals.customers(erased)).containsExactly(CustomerId.of("b"));
            assertThat(totals.profile(CustomerId.of("a"), erased).purchaseCount())
                    .isZero();
            assertThat(totals.profile(CustomerId.of("b"), erased).rfm()).contains(new RfmScore(3, 3, 3));
            assertThat(totals.shop(erased).total().purchases()).isEqualTo(3);
        }
    }

    private static Source source(Business shop, EventLog events) {
        return new Source(events, shop.catalog(), shop.clock());
    }

    private static Purchase purchase(String customer, int number) {
        return Purchase.by(CustomerId.of(customer))
                .id(customer + number)
                .at(NOON)
                .line(ProductId.of("pain"), 1, Money.eur("1.00"))
                .build();
    }

    /** A log whose disk fails after four events. */
    private record FailingHalfway(EventLog log) implements EventLog {
        @Override
        public long read(EventQuery query, Consumer<? super Event> consumer) {
            int[] left = {4};
            return log.read(query, event -> {
                if (left[0]-- == 0) {
                    throw new StoreException(ErrorCode.STORE_FAILED, "The disk failed.");
                }
                consumer.accept(event);
            });
        }

        @Override
        public boolean append(Event event) {
            return log.append(event);
        }

        @Override
        public AppendReport appendAll(Collection<? extends Event> events) {
            return log.appendAll(events);
        }

        @Override
        public List<Event> of(CustomerId customer) {
            return log.of(customer);
        }

        @Override
        public long size() {
            return log.size();
        }

        @Override
        public long lastSequence() {
            return log.lastSequence();
        }

        @Override
        public long erasures() {
            return log.erasures();
        }
    }

    /** The same log after a customer was erased. */
    private record Erased(EventLog log) implements EventLog {
        @Override
        public long read(EventQuery query, Consumer<? super Event> consumer) {
            return log.read(query, consumer);
        }

        @Override
        public boolean append(Event event) {
            return log.append(event);
        }

        @Override
        public AppendReport appendAll(Collection<? extends Event> events) {
            return log.appendAll(events);
        }

        @Override
        public List<Event> of(CustomerId customer) {
            return log.of(customer);
        }

        @Override
        public long size() {
            return log.size();
        }

        @Override
        public long lastSequence() {
            return log.lastSequence();
        }

        @Override
        public long erasures() {
            return 1;
        }
    }
}
