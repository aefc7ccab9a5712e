package dev.comptoir.assist.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How much of a draft was changed before it was sent. Pure functions. */
public final class EditDistance {
    /*
     * Levenshtein's distance: letters put in, taken out or exchanged. Myers, A fast bit-vector algorithm for approximate string
     * matching based on dynamic programming, JACM 46(3), 1999, in the form for whole strings by Hyyro, A bit-vector algorithm
     * for computing Levenshtein and Damerau edit distances, Nordic Journal of Computing 10, 2003: 64 rows of a column at a time,
     * as differences of +1 (positive) and -1 (negative) down and across. What both begin and end with is left out first.
     */
    /** Characters of a text. */
    public static final int MAX_LENGTH = 50_000;

    private static final int BLOCK = 64;

    private EditDistance() {}

    /**
     * The number of edits divided by the length of the longer text: 0 for equal texts, 1 where nothing is left. Time
     * proportional to the product of the lengths by 64: for two mails less than a millisecond.
     *
     * @throws IllegalArgumentException when a text has more than {@value #MAX_LENGTH} characters
     */
    public static double normalized(String draft, String sent) {
        check(draft);
        check(sent);
        int longer = Math.max(draft.length(), sent.length());
        return longer == 0 ? 0 : (double) between(draft, sent) / longer;
    }

    /** The number of characters put in, taken out or exchanged. */
    static int between(String one, String other) {
        int start = 0;
        int oneEnd = one.length();
        int otherEnd = other.length();
        while (start < Math.min(oneEnd, otherEnd) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        while (oneEnd > start && otherEnd > start && one.charAt(oneEnd - 1) == other.charAt(otherEnd - 1)) {
            oneEnd--;
            otherEnd--;
        }
        String rows = one.substring(start, oneEnd);
        String columns = other.substring(start, otherEnd);
        return rows.isEmpty() || columns.isEmpty() ? Math.max(rows.length(), columns.length()) : columns(rows, columns);
    }

    private static int columns(String rows, String columns) {
        int blocks = (rows.length() + BLOCK - 1) / BLOCK;
        Map<Character, long[]> places = new HashMap<>();
        for (int i = 0; i < rows.length(); i++) {
            places.computeIfAbsent(rows.charAt(i), c -> new long[blocks])[i / BLOCK] |= 1L << (i % BLOCK);
        }
        long[] nowhere = new long[blocks];
        long[] positive = new long[blocks];
        long[] negative = new long[blocks];
        Arrays.fill(positive, -1L);
        long lastRow = 1L << ((rows.length() - 1) % BLOCK);
        int score = rows.length();
        for (int column = 0; column < columns.length(); column++) {
            long[] equal = places.getOrDefault(columns.charAt(column), nowhere);
            long positiveIn = 1;
            long negativeIn = 0;
            for (int block = 0; block < blocks; block++) {
                long down = positive[block];
                long up = negative[block];
                long match = equal[block];
                long vertical = match | up;
                long carried = match | negativeIn;
                long horizontal = (((carried & down) + down) ^ down) | carried;
                long across = up | ~(horizontal | down);
                long back = down & horizontal;
                if (block == blocks - 1) {
                    score += (across & lastRow) != 0 ? 1 : 0;
                    score -= (back & lastRow) != 0 ? 1 : 0;
                }
                long positiveOut = across >>> (BLOCK - 1);
                long negativeOut = back >>> (BLOCK - 1);
                across = (across << 1) | positiveIn;
                back = (back << 1) | negativeIn;
                positive[block] = back | ~(vertical | across);
                negative[block] = across & vertical;
                positiveIn = positiveOut;
                negativeIn = negativeOut;
            }
        }
        return score;
    }

    private static void check(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A text has " + text.length() + " characters; at most " + MAX_LENGTH + " are compared.");
        }
    }
}
