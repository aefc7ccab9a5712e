package dev.comptoir.assist.retrieve;

import java.util.HashMap;
import java.util.Map;

/** Finds the word of the knowledge that a mistyped word was meant to be. Immutable once built. */
final class Spelling {
    /*
     * One edit (a letter added, lost, wrong, or two exchanged; Damerau 1964 found four typing errors in five to be such a one)
     * between words without accents. All words one edit away are looked up, some fifty for each letter: no index is needed.
     * Short words have too many neighbours, and the first letter is hardly ever wrong.
     */
    static final int SHORTEST = 6;
    private static final int LONGEST = 24;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final Map<String, Integer> counts = new HashMap<>();

    /** @param word without accents */
    void add(String word) {
        if (isWord(word)) {
            counts.merge(word, 1, Integer::sum);
        }
    }

    boolean knows(String word) {
        return counts.containsKey(word);
    }

    /** The most frequent known word one edit away, the first in the alphabet of equals; the word itself where there is none. */
    String corrected(String word) {
        if (word.length() < SHORTEST || !isWord(word) || knows(word)) {
            return word;
        }
        Best best = new Best(word);
        for (int i = 1; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i);
            for (int c = 0; c < LETTERS.length(); c++) {
                best.offer(before + LETTERS.charAt(c) + after);
                if (!after.isEmpty()) {
                    best.offer(before + LETTERS.charAt(c) + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                best.offer(before + after.substring(1));
            }
            if (after.length() > 1) {
                best.offer(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        return best.word;
    }

    private static boolean isWord(String word) {
        return word.length() <= LONGEST && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private final class Best {
        private String word;
        private int count;

        Best(String word) {
            this.word = word;
        }

        void offer(String other) {
            int found = counts.getOrDefault(other, 0);
            if (found > count || (found > 0 && found == count && other.compareTo(word) < 0)) {
                word = other;
                count = found;
            }
        }
    }
}
