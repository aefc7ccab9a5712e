package dev.comptoir.value.next.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.PurchaseDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects purchase days. Not thread-safe. */
public final class DayTableBuilder implements PurchaseDays.Builder {
    private final Map<CustomerId, DayLog> customers = new HashMap<>();
    private final Map<String, Map<CustomerId, DayLog>> categories = new HashMap<>();

    @Override
    public PurchaseDays.Builder add(CustomerId customer, LocalDate day) {
        return add(customer, null, day, Double.NaN);
    }

    @Override
    public PurchaseDays.Builder add(CustomerId customer, @Nullable String category, LocalDate day, double quantity) {
        double known = quantity > 0 && quantity < Double.POSITIVE_INFINITY ? quantity : Double.NaN;
        customers.computeIfAbsent(customer, key -> new DayLog()).add(day.toEpochDay(), known);
        if (category != null) {
            categories
                    .computeIfAbsent(category, key -> new HashMap<>())
                    .computeIfAbsent(customer, key -> new DayLog())
                    .add(day.toEpochDay(), known);
        }
        return this;
    }

    @Override
    public PurchaseDays build() {
        TreeMap<String, SortedMap<CustomerId, DayLog>> sorted = new TreeMap<>();
        categories.forEach((category, logs) -> sorted.put(category, new TreeMap<>(logs)));
        return new DayTable(new TreeMap<>(customers), sorted);
    }
}
