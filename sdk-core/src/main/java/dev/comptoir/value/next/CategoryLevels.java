package dev.comptoir.value.next;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.internal.DayTable;
import dev.comptoir.value.next.internal.SeriesSet;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The models of all categories: one of all together, and each category's own, fitted when first asked for. Thread-safe. */
final class CategoryLevels {
    /** With fewer intervals a category keeps the pace of all categories. */
    private static final int MIN_INTERVALS = 30;

    private final DayTable days;
    private final long asOf;
    private final Map<String, Level> fitted = new ConcurrentHashMap<>();
    private final Object lock = new Object();
    private @Nullable Level together;

    CategoryLevels(DayTable days, long asOf) {
        this.days = days;
        this.asOf = asOf;
    }

    Level of(String category) {
        DayTable.Part part = days.category(category);
        if (part == null) {
            return together().forPart(new SeriesSet.Builder().build(), MIN_INTERVALS);
        }
        return fitted.computeIfAbsent(category, key -> together().forPart(part.set(), MIN_INTERVALS));
    }

    /** The series of a customer within a category, or -1. */
    int series(CustomerId customer, String category) {
        DayTable.Part part = days.category(category);
        return part == null ? -1 : Math.max(-1, Collections.binarySearch(part.customers(), customer));
    }

    private Level together() {
        synchronized (lock) {
            if (together == null) {
                together = Level.of(days.byCategory(), asOf);
            }
            return together;
        }
    }
}
