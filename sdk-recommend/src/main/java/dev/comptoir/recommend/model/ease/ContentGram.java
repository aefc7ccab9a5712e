package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Kernel;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * F'F for the rows of features that stand beside the rows of users: one for each category, one for each word of the titles, one
 * for each dimension of the embeddings. Immutable and thread-safe.
 */
final class ContentGram {
    /*
     * Of each kind an item's values have length 1, or are all 0: 1 in its category; tf-idf of its words, with
     * idf = ln(items with a title / items with the word); its embedding. So F'F of two items is 1 for the same category, plus the
     * cosine of the titles, plus that of the embeddings.
     */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int ITEMS_PER_TILE = 32;

    private final int items;
    private final List<Feature> features;
    private final int[][] featuresOf;
    private final float[][] valuesOf;
    private final float[][] dimensions;

    /** Ascending items that have a feature, and how much of it. */
    @SuppressWarnings("ArrayRecordComponent") // private to this class
    private record Feature(int[] items, float[] values) {}

    private ContentGram(int items, List<Feature> features, float[][] dimensions) {
        this.items = items;
        this.features = features;
        this.dimensions = dimensions;
        int[] sizes = new int[items];
        features.forEach(feature -> Arrays.stream(feature.items()).forEach(item -> sizes[item]++));
        featuresOf = new int[items][];
        valuesOf = new float[items][];
        for (int item = 0; item < items; item++) {
            featuresOf[item] = new int[sizes[item]];
            valuesOf[item] = new float[sizes[item]];
        }
        Arrays.fill(sizes, 0);
        for (int f = 0; f < features.size(); f++) {
            Feature feature = features.get(f);
            for (int k = 0; k < feature.items().length; k++) {
                int item = feature.items()[k];
                featuresOf[item][sizes[item]] = f;
                valuesOf[item][sizes[item]++] = feature.values()[k];
            }
        }
    }

    static ContentGram of(ItemFeatures about) {
        List<Feature> features = new ArrayList<>();
        SortedMap<String, SortedMap<Integer, Double>> categories = new TreeMap<>();
        for (int item = 0; item < about.items(); item++) {
            String category = about.category(item);
            if (category != null) {
                categories.computeIfAbsent(category, key -> new TreeMap<>()).put(item, 1.0);
            }
        }
        categories.values().forEach(values -> features.add(feature(values, new double[0])));
        addWords(about, features);
        return new ContentGram(about.items(), features, dimensions(about));
    }

    private static void addWords(ItemFeatures about, List<Feature> features) {
        SortedMap<String, SortedMap<Integer, Double>> words = new TreeMap<>();
        int titles = 0;
        for (int item = 0; item < about.items(); item++) {
            String title = about.title(item);
            if (title != null) {
                titles++;
                int at = item;
                WORD.matcher(title.toLowerCase(Locale.ROOT))
                        .results()
                        .forEach(word -> words.computeIfAbsent(word.group(), key -> new TreeMap<>())
                                .merge(at, 1.0, Double::sum));
            }
        }
        int all = titles;
        double[] squares = new double[about.items()];
        for (SortedMap<Integer, Double> word : words.values()) {
            double idf = Math.log((double) all / word.size());
            word.replaceAll((item, count) -> count * idf);
            word.forEach((item, value) -> squares[item] += value * value);
        }
        words.values().stream().filter(word -> word.size() < all).forEach(word -> features.add(feature(word, squares)));
    }

    private static Feature feature(SortedMap<Integer, Double> values, double[] squares) {
        int[] items = values.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] scaled = new float[items.length];
        int at = 0;
        for (double value : values.values()) {
            scaled[at] = (float) (squares.length == 0 ? value : value / Math.sqrt(squares[items[at]]));
            at++;
        }
        return new Feature(items, scaled);
    }

    /** The embeddings by dimension, each item's of length 1. */
    private static float[][] dimensions(ItemFeatures about) {
        float[][] result = new float[0][];
        for (int item = 0; item < about.items(); item++) {
            float[] embedding = about.embedding(item);
            if (embedding == null) {
                continue;
            }
            if (result.length == 0) {
                result = new float[embedding.length][about.items()];
            }
            if (embedding.length != result.length) {
                throw new IllegalArgumentException("The vector of item " + item + " has " + embedding.length
                        + " values, but those before have " + result.length + ".");
            }
            double square = 0;
            for (float value : embedding) {
                square += (double) value * value;
            }
            if (!Double.isFinite(square)) {
                throw new IllegalArgumentException("The vector of item " + item + " has a value that is not a number.");
            }
            for (int d = 0; d < embedding.length && square > 0; d++) {
                result[d][item] = (float) (embedding[d] / Math.sqrt(square));
            }
        }
        return result;
    }

    /** Adds {@code weight} F'F to a lower triangle. */
    void add(double weight, float[][] gram, Tiles tiles) {
        int count = (items + ITEMS_PER_TILE - 1) / ITEMS_PER_TILE;
        tiles.run(count, tile -> {
            int first = (count - 1 - tile) * ITEMS_PER_TILE;
            for (int i = first; i < Math.min(items, first + ITEMS_PER_TILE); i++) {
                add(i, weight, gram[i]);
            }
        });
    }

    /** {@code weight} F'F of one item with those up to itself. */
    float[] row(int item, double weight) {
        float[] row = new float[item + 1];
        add(item, weight, row);
        return row;
    }

    private void add(int item, double weight, float[] row) {
        addFeatures(item, weight, row);
        int[] all = new int[dimensions.length];
        float[] values = new float[dimensions.length];
        for (int d = 0; d < values.length; d++) {
            all[d] = d;
            values[d] = (float) (weight * dimensions[d][item]);
        }
        Kernel.best().addRows(dimensions, all, values, values.length, row, item + 1);
    }

    private void addFeatures(int item, double weight, float[] row) {
        for (int f = 0; f < featuresOf[item].length; f++) {
            Feature feature = features.get(featuresOf[item][f]);
            float value = (float) (weight * valuesOf[item][f]);
            for (int k = 0; k < feature.items().length && feature.items()[k] <= item; k++) {
                row[feature.items()[k]] += value * feature.values()[k];
            }
        }
    }
}
