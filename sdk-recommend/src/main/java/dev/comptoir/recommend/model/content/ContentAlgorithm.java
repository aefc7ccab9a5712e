package dev.comptoir.recommend.model.content;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Items like those that somebody has, by what is said of them: by embeddings where items have some, otherwise by the words of
 * titles, descriptions and categories, in French and English. Needs no purchases of the items it scores. Immutable and
 * thread-safe. Training compares
 * all pairs of items that share a word or have embeddings, in seconds for 3,500 items and tens of seconds for 20,000 with 384
 * dimensions; a score then costs some hundredths of a millisecond.
 */
public final class ContentAlgorithm implements Algorithm {
    /*
     *   s_ui = sum_{j in u, j != i} w_j max(0, cos(e_i, e_j) - tau) / sum_{j in u} w_j,   w_j = 2^(-days / half-life)
     * with the days between the newest basket and the newest with j. Different from the formula: only the nearest sources of each
     * item speak for it; an item does not speak for itself. Words have a threshold of their own, because the cosines of their
     * sparse vectors are far smaller: a common category alone gives about .3. Above DENSE_ITEMS the pairs of embeddings are too
     * many, and words alone are compared.
     */
    private static final int DENSE_ITEMS = 50_000;
    private static final long BYTES_OF_TEXT = 2000;

    private final double threshold;
    private final double wordThreshold;
    private final double halfLifeDays;
    private final int neighbors;

    private ContentAlgorithm(double threshold, double wordThreshold, double halfLifeDays, int neighbors) {
        requireThreshold("threshold", threshold);
        requireThreshold("wordThreshold", wordThreshold);
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("The half-life is " + halfLifeDays + " days, but must be above 0.");
        }
        if (neighbors < 1) {
            throw new IllegalArgumentException("The number of neighbors is " + neighbors + ", but must be at least 1.");
        }
        this.threshold = threshold;
        this.wordThreshold = wordThreshold;
        this.halfLifeDays = halfLifeDays;
        this.neighbors = neighbors;
    }

    private static void requireThreshold(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "The " + what + " is " + value + ", but must be at least 0 and below 1.");
        }
    }

    /** Thresholds of .4 for embeddings and .1 for words, a half-life of 60 days, 100 neighbors. */
    public static ContentAlgorithm of() {
        return new ContentAlgorithm(0.4, 0.1, 60, 100);
    }

    /** The cosine of embeddings up to which items are strangers: 0 to below 1, .3 to .6 is usual. */
    public ContentAlgorithm withThreshold(double threshold) {
        return new ContentAlgorithm(threshold, wordThreshold, halfLifeDays, neighbors);
    }

    /** The cosine of words up to which items are strangers: 0 to below 1, .05 to .3 is usual. */
    public ContentAlgorithm withWordThreshold(double wordThreshold) {
        return new ContentAlgorithm(threshold, wordThreshold, halfLifeDays, neighbors);
    }

    /** After how many days a purchase counts half; above 0, infinity lets all count the same. */
    public ContentAlgorithm withHalfLife(double days) {
        return new ContentAlgorithm(threshold, wordThreshold, days, neighbors);
    }

    /** How many items may speak for one, at least 1. */
    public ContentAlgorithm withNeighbors(int neighbors) {
        return new ContentAlgorithm(threshold, wordThreshold, halfLifeDays, neighbors);
    }

    @Override
    public String name() {
        return "content";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put("threshold", threshold);
        parameters.put("wordThreshold", wordThreshold);
        parameters.put("halfLife", halfLifeDays);
        parameters.put("neighbors", (double) neighbors);
        return parameters;
    }

    @Override
    public long estimateBytes(Dataset data) {
        long items = data.items();
        int dimensions = items > DENSE_ITEMS ? 0 : DenseVectors.dimensions(data.features());
        long lists = Math.min(neighbors, items) * (4L + 4 + 1 + 4 + 4) + 200;
        return 1024 + items * (BYTES_OF_TEXT + 4L * dimensions + lists);
    }

    @Override
    public ContentScorer train(Dataset data, Tiles tiles) {
        int items = data.items();
        TermVectors terms = TermVectors.of(data.features());
        DenseVectors dense = items > DENSE_ITEMS ? null : DenseVectors.of(data.features());
        Neighbors.Limits limits = new Neighbors.Limits((float) threshold, (float) wordThreshold, neighbors);
        return new ContentScorer(items, terms, dense, Neighbors.of(terms, dense, items, limits, tiles), halfLifeDays);
    }
}
