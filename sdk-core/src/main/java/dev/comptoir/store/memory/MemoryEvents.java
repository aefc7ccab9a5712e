package dev.comptoir.store.memory;

import dev.comptoir.CustomerId;
import dev.comptoir.crypto.internal.IdsDigest;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.Erasing;
import dev.comptoir.store.EventStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Events in memory. Thread-safe by one lock. */
final class MemoryEvents implements EventStore {
    static final Comparator<String> AS_UTF8 =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    private static final Comparator<Kept> BY_TIME = Comparator.comparing(
                    (Kept kept) -> kept.event().at())
            .thenComparing(kept -> kept.event().id().value(), AS_UTF8);

    private final Runnable ensureOpen;
    private final Map<String, Event> byId = new HashMap<>();
    private final TreeSet<Kept> bySequence = new TreeSet<>(Comparator.comparingLong(Kept::sequence));
    private final TreeSet<Kept> byTime = new TreeSet<>(BY_TIME);
    private final Map<CustomerId, TreeSet<Kept>> byCustomer = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    private long sequence;
    private long erasures;

    MemoryEvents(Runnable ensureOpen) {
        this.ensureOpen = ensureOpen;
    }

    @Override
    public synchronized List<Outcome> append(List<? extends Event> batch) {
        ensureOpen.run();
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        for (Event event : batch) {
            outcomes.add(append(event));
        }
        return outcomes;
    }

    private Outcome append(Event event) {
        if (erased.contains(event.id().value())) {
            return Outcome.ERASED;
        }
        Event known = byId.putIfAbsent(event.id().value(), event);
        if (known != null) {
            return known.equals(event) ? Outcome.DUPLICATE : Outcome.CONFLICT;
        }
        Kept kept = new Kept(++sequence, event);
        bySequence.add(kept);
        byTime.add(kept);
        CustomerId customer = event.customer();
        if (customer != null) {
            byCustomer.computeIfAbsent(customer, key -> new TreeSet<>(BY_TIME)).add(kept);
        }
        return Outcome.STORED;
    }

    @Override
    public synchronized List<Kept> page(EventQuery query, @Nullable Kept after, int limit) {
        ensureOpen.run();
        CustomerId customer = query.customer();
        TreeSet<Kept> known = customer == null ? byTime : byCustomer.getOrDefault(customer, new TreeSet<>(BY_TIME));
        Collection<Kept> source = switch (query.order()) {
            case OLDEST_FIRST -> after == null ? known : known.tailSet(after, false);
            case NEWEST_FIRST ->
                after == null
                        ? known.descendingSet()
                        : known.headSet(after, false).descendingSet();
            case AS_KEPT -> after == null ? bySequence : bySequence.tailSet(after, false);
        };
        return source.stream().filter(kept -> matches(query, kept)).limit(limit).toList();
    }

    private static boolean matches(EventQuery query, Kept kept) {
        Event event = kept.event();
        return kept.sequence() > query.afterSequence()
                && (query.customer() == null || query.customer().equals(event.customer()))
                && (query.from() == null || !event.at().isBefore(query.from()))
                && (query.until() == null || event.at().isBefore(query.until()));
    }

    synchronized List<CustomerId> erase(List<Erasing.Target> targets, Consumer<Erasing.Erased> record) {
        ensureOpen.run();
        Set<CustomerId> gone = new LinkedHashSet<>();
        for (Erasing.Target target : targets) {
            TreeSet<Kept> events = byCustomer.getOrDefault(target.customer(), new TreeSet<>(BY_TIME));
            if (events.stream().anyMatch(kept -> kept.sequence() > target.upToSequence())
                    || !gone.add(target.customer())) {
                continue;
            }
            List<String> ids = ids(events);
            IdsDigest digest = new IdsDigest();
            ids.forEach(digest::add);
            record.accept(new Erasing.Erased(target.customer(), ids.size(), digest.finish()));
        }
        // Only now: where a record cannot be made, nobody is erased.
        gone.forEach(this::erase);
        if (!gone.isEmpty()) {
            erasures++;
            sequence++;
        }
        return List.copyOf(gone);
    }

    private static List<String> ids(Set<Kept> events) {
        return events.stream()
                .map(kept -> kept.event().id().value())
                .sorted(AS_UTF8)
                .toList();
    }

    private void erase(CustomerId customer) {
        Set<Kept> events = byCustomer.getOrDefault(customer, new TreeSet<>(BY_TIME));
        List<String> ids = ids(events);
        ids.forEach(byId::remove);
        erased.addAll(ids);
        byTime.removeAll(events);
        bySequence.removeAll(events);
        byCustomer.remove(customer);
    }

    @Override
    public synchronized long size() {
        ensureOpen.run();
        return byId.size();
    }

    @Override
    public synchronized long lastSequence() {
        ensureOpen.run();
        return sequence;
    }

    @Override
    public synchronized long erasures() {
        return erasures;
    }
}
