package dev.comptoir.profile.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Three numbers for every customer of a business, which place each among the others. Follows the log by its sequence, so each
 * event is read once; minimum, maximum and sums do not depend on the order. Thread-safe by one lock; about 100 bytes a customer.
 */
public final class CustomerTotals {
    private final BusinessSettings settings;
    private final Map<CustomerId, Total> totals = new HashMap<>();
    private long sequence;
    private long erasures;
    private @Nullable RfmScale scale;

    public CustomerTotals(BusinessSettings settings) {
        this.settings = settings;
    }

    /** The scale as of everything kept so far. */
    synchronized RfmScale scale(EventLog log) {
        catchUp(log);
        RfmScale current = scale;
        if (current == null) {
            List<Total> buyers = totals.values().stream()
                    .filter(total -> total.purchases > 0)
                    .toList();
            current = RfmScale.of(
                    buyers.stream().mapToLong(total -> total.lastDay).toArray(),
                    buyers.stream().mapToLong(total -> total.purchases).toArray(),
                    buyers.stream().mapToLong(total -> total.spend).toArray());
            scale = current;
        }
        return current;
    }

    synchronized List<CustomerId> customers(EventLog log) {
        catchUp(log);
        List<CustomerId> customers = new ArrayList<>(totals.keySet());
        customers.sort(null);
        return customers;
    }

    private void catchUp(EventLog log) {
        // Read before the log: what is erased while it is read is noticed by the next call.
        long erasuresNow = log.erasures();
        if (erasuresNow != erasures) {
            totals.clear();
            sequence = 0;
            scale = null;
            erasures = erasuresNow;
        }
        long before = sequence;
        try {
            sequence = log.read(EventQuery.keptAfter(before), this::add);
        } catch (RuntimeException | Error failure) {
            // A part may have been counted: begin anew rather than count it twice.
            totals.clear();
            sequence = 0;
            scale = null;
            throw failure;
        }
        if (sequence != before) {
            scale = null;
        }
    }

    private void add(Event event) {
        CustomerId customer = event.customer();
        if (customer == null) {
            return;
        }
        if (event instanceof Purchase purchase) {
            Total total = totals.computeIfAbsent(customer, key -> new Total());
            total.purchases++;
            total.lastDay = Math.max(total.lastDay, day(purchase.at()));
            total.spend = Sums.plus(total.spend, minorUnits(purchase.total()));
        } else if (event instanceof Return given) {
            Total total = totals.computeIfAbsent(customer, key -> new Total());
            total.spend = Sums.plus(total.spend, -minorUnits(given.total()));
        }
    }

    private long day(Instant at) {
        return at.atZone(settings.zone()).toLocalDate().toEpochDay();
    }

    private long minorUnits(Money money) {
        return money.currency().equals(settings.currency()) ? money.minorUnits() : 0;
    }

    private static final class Total {
        private long lastDay = Long.MIN_VALUE;
        private long purchases;
        private long spend;
    }
}
