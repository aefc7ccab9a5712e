package dev.comptoir.recommend.model.content;

import dev.comptoir.recommend.interaction.ItemFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One sparse vector of length 1 per item, of the words of its title, description and category. Immutable and thread-safe. */
final class TermVectors {
    /*
     * Three blocks, each (1 + ln tf) (1 + ln((N + 1) / (df + 1))) brought to length 1 and then weighted:
     *   words of title and description .5, character 3-grams of the title .2 (plurals, spellings), words of the category and the
     *   category as a whole .3
     * A block that is empty leaves its weight to the others, so that a shop with nothing but categories compares these. All
     * weights are positive: cosines are 0 to 1. Terms of more than FREQUENT items are left out: they say little, and the time
     * goes with the square of their number; above MANY items fewer are kept, so that it grows no faster than these. Terms are numbered as they are first met, so that the result is always the same.
     */
    private static final double[] BLOCK = {0.5, 0.2, 0.3};
    private static final int FREQUENT = 4096;
    private static final int MANY = 50_000;
    private static final int LEAST_FREQUENT = 256;
    private static final int WORDS = 0;
    private static final int GRAMS = 1;
    private static final int CATEGORY = 2;

    private final int[][] terms;
    private final float[][] weights;
    private final byte[] blockOfTerm;
    private final int[][] itemsOfTerm;
    private final float[][] weightsOfTerm;

    private TermVectors(int[][] terms, float[][] weights, byte[] blockOfTerm) {
        this.terms = terms;
        this.weights = weights;
        this.blockOfTerm = blockOfTerm;
        int[] count = new int[blockOfTerm.length];
        for (int[] row : terms) {
            for (int term : row) {
                count[term]++;
            }
        }
        this.itemsOfTerm = new int[count.length][];
        this.weightsOfTerm = new float[count.length][];
        for (int term = 0; term < count.length; term++) {
            itemsOfTerm[term] = new int[count[term]];
            weightsOfTerm[term] = new float[count[term]];
        }
        int[] next = new int[count.length];
        for (int item = 0; item < terms.length; item++) {
            for (int k = 0; k < terms[item].length; k++) {
                int term = terms[item][k];
                itemsOfTerm[term][next[term]] = item;
                weightsOfTerm[term][next[term]++] = weights[item][k];
            }
        }
    }

    static TermVectors of(ItemFeatures features) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> blocks = new ArrayList<>();
        List<TreeMap<Integer, Integer>> counts = new ArrayList<>(features.items());
        List<Integer> frequency = new ArrayList<>();
        for (int item = 0; item < features.items(); item++) {
            TreeMap<Integer, Integer> row = new TreeMap<>();
            for (int block = 0; block < BLOCK.length; block++) {
                for (String term : terms(features, item, block)) {
                    Integer number = numbers.get(block + term);
                    if (number == null) {
                        number = numbers.size();
                        numbers.put(block + term, number);
                        blocks.add(block);
                        frequency.add(0);
                    }
                    if (row.merge(number, 1, Integer::sum) == 1) {
                        frequency.set(number, frequency.get(number) + 1);
                    }
                }
            }
            counts.add(row);
        }
        byte[] blockOfTerm = new byte[blocks.size()];
        int frequent = frequent(features.items());
        double[] idf = new double[blockOfTerm.length];
        for (int term = 0; term < blockOfTerm.length; term++) {
            blockOfTerm[term] = blocks.get(term).byteValue();
            int df = frequency.get(term);
            idf[term] = df > frequent ? 0 : 1 + Math.log((features.items() + 1.0) / (df + 1));
        }
        int[][] terms = new int[counts.size()][];
        float[][] weights = new float[counts.size()][];
        for (int item = 0; item < terms.length; item++) {
            vector(counts.get(item), idf, blockOfTerm, item, terms, weights);
        }
        return new TermVectors(terms, weights, blockOfTerm);
    }

    private static int frequent(int items) {
        return items <= MANY ? FREQUENT : (int) Math.max(LEAST_FREQUENT, (long) FREQUENT * MANY / items);
    }

    private static List<String> terms(ItemFeatures features, int item, int block) {
        List<String> terms = new ArrayList<>();
        String title = features.title(item);
        switch (block) {
            case WORDS -> {
                add(terms, title);
                add(terms, features.description(item));
            }
            case GRAMS -> {
                if (title != null) {
                    Words.of(title).forEach(word -> terms.addAll(Words.trigrams(word)));
                }
            }
            default -> {
                String category = features.category(item);
                if (category != null) {
                    terms.add('=' + Words.fold(category.strip()));
                    add(terms, category);
                }
            }
        }
        return terms;
    }

    private static void add(List<String> terms, @Nullable String text) {
        if (text != null) {
            terms.addAll(Words.of(text));
        }
    }

    private static void vector(
            SortedMap<Integer, Integer> counts,
            double[] idf,
            byte[] blockOfTerm,
            int item,
            int[][] terms,
            float[][] weights) {
        int[] row = new int[counts.size()];
        double[] raw = new double[row.length];
        double[] square = new double[BLOCK.length];
        int size = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            int term = entry.getKey();
            if (idf[term] > 0) {
                row[size] = term;
                raw[size] = (1 + Math.log(entry.getValue())) * idf[term];
                square[blockOfTerm[term]] += raw[size] * raw[size];
                size++;
            }
        }
        double all = 0;
        for (int block = 0; block < BLOCK.length; block++) {
            all += square[block] > 0 ? BLOCK[block] : 0;
        }
        terms[item] = Arrays.copyOf(row, size);
        weights[item] = new float[size];
        for (int k = 0; k < size; k++) {
            int block = blockOfTerm[row[k]];
            weights[item][k] = (float) (raw[k] * Math.sqrt(BLOCK[block] / all / square[block]));
        }
    }

    /**
     * Adds the cosines of an item with all those that share a term with it.
     *
     * @param cosine one per item, all 0 before
     * @param category the part of the cosine that the category has, likewise
     * @param touched takes the items met, each once
     * @return how many were met
     */
    int cosines(int item, float[] cosine, float[] category, int[] touched) {
        int met = 0;
        for (int k = 0; k < terms[item].length; k++) {
            int term = terms[item][k];
            float weight = weights[item][k];
            int[] others = itemsOfTerm[term];
            float[] theirs = weightsOfTerm[term];
            boolean ofCategory = blockOfTerm[term] == CATEGORY;
            for (int m = 0; m < others.length; m++) {
                int other = others[m];
                if (cosine[other] == 0) {
                    touched[met++] = other;
                }
                float part = Math.max(Float.MIN_NORMAL, weight * theirs[m]);
                cosine[other] += part;
                if (ofCategory) {
                    category[other] += part;
                }
            }
        }
        return met;
    }

    /** The cosine of two items. */
    float cosine(int left, int right) {
        int l = 0;
        int r = 0;
        float sum = 0;
        while (l < terms[left].length && r < terms[right].length) {
            int order = Integer.compare(terms[left][l], terms[right][r]);
            if (order == 0) {
                sum += weights[left][l] * weights[right][r];
            }
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }
        return Math.min(1, sum);
    }
}
