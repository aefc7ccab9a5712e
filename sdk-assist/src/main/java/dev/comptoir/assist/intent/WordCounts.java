package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.Arrays;

/**
 * What is counted of a text: words, pairs of words, and pieces of three to five characters. Immutable.
 *
 * @param terms hashes, ascending; the lowest bit tells pieces (1) from words (0)
 * @param counts of each
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the arrays are not written to.
record WordCounts(int[] terms, int[] counts) {
    /*
     * Case and accents are folded, apostrophes part words ("l'heure" gives "l heure"), so that French and English are cut alike
     * and lost accents do not matter. Pieces lie within words with a blank at both ends, as stems and typing errors do.
     */
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int MAX_WORD = 40;

    static WordCounts of(String text) {
        String[] words = TextNormalizer.fold(text).split(" ", -1);
        int[] hashes = new int[64];
        int size = 0;
        int before = 0;
        for (String whole : words) {
            if (whole.isEmpty()) {
                continue;
            }
            String word = whole.length() > MAX_WORD ? whole.substring(0, MAX_WORD) : whole;
            String padded = " " + word + " ";
            hashes = Arrays.copyOf(hashes, Math.max(hashes.length, 2 * (size + 3 * padded.length() + 2)));
            int hash = hash(word, 0, word.length());
            hashes[size++] = hash << 1;
            if (before != 0) {
                hashes[size++] = mix(31 * before + hash) << 1;
            }
            before = hash;
            for (int n = SHORTEST; n <= LONGEST; n++) {
                for (int at = 0; at + n <= padded.length(); at++) {
                    hashes[size++] = hash(padded, at, at + n) << 1 | 1;
                }
            }
        }
        int[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        return counted(sorted);
    }

    private static WordCounts counted(int[] sorted) {
        int[] terms = new int[sorted.length];
        int[] counts = new int[sorted.length];
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                counts[size - 1]++;
            } else {
                terms[size] = sorted[i];
                counts[size++] = 1;
            }
        }
        return new WordCounts(Arrays.copyOf(terms, size), Arrays.copyOf(counts, size));
    }

    private static int hash(String text, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
            hash ^= hash >>> 15;
        }
        return mix(hash);
    }

    private static int mix(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x7FEB352D;
        mixed = (mixed ^ mixed >>> 15) * 0x846CA68B;
        return mixed ^ mixed >>> 16;
    }
}
