package dev.comptoir.examples.report;

import dev.comptoir.BusinessSettings;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Events by kind and local day. Purchases carry their amount in the business's currency. */
record Lanes(Map<Event.Kind, NavigableMap<LocalDate, Mark>> marks) {
    /** What happened on one day: how many events, and for how much. */
    record Mark(int count, double amount) {
        Mark plus(Mark other) {
            return new Mark(count + other.count, amount + other.amount);
        }
    }

    static Lanes of(List<Event> events, BusinessSettings settings) {
        Map<Event.Kind, NavigableMap<LocalDate, Mark>> marks = new EnumMap<>(Event.Kind.class);
        for (Event event : events) {
            double amount = event instanceof Purchase purchase
                            && purchase.total().currency().equals(settings.currency())
                    ? purchase.total().amount().doubleValue()
                    : 0;
            marks.computeIfAbsent(event.kind(), unseen -> new TreeMap<>())
                    .merge(LocalDate.ofInstant(event.at(), settings.zone()), new Mark(1, amount), Mark::plus);
        }
        return new Lanes(marks);
    }

    LocalDate first() {
        return marks.values().stream()
                .map(NavigableMap::firstKey)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    LocalDate last() {
        return marks.values().stream()
                .map(NavigableMap::lastKey)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
