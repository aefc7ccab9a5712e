package dev.comptoir.profile.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.Profiles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Profiles folded from the event log. What all customers share is held by the open business, so that an idle one costs nothing. */
public final class FoldedProfiles implements Profiles {
    private final EventLog events;
    private final Catalog catalog;
    private final BusinessSettings settings;
    private final Clock clock;
    private final Supplier<CustomerTotals> totals;

    public FoldedProfiles(
            EventLog events, Catalog catalog, BusinessSettings settings, Clock clock, Supplier<CustomerTotals> totals) {
        this.events = events;
        this.catalog = catalog;
        this.settings = settings;
        this.clock = clock;
        this.totals = totals;
    }

    @Override
    public Profile get(CustomerId customer) {
        return fold(customer, totals.get().scale(events));
    }

    @Override
    public List<Profile> getAll(Collection<CustomerId> customers) {
        RfmScale scale = totals.get().scale(events);
        List<Profile> profiles = new ArrayList<>(customers.size());
        for (CustomerId customer : customers) {
            profiles.add(fold(customer, scale));
        }
        return profiles;
    }

    @Override
    public List<CustomerId> customers() {
        return totals.get().customers(events);
    }

    @Override
    public void forEach(Consumer<? super Profile> consumer) {
        RfmScale scale = totals.get().scale(events);
        customers().forEach(customer -> consumer.accept(fold(customer, scale)));
    }

    private Profile fold(CustomerId customer, RfmScale scale) {
        ProfileFold fold = new ProfileFold(customer, settings);
        events.read(EventQuery.all().of(customer), fold::add);
        return fold.finish(catalog, scale, clock.instant());
    }
}
