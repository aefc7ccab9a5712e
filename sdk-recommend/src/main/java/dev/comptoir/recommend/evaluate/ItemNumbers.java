package dev.comptoir.recommend.evaluate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers ids in ascending order: as numbers where all of them are, otherwise as text. */
final class ItemNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();

    ItemNumbers(Collection<String> ids) {
        for (String id : sorted(ids)) {
            numbers.put(id, numbers.size());
        }
    }

    static List<String> sorted(Collection<String> ids) {
        Comparator<String> order = ids.stream().allMatch(ItemNumbers::isNumber)
                ? Comparator.<String>comparingLong(Long::parseLong).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
        return ids.stream().distinct().sorted(order).toList();
    }

    static boolean isNumber(String id) {
        return !id.isEmpty() && id.length() <= 18 && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    int size() {
        return numbers.size();
    }

    /** The number of an id, or -1. */
    int of(String id) {
        return numbers.getOrDefault(id, -1);
    }
}
