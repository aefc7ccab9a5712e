package dev.comptoir.recommend.evaluate.protocol;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids numbered in ascending order: as numbers where all of them are, otherwise as text. Immutable. */
final class Ids {
    private final List<String> ids;
    private final Map<String, Integer> numbers;

    private Ids(List<String> ids) {
        this.ids = ids;
        this.numbers = new HashMap<>(2 * ids.size());
        for (String id : ids) {
            numbers.put(id, numbers.size());
        }
    }

    static Ids of(Iterable<String> distinct, int count) {
        String[] sorted = new String[count];
        int at = 0;
        boolean numeric = true;
        for (String id : distinct) {
            sorted[at++] = id;
            numeric &= isNumber(id);
        }
        Arrays.sort(
                sorted,
                numeric
                        ? Comparator.<String>comparingLong(Long::parseLong).thenComparing(Comparator.naturalOrder())
                        : Comparator.naturalOrder());
        return new Ids(Arrays.asList(sorted));
    }

    static boolean isNumber(String id) {
        return !id.isEmpty() && id.length() <= 18 && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    int size() {
        return ids.size();
    }

    String id(int number) {
        return ids.get(number);
    }

    /** The number of an id, or -1. */
    int find(String id) {
        return numbers.getOrDefault(id, -1);
    }

    boolean areNumbers() {
        return ids.stream().allMatch(Ids::isNumber);
    }
}
