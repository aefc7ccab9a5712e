package dev.comptoir.value.next.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.PurchaseDays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All purchase days of a business: one series a customer, and one a customer and category. Immutable. */
public final class DayTable implements PurchaseDays {
    private final List<CustomerId> customers;
    private final Map<CustomerId, Integer> customerSeries = new HashMap<>();
    private final SeriesSet byCustomer;
    private final SortedMap<String, Part> categories = new TreeMap<>();

    /** The series of one category, with the customers they belong to. */
    public record Part(List<CustomerId> customers, SeriesSet set) {}

    DayTable(
            SortedMap<CustomerId, DayLog> customerLogs, SortedMap<String, SortedMap<CustomerId, DayLog>> categoryLogs) {
        customers = List.copyOf(customerLogs.keySet());
        for (int i = 0; i < customers.size(); i++) {
            customerSeries.put(customers.get(i), i);
        }
        byCustomer = set(customerLogs);
        categoryLogs.forEach(
                (category, logs) -> categories.put(category, new Part(List.copyOf(logs.keySet()), set(logs))));
    }

    private static SeriesSet set(SortedMap<CustomerId, DayLog> logs) {
        SeriesSet.Builder set = new SeriesSet.Builder();
        logs.forEach((customer, log) -> log.into(set, customer.value()));
        return set.build();
    }

    /** The table behind the interface. */
    public static DayTable of(PurchaseDays days) {
        if (days instanceof DayTable table) {
            return table;
        }
        throw new IllegalArgumentException("Purchase days must come from PurchaseDays.builder().");
    }

    @Override
    public List<CustomerId> customers() {
        return customers;
    }

    @Override
    public SortedSet<String> categories() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(categories.keySet()));
    }

    /** The series of a customer, or -1. */
    public int series(CustomerId customer) {
        return customerSeries.getOrDefault(customer, -1);
    }

    public SeriesSet byCustomer() {
        return byCustomer;
    }

    public @Nullable Part category(String category) {
        return categories.get(category);
    }

    /** All series of all categories, category by category in their order. */
    public SeriesSet byCategory() {
        SeriesSet.Builder all = new SeriesSet.Builder();
        categories.forEach((category, part) -> {
            for (int i = 0; i < part.set().size(); i++) {
                part.set().copyTo(all, i, part.customers().get(i).value() + "\n" + category);
            }
        });
        return all.build();
    }
}
