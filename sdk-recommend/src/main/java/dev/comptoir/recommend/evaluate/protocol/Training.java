package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The part of a data set that a model learns from: the first baskets of each row. Its items are those that occur in it, or all,
 * in their order; the others get the numbers after them.
 */
final class Training {
    private final Histories all;
    private final Dataset data;
    private final int[] unitOfRow;
    private final int[] numberOf;

    private Training(Histories all, Dataset data, int[] unitOfRow, int[] numberOf) {
        this.all = all;
        this.data = data;
        this.unitOfRow = unitOfRow;
        this.numberOf = numberOf;
    }

    /**
     * Learns from some first baskets of each row.
     *
     * @param kept how many baskets of a row, from the oldest; rows without are left out
     * @param allItems whether items that do not occur are candidates too
     */
    static Training of(Dataset dataset, IntUnaryOperator kept, boolean allItems) {
        Histories all = dataset.histories();
        boolean[] known = new boolean[all.items()];
        Arrays.fill(known, allItems);
        for (int row = 0; row < all.rows(); row++) {
            int first = all.firstBasket(row);
            int baskets = kept.applyAsInt(row);
            int end = baskets == 0 ? 0 : endLine(all, first + baskets - 1);
            for (int line = baskets == 0 ? 0 : all.firstLine(first); line < end; line++) {
                known[all.item(line)] = true;
            }
        }
        int[] numberOf = new int[known.length];
        int items = 0;
        for (int item = 0; item < known.length; item++) {
            numberOf[item] = known[item] ? items++ : -1;
        }
        int unknown = items;
        for (int item = 0; item < known.length; item++) {
            numberOf[item] = known[item] ? numberOf[item] : unknown++;
        }
        Histories.Builder rows = Histories.builder(items);
        int[] units = new int[all.knownRows()];
        int size = 0;
        for (int row = 0; row < all.rows(); row++) {
            int baskets = kept.applyAsInt(row);
            if (baskets == 0) {
                continue;
            }
            for (int b = all.firstBasket(row); b < all.firstBasket(row) + baskets; b++) {
                rows.basket(all.time(b), items(all, b, numberOf));
            }
            if (row < all.knownRows()) {
                units[size++] = row;
                rows.endUser();
            } else {
                rows.endAnonymous();
            }
        }
        Dataset data = new Dataset(rows.build(), features(dataset.features(), numberOf, items));
        return new Training(all, data, Arrays.copyOf(units, size), numberOf);
    }

    private static int endLine(Histories all, int basket) {
        return all.firstLine(basket) + all.basketSize(basket);
    }

    private static int[] items(Histories all, int basket, int[] numberOf) {
        int[] items = new int[all.basketSize(basket)];
        Arrays.setAll(items, k -> numberOf[all.item(all.firstLine(basket) + k)]);
        return items;
    }

    private static ItemFeatures features(ItemFeatures of, int[] numberOf, int items) {
        List<@Nullable String> titles = new ArrayList<>(Arrays.asList(new String[items]));
        List<@Nullable String> categories = new ArrayList<>(Arrays.asList(new String[items]));
        List<@Nullable String> descriptions = new ArrayList<>(Arrays.asList(new String[items]));
        float[] prices = new float[items];
        float[][] embeddings = new float[items][];
        boolean any = false;
        for (int item = 0; item < numberOf.length; item++) {
            int number = numberOf[item];
            if (number < items) {
                titles.set(number, of.title(item));
                categories.set(number, of.category(item));
                descriptions.set(number, of.description(item));
                prices[number] = of.price(item);
                float[] embedding = of.embedding(item);
                if (embedding != null) {
                    embeddings[number] = embedding;
                    any = true;
                }
            }
        }
        ItemFeatures features = ItemFeatures.of(titles, categories)
                .withDescriptions(descriptions)
                .withPrices(prices);
        return any ? features.withEmbeddings(embeddings) : features;
    }

    Dataset data() {
        return data;
    }

    int[] unitOfRow() {
        return unitOfRow;
    }

    boolean knows(int item) {
        return numberOf[item] < data.items();
    }

    /** An item's number here; from the number of items on where training does not know it. */
    int number(int item) {
        return numberOf[item];
    }

    /**
     * What a row did in some of its baskets, with the items that training knows.
     *
     * @param from its first basket that counts, 0 the oldest
     * @param to the basket after the last one
     */
    History history(int row, int from, int to, long now) {
        List<int[]> baskets = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (int b = all.firstBasket(row) + from; b < all.firstBasket(row) + to; b++) {
            int[] items = Arrays.stream(items(all, b, numberOf))
                    .filter(item -> item < data.items())
                    .toArray();
            if (items.length > 0) {
                baskets.add(items);
                times.add(all.time(b));
            }
        }
        return History.of(now, times.stream().mapToLong(Long::longValue).toArray(), baskets.toArray(int[][]::new));
    }

    /** The items of some baskets of a row, by their numbers here, those unknown too. */
    int[] target(int row, int from, int to) {
        int first = all.firstBasket(row);
        int start = all.firstLine(first + from);
        int end = endLine(all, first + to - 1);
        int[] items = new int[end - start];
        Arrays.setAll(items, k -> numberOf[all.item(start + k)]);
        return items;
    }

    /** Whether hardly any row has an item twice: then nobody looks for what they have. */
    boolean hardlyRepeats() {
        Histories histories = data.histories();
        long repeats = 0;
        long lines = 0;
        int[] seenBy = new int[histories.items()];
        Arrays.fill(seenBy, -1);
        for (int row = 0; row < histories.knownRows(); row++) {
            int first = histories.firstBasket(row);
            for (int b = first; b < first + histories.basketCount(row); b++) {
                for (int line = histories.firstLine(b); line < endLine(histories, b); line++) {
                    repeats += seenBy[histories.item(line)] == row ? 1 : 0;
                    seenBy[histories.item(line)] = row;
                    lines++;
                }
            }
        }
        return repeats * 1000 < lines;
    }
}
