package dev.comptoir.segment.internal;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.EventLog;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.segment.Membership;
import dev.comptoir.segment.RefreshReport;
import dev.comptoir.segment.SegmentChange;
import dev.comptoir.segment.SegmentReason;
import dev.comptoir.segment.SegmentSet;
import dev.comptoir.segment.Segments;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Segments over an event log. One lock guards what is held; it is released between batches, and never held in callers' code. */
public final class LiveSegments implements Segments {
    private static final int CUSTOMERS_AT_ONCE = 256;
    private static final int EVENTS_AT_ONCE = 1_000;

    private final SegmentSet set;
    private final EventLog events;
    private final Catalog catalog;
    private final FactSource source;
    private final ZoneId zone;
    private final Clock clock;
    private final Object lock = new Object();

    /** Guarded by the lock; null before the first refresh and after a failure that leaves a doubt. */
    private @Nullable Refresh held;

    LiveSegments(SegmentSet set, EventLog events, Catalog catalog, FactSource source, ZoneId zone, Clock clock) {
        this.set = set;
        this.events = events;
        this.catalog = catalog;
        this.source = source;
        this.zone = zone;
        this.clock = clock;
    }

    public static LiveSegments of(Business business, SegmentSet set) {
        ZoneId zone = business.settings().zone();
        FactSource source = new ProfileFactSource(business.profiles());
        return new LiveSegments(set, business.events(), business.catalog(), source, zone, business.clock());
    }

    @Override
    public SegmentSet segments() {
        return set;
    }

    @Override
    public List<Membership> of(CustomerId customer) {
        return explain(customer).stream()
                .filter(SegmentReason::belongs)
                .map(reason -> new Membership(customer, reason))
                .toList();
    }

    @Override
    public List<SegmentReason> explain(CustomerId customer) {
        LocalDate today = day(clock.instant());
        Facts facts = source.of(List.of(customer)).get(0);
        return set.segments().stream()
                .map(segment -> segment.explain(facts, today))
                .toList();
    }

    @Override
    public void members(String segmentId, Consumer<? super CustomerId> consumer) {
        int rule = set.segments()
                .indexOf(set.find(segmentId)
                        .orElseThrow(() ->
                                new IllegalArgumentException("There is no segment with the id " + segmentId + ".")));
        List<CustomerId> members;
        synchronized (lock) {
            if (held == null) {
                throw new IllegalStateException("Members are known from the first refresh on. Maybe call refresh()?");
            }
            members = held.table.members(rule);
        }
        members.stream().sorted().forEach(consumer);
    }

    @Override
    public RefreshReport refresh() {
        return refresh(change -> {});
    }

    @Override
    public RefreshReport refresh(Consumer<? super SegmentChange> consumer) {
        return run(batch -> {
            batch.forEach(consumer);
            return 0;
        });
    }

    @Override
    public RefreshReport refreshAndRecord() {
        return run(batch -> {
            List<CustomEvent> changes = batch.stream().map(SegmentChange::event).toList();
            try {
                // What another process kept under the same id first is a conflict, and just as well recorded.
                AppendReport report = events.appendAll(changes);
                return report.stored();
            } catch (RuntimeException | Error failure) {
                synchronized (lock) {
                    held = null;
                }
                throw failure;
            }
        });
    }

    private RefreshReport run(Delivery delivery) {
        Instant at = clock.instant();
        Tally tally = new Tally();
        synchronized (lock) {
            plan(at);
        }
        for (Batch batch = batch(tally); batch != null; batch = batch(tally)) {
            batch.deliver(at, delivery, tally);
        }
        return new RefreshReport(
                at, tally.customers, tally.looked, tally.entered, tally.left, tally.recorded, tally.changes);
    }

    private void plan(Instant at) {
        Refresh refresh = held;
        if (refresh == null) {
            refresh = new Refresh(set, events, source, day(at));
        }
        held = null;
        // Left empty if this throws: a part of the log may have been read.
        refresh.plan(day(at), catalog.version());
        held = refresh;
    }

    private @Nullable Batch batch(Tally tally) {
        synchronized (lock) {
            Refresh refresh = held;
            if (refresh == null) {
                return null;
            }
            tally.customers = refresh.table.size();
            List<CustomerId> customers =
                    refresh.pending.stream().limit(CUSTOMERS_AT_ONCE).toList();
            if (customers.isEmpty()) {
                return null;
            }
            List<Facts> facts = source.of(customers);
            Batch batch = new Batch(refresh, customers, facts, refresh.table.today());
            refresh.table.apply(customers, facts, batch::flip);
            customers.forEach(refresh.pending::remove);
            tally.customers = refresh.table.size();
            tally.looked += customers.size();
            return batch;
        }
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** What becomes of changes; tells how many are new in the log. */
    private interface Delivery {
        long deliver(List<SegmentChange> changes);
    }

    private static final class Tally {
        private int customers;
        private long looked;
        private long entered;
        private long left;
        private long recorded;
        private final List<SegmentChange> changes = new ArrayList<>();
    }

    /** Changes found under the lock; reasons are made outside, and only as many at once as an append takes. */
    private static final class Batch {
        private final Refresh refresh;
        private final List<CustomerId> customers;
        private final List<Facts> facts;
        private final LocalDate today;
        private final List<Flip> flips = new ArrayList<>();

        Batch(Refresh refresh, List<CustomerId> customers, List<Facts> facts, LocalDate today) {
            this.refresh = refresh;
            this.customers = customers;
            this.facts = facts;
            this.today = today;
        }

        private record Flip(int customer, int rule, int number, boolean belongs) {}

        void flip(int customer, int rule, boolean belongs) {
            int number = refresh.next(customers.get(customer), rule, belongs);
            flips.add(new Flip(customer, rule, number, belongs));
        }

        void deliver(Instant at, Delivery delivery, Tally tally) {
            for (int start = 0; start < flips.size(); start += EVENTS_AT_ONCE) {
                List<SegmentChange> changes =
                        flips.subList(start, Math.min(flips.size(), start + EVENTS_AT_ONCE)).stream()
                                .map(flip -> change(flip, at))
                                .toList();
                for (SegmentChange change : changes) {
                    if (change.kind() == SegmentChange.Kind.ENTERED) {
                        tally.entered++;
                    } else {
                        tally.left++;
                    }
                    if (tally.changes.size() < RefreshReport.MAX_CHANGES) {
                        tally.changes.add(change);
                    }
                }
                tally.recorded += delivery.deliver(changes);
            }
        }

        private SegmentChange change(Flip flip, Instant at) {
            return new SegmentChange(
                    customers.get(flip.customer),
                    flip.belongs ? SegmentChange.Kind.ENTERED : SegmentChange.Kind.LEFT,
                    at,
                    flip.number,
                    refresh.segment(flip.rule).explain(facts.get(flip.customer), today));
        }
    }
}
