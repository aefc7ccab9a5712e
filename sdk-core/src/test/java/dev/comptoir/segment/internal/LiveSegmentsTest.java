package dev.comptoir.segment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
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
import dev.comptoir.segment.Rule;
import dev.comptoir.segment.Segment;
import dev.comptoir.segment.SegmentSet;
import dev.comptoir.segment.Segments;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when events are erased, and when the disk fails. */
class LiveSegmentsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SegmentSet SET = SegmentSet.of(
            new Segment("all", "Tous", "All", Rule.fact("purchaseCount").atLeast(1)),
            new Segment("two", "Deux", "Two", Rule.fact("purchaseCount").atLeast(2)));

    private final Comptoir comptoir =
            Comptoir.inMemory().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    private final Business shop = comptoir.business("shop");
    private final ForgettingLog log = new ForgettingLog(shop.events());
    private final Segments segments = new LiveSegments(
            SET,
            log,
            shop.catalog(),
            new ProfileFactSource(shop.profiles()),
            shop.settings().zone(),
            shop.clock());

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void whoIsErasedIsForgottenAndNobodyElse() {
        buy("ana", 1);
        buy("ben", 1);
        buy("ben", 2);
        assertThat(segments.refresh().entered()).isEqualTo(3);
        log.erased.add(CustomerId.of("ben"));
        assertThat(members("all")).as("until the next refresh").containsExactly("ana", "ben");
        var report = segments.refreshAndRecord();
        assertThat(report.customers()).isEqualTo(1);
        assertThat(report.entered() + report.left())
                .as("no event brings back who is gone")
                .isZero();
        assertThat(members("all")).containsExactly("ana");
        assertThat(members("two")).isEmpty();
    }

    @Test
    void whatCouldNotBeRecordedIsFoundAgain() {
        buy("ana", 1);
        log.failing = true;
        assertThatThrownBy(segments::refreshAndRecord).isInstanceOf(StoreException.class);
        log.failing = false;
        assertThat(segments.refreshAndRecord().recorded()).isEqualTo(1);
        assertThat(segments.refreshAndRecord().recorded()).isZero();
    }

    @Test
    void callbacksMayCallBack() {
        for (int i = 0; i < 600; i++) {
            buy("c" + i, 1);
        }
        List<String> seen = new ArrayList<>();
        segments.refresh(change -> {
            if (seen.isEmpty()) {
                seen.add("nested " + segments.refresh().entered());
            }
            seen.add(change.customer() + " " + change.segment().id());
        });
        // The nested refresh took the customers that were left: everyone is told once, to one of the two.
        assertThat(seen.get(0)).isEqualTo("nested 344");
        assertThat(seen).hasSize(257).doesNotHaveDuplicates();
    }

    private List<String> members(String id) {
        List<String> members = new ArrayList<>();
        segments.members(id, customer -> members.add(customer.value()));
        return members;
    }

    private void buy(String customer, int daysAgo) {
        shop.events()
                .append(Purchase.by(CustomerId.of(customer))
                        .at(NOW.minusSeconds(86_400L * daysAgo))
                        .line(ProductId.of("pain"), 1, Money.eur("1.00"))
                        .build());
    }

    /** The real log, but for the events of the erased, until an erasure of its own can be asked for; and a disk that may fail. */
    private static final class ForgettingLog implements EventLog {
        private final EventLog log;
        private final Set<CustomerId> erased = new HashSet<>();
        private boolean failing;

        ForgettingLog(EventLog log) {
            this.log = log;
        }

        @Override
        public long read(EventQuery query, Consumer<? super Event> consumer) {
            return log.read(query, event -> {
                if (!erased.contains(event.customer())) {
                    consumer.accept(event);
                }
            });
        }

        @Override
        public boolean append(Event event) {
            return log.append(event);
        }

        @Override
        public AppendReport appendAll(Collection<? extends Event> events) {
            if (failing) {
                throw new StoreException(ErrorCode.STORE_FAILED, "The disk failed.");
            }
            return log.appendAll(events);
        }

        @Override
        public List<Event> of(CustomerId customer) {
            return erased.contains(customer) ? List.of() : log.of(customer);
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
            return log.erasures() + erased.size();
        }
    }
}
