package dev.comptoir.assist.embed;

/** The 32-bit names under which words, pairs of words and parts of words have their vectors. Pure functions. */
public final class Features {
    /** Shortest part of a word. */
    public static final int MIN_GRAM = 3;

    /** Longest part of a word. */
    public static final int MAX_GRAM = 5;

    private static final long PRIME = 0x100000001B3L;
    private static final long WORD = 0xCBF29CE484222325L;
    private static final long PAIR = 0x9AE16A3B2F90404FL;
    private static final long GRAM = 0xC949D7C7509E6557L;

    private Features() {}

    /** The name of a whole word. */
    public static int word(String word) {
        return finish(absorb(WORD, word, 0, word.length()));
    }

    /** The name of two words that follow each other. */
    public static int pair(String first, String second) {
        long hash = absorb(PAIR, first, 0, first.length());
        return finish(absorb((hash ^ ' ') * PRIME, second, 0, second.length()));
    }

    /** The names of the parts of a word: all runs of 3 to 5 letters, the borders marked. */
    public static int[] grams(String word) {
        String marked = "<" + word + ">";
        int count = 0;
        for (int n = MIN_GRAM; n <= MAX_GRAM; n++) {
            count += Math.max(0, marked.length() - n + 1);
        }
        int[] names = new int[count];
        int at = 0;
        for (int n = MIN_GRAM; n <= MAX_GRAM; n++) {
            for (int i = 0; i + n <= marked.length(); i++) {
                names[at++] = finish(absorb(GRAM, marked, i, i + n));
            }
        }
        return names;
    }

    private static long absorb(long start, String text, int from, int to) {
        long hash = start;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** The mixing of MurmurHash3's 64-bit finaliser (Appleby, public domain), upper half. */
    private static int finish(long hash) {
        long h = hash;
        h ^= h >>> 33;
        h *= 0xFF51AFD7ED558CCDL;
        h ^= h >>> 33;
        h *= 0xC4CEB9FE1A85EC53L;
        return (int) ((h ^ (h >>> 33)) >>> 32);
    }
}
