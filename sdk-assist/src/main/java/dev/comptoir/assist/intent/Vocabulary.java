package dev.comptoir.assist.intent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The terms that examples use, and how rare each is. Immutable.
 *
 * @param terms ascending hashes
 * @param rarities of each, smoothed inverse document frequencies
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one view.
record Vocabulary(int[] terms, float[] rarities) {
    /** With so many examples, a term that only one of them uses is left out: it costs memory and tells nothing. */
    private static final int MANY = 2_000;

    static Vocabulary of(List<Features> texts, int most) {
        int total = 0;
        for (Features text : texts) {
            total += text.words().terms().length;
        }
        int[] all = new int[total];
        int size = 0;
        for (Features text : texts) {
            int[] terms = text.words().terms();
            System.arraycopy(terms, 0, all, size, terms.length);
            size += terms.length;
        }
        Arrays.sort(all);
        int least = texts.size() < MANY ? 1 : 2;
        while (distinct(all, least) > most) {
            least++;
        }
        int[] terms = new int[distinct(all, least)];
        float[] rarities = new float[terms.length];
        int n = 0;
        for (int from = 0, to; from < all.length; from = to) {
            to = end(all, from);
            if (to - from >= least) {
                terms[n] = all[from];
                rarities[n++] = (float) (1 + StrictMath.log((1.0 + texts.size()) / (1 + to - from)));
            }
        }
        return new Vocabulary(terms, rarities);
    }

    private static int distinct(int[] sorted, int least) {
        int distinct = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = end(sorted, from);
            distinct += to - from >= least ? 1 : 0;
        }
        return distinct;
    }

    private static int end(int[] sorted, int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] == sorted[from]) {
            to++;
        }
        return to;
    }

    /** Words and pieces of words each with half of the square of the length; terms that are not known are left out. */
    SparseRow row(WordCounts text) {
        int[] features = new int[text.terms().length];
        float[] values = new float[features.length];
        double[] squares = new double[2];
        int size = 0;
        for (int i = 0; i < features.length; i++) {
            int feature = Arrays.binarySearch(terms, text.terms()[i]);
            if (feature >= 0) {
                features[size] = feature;
                float value = (float) ((1 + StrictMath.log(text.counts()[i])) * rarities[feature]);
                values[size++] = value;
                squares[text.terms()[i] & 1] += value * value;
            }
        }
        for (int i = 0; i < size; i++) {
            values[i] /= (float) Math.sqrt(2 * squares[terms[features[i]] & 1]);
        }
        return new SparseRow(Arrays.copyOf(features, size), Arrays.copyOf(values, size));
    }

    /** The share of what is counted of a text that no example has. */
    double unknown(WordCounts text) {
        int unknown = 0;
        for (int term : text.terms()) {
            unknown += Arrays.binarySearch(terms, term) < 0 ? 1 : 0;
        }
        return text.terms().length == 0 ? 1 : (double) unknown / text.terms().length;
    }

    void write(DataOutputStream out) throws IOException {
        Bytes.write(out, terms);
        Bytes.write(out, rarities);
    }

    static Vocabulary read(DataInputStream in) throws IOException {
        Vocabulary read = new Vocabulary(Bytes.ints(in), Bytes.floats(in));
        if (read.terms.length != read.rarities.length) {
            throw new IOException("terms without rarities");
        }
        return read;
    }
}
