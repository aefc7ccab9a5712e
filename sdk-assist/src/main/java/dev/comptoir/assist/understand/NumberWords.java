package dev.comptoir.assist.understand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Numbers in French and English words, 0 to 999,999. */
final class NumberWords {
    private static final Map<String, Integer> VALUES = values();
    private static final Set<String> JOINERS = Set.of("et", "and");

    private NumberWords() {}

    static boolean isPart(String word) {
        return VALUES.containsKey(word) || JOINERS.contains(word);
    }

    /** The value of folded words; empty where they are no number. */
    static OptionalInt value(List<String> words) {
        int total = 0;
        int current = 0;
        boolean any = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Integer value = VALUES.get(word);
            if (value == null) {
                if (!JOINERS.contains(word) || i == 0 || i == words.size() - 1) {
                    return OptionalInt.empty();
                }
                continue;
            }
            any = true;
            if (value == 1000) {
                total += Math.max(1, current) * 1000;
                current = 0;
            } else if (value == 100) {
                current = Math.max(1, current) * 100;
            } else if (value == 20 && current % 100 == 4) {
                // "quatre-vingts" is four times twenty.
                current += 76;
            } else {
                current += value;
            }
            if (total > 999_999 || current > 999_999) {
                return OptionalInt.empty();
            }
        }
        return any ? OptionalInt.of(total + current) : OptionalInt.empty();
    }

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new HashMap<>();
        String[] french =
                "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
                        .split(" ", -1);
        String[] english =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                                + " seventeen eighteen nineteen")
                        .split(" ", -1);
        for (int i = 0; i < french.length; i++) {
            values.put(french[i], i);
        }
        for (int i = 0; i < english.length; i++) {
            values.put(english[i], i);
        }
        values.putAll(Map.of(
                "une", 1, "vingt", 20, "vingts", 20, "trente", 30, "quarante", 40, "cinquante", 50, "soixante", 60));
        values.putAll(Map.of("septante", 70, "huitante", 80, "nonante", 90, "cent", 100, "cents", 100, "mille", 1000));
        values.putAll(Map.of(
                "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80,
                "ninety", 90));
        values.putAll(Map.of("hundred", 100, "thousand", 1000));
        return Map.copyOf(values);
    }
}
