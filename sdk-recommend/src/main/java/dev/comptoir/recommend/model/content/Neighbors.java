package dev.comptoir.recommend.model.content;

import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.rank.TopCandidates;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The items most like each item, and by how much more than the threshold. Immutable and thread-safe. */
final class Neighbors {
    /*
     * Each item keeps its own nearest: were it the other way round, an item that nobody has bought could be crowded out of the
     * lists of all that somebody has. Kept once by item and once by source, for scoring runs over the sources of a history.
     * Pairs of which both have an embedding are compared by these, all others by words.
     */
    private static final int ROWS = 64;
    /** Each tile clears scratch as long as there are items: with many, few tiles. */
    private static final int MOST_TILES = 256;

    private final Row[] rows;
    private final int[][] itemsOfSource;
    private final float[][] valuesOfSource;

    /** The sources of one item in ascending order, what they say, and whether it is the category that says most of it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and not handed on.
    private record Row(int[] sources, float[] values, boolean[] category) {}

    private Neighbors(Row[] rows) {
        this.rows = rows;
        int[] count = new int[rows.length];
        for (Row row : rows) {
            for (int source : row.sources) {
                count[source]++;
            }
        }
        this.itemsOfSource = new int[rows.length][];
        this.valuesOfSource = new float[rows.length][];
        for (int source = 0; source < rows.length; source++) {
            itemsOfSource[source] = new int[count[source]];
            valuesOfSource[source] = new float[count[source]];
        }
        int[] next = new int[rows.length];
        for (int item = 0; item < rows.length; item++) {
            for (int k = 0; k < rows[item].sources.length; k++) {
                int source = rows[item].sources[k];
                itemsOfSource[source][next[source]] = item;
                valuesOfSource[source][next[source]++] = rows[item].values[k];
            }
        }
    }

    static Neighbors of(TermVectors terms, @Nullable DenseVectors dense, int items, Limits limits, Tiles tiles) {
        Row[] rows = new Row[items];
        int size = Math.max(ROWS, items / MOST_TILES);
        tiles.run((items + size - 1) / size, tile -> {
            Scratch scratch = new Scratch(items);
            for (int item = tile * size; item < Math.min(items, (tile + 1) * size); item++) {
                rows[item] = row(item, terms, dense, limits, scratch);
            }
        });
        return new Neighbors(rows);
    }

    /** How far and how many. */
    record Limits(float embeddings, float words, int neighbors) {}

    /** What one tile uses again and again: all zeros between rows. */
    private static final class Scratch {
        private final float[] cosine;
        private final float[] category;
        private final float[] dense;
        private final int[] touched;

        Scratch(int items) {
            this.cosine = new float[items];
            this.category = new float[items];
            this.dense = new float[items];
            this.touched = new int[items];
        }
    }

    private static Row row(int item, TermVectors terms, @Nullable DenseVectors dense, Limits limits, Scratch scratch) {
        int met = terms.cosines(item, scratch.cosine, scratch.category, scratch.touched);
        boolean embedded = dense != null && dense.knows(item);
        int[] candidates;
        if (dense != null && embedded) {
            dense.cosines(item, scratch.dense);
            candidates = IntStream.range(0, scratch.dense.length)
                    .filter(other -> dense.knows(other)
                            ? scratch.dense[other] > limits.embeddings
                            : scratch.cosine[other] > limits.words)
                    .toArray();
        } else {
            Arrays.sort(scratch.touched, 0, met);
            candidates = Arrays.copyOf(scratch.touched, met);
        }
        float[] values = new float[candidates.length];
        for (int k = 0; k < candidates.length; k++) {
            int other = candidates[k];
            values[k] = embedded && dense != null && dense.knows(other)
                    ? Math.min(1, scratch.dense[other]) - limits.embeddings
                    : Math.min(1, scratch.cosine[other]) - limits.words;
        }
        int[] best = TopCandidates.of(values, null, limits.neighbors, k -> values[k] > 0 && candidates[k] != item);
        Arrays.sort(best);
        Row row = new Row(new int[best.length], new float[best.length], new boolean[best.length]);
        for (int k = 0; k < best.length; k++) {
            int other = candidates[best[k]];
            row.sources[k] = other;
            row.values[k] = values[best[k]];
            boolean byWords = !(embedded && dense != null && dense.knows(other));
            row.category[k] = byWords && scratch.category[other] > scratch.cosine[other] / 2;
        }
        for (int k = 0; k < met; k++) {
            scratch.cosine[scratch.touched[k]] = 0;
            scratch.category[scratch.touched[k]] = 0;
        }
        return row;
    }

    /** Adds what a source says for each item, times a weight. */
    void add(int source, float weight, float[] scores) {
        int[] items = itemsOfSource[source];
        float[] values = valuesOfSource[source];
        for (int k = 0; k < items.length; k++) {
            scores[items[k]] += weight * values[k];
        }
    }

    /** What a source says for an item; 0 where it says nothing. */
    float value(int item, int source) {
        int at = Arrays.binarySearch(rows[item].sources, source);
        return at < 0 ? 0 : rows[item].values[at];
    }

    /** Whether it is the category that says most of it. */
    boolean byCategory(int item, int source) {
        int at = Arrays.binarySearch(rows[item].sources, source);
        return at >= 0 && rows[item].category[at];
    }
}
