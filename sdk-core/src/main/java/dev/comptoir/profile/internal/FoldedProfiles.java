package dev.comptoir.profile.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.Profiles;
import dev.comptoir.profile.ShopStatistics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Profiles folded from the event log. What is held is held by the open business, so that an idle one costs nothing. */
public final class FoldedProfiles implements Profiles {
    /** So many events of different customers are folded in one pass over the log: bounds the memory of the folds. */
    private static final long EVENTS_A_PASS = 200_000;

    /** Reading one event by its customer costs about as much as passing over so many in the order of keeping. */
    private static final int PASSED_FOR_ONE_FOUND = 4;

    private final Source source;
    private final Supplier<CustomerTotals> totals;

    public FoldedProfiles(EventLog events, Catalog catalog, Clock clock, Supplier<CustomerTotals> totals) {
        this.source = new Source(events, catalog, clock);
        this.totals = totals;
    }

    @Override
    public Profile get(CustomerId customer) {
        return totals.get().profile(customer, source);
    }

    @Override
    public List<Profile> getAll(Collection<CustomerId> customers) {
        List<Profile> profiles = new ArrayList<>(customers.size());
        each(List.copyOf(customers), profiles::add);
        return profiles;
    }

    @Override
    public List<CustomerId> customers() {
        return totals.get().customers(source);
    }

    @Override
    public void forEach(Consumer<? super Profile> consumer) {
        each(customers(), consumer);
    }

    @Override
    public ShopStatistics shop() {
        return totals.get().shop(source);
    }

    private void each(List<CustomerId> customers, Consumer<? super Profile> consumer) {
        CustomerTotals held = totals.get();
        held.catchUp(source);
        int from = 0;
        while (from < customers.size()) {
            long events = 0;
            int until = from;
            while (until < customers.size() && events < EVENTS_A_PASS) {
                events += 1 + held.events(customers.get(until++));
            }
            List<CustomerId> chunk = customers.subList(from, until);
            if (events * PASSED_FOR_ONE_FOUND > source.events().size()) {
                pass(chunk, held, consumer);
            } else {
                chunk.forEach(customer -> consumer.accept(held.profile(customer, source)));
            }
            from = until;
        }
    }

    private void pass(List<CustomerId> customers, CustomerTotals held, Consumer<? super Profile> consumer) {
        Map<CustomerId, ProfileFold> folds = new HashMap<>();
        customers.forEach(customer -> folds.computeIfAbsent(customer, held::empty));
        source.events().read(EventQuery.keptAfter(0), event -> {
            CustomerId customer = event.customer();
            ProfileFold fold = customer == null ? null : folds.get(customer);
            if (fold != null) {
                fold.add(event);
            }
        });
        held.catchUp(source);
        for (CustomerId customer : customers) {
            ProfileFold fold = folds.get(customer);
            if (fold != null) {
                consumer.accept(held.finish(fold, source));
            }
        }
    }
}
