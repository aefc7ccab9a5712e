package dev.comptoir.recommend.interaction;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each item apart from who has it. Immutable and thread-safe.
 */
public final class ItemFeatures {
    private final List<@Nullable String> titles;
    private final List<@Nullable String> categories;
    private final List<@Nullable String> descriptions;
    private final float @Nullable [] prices;
    private final float @Nullable [][] embeddings;

    private ItemFeatures(
            List<@Nullable String> titles,
            List<@Nullable String> categories,
            List<@Nullable String> descriptions,
            float @Nullable [] prices,
            float @Nullable [][] embeddings) {
        this.titles = titles;
        this.categories = categories;
        this.descriptions = descriptions;
        this.prices = prices;
        this.embeddings = embeddings;
    }

    /** Nothing is known of any item. */
    public static ItemFeatures none(int items) {
        List<@Nullable String> nothing = Arrays.asList(new String[items]);
        return new ItemFeatures(nothing, nothing, nothing, null, null);
    }

    /**
     * Titles and categories, one per item, null where there is none.
     *
     * @throws IllegalArgumentException if the lists are not equally long
     */
    public static ItemFeatures of(List<@Nullable String> titles, List<@Nullable String> categories) {
        if (titles.size() != categories.size()) {
            throw new IllegalArgumentException("There are " + titles.size() + " titles and " + categories.size()
                    + " categories, but there must be one of each per item.");
        }
        return new ItemFeatures(
                Arrays.asList(titles.toArray(String[]::new)),
                Arrays.asList(categories.toArray(String[]::new)),
                Arrays.asList(new String[titles.size()]),
                null,
                null);
    }

    /**
     * The same with what there is to say about each item, null where nobody said.
     *
     * @throws IllegalArgumentException if the number is not that of the items
     */
    public ItemFeatures withDescriptions(List<@Nullable String> descriptions) {
        requireOnePerItem("descriptions", descriptions.size());
        return new ItemFeatures(
                titles, categories, Arrays.asList(descriptions.toArray(String[]::new)), prices, embeddings);
    }

    /**
     * The same with a price per item, all in one currency; NaN for an item without.
     *
     * @throws IllegalArgumentException if the number is not that of the items
     */
    public ItemFeatures withPrices(float[] prices) {
        requireOnePerItem("prices", prices.length);
        return new ItemFeatures(titles, categories, descriptions, prices.clone(), embeddings);
    }

    /**
     * The same with a vector per item, all of one length; null for an item without. They are not copied: leave them alone.
     *
     * @throws IllegalArgumentException if the number is not that of the items
     */
    public ItemFeatures withEmbeddings(float[][] embeddings) {
        requireOnePerItem("vectors", embeddings.length);
        return new ItemFeatures(titles, categories, descriptions, prices, embeddings);
    }

    private void requireOnePerItem(String what, int given) {
        if (given != items()) {
            throw new IllegalArgumentException(
                    "There are " + given + " " + what + " for " + items() + " items, but there must be one per item.");
        }
    }

    public int items() {
        return titles.size();
    }

    /** What an item is called; null where nobody said. */
    public @Nullable String title(int item) {
        return titles.get(item);
    }

    /** Where an item stands in the shop; null where nobody said. */
    public @Nullable String category(int item) {
        return categories.get(item);
    }

    /** What there is to say about an item; null where nobody said. */
    public @Nullable String description(int item) {
        return descriptions.get(item);
    }

    /** What an item costs; NaN where it is not known. */
    public float price(int item) {
        float[] all = prices;
        return all == null ? Float.NaN : all[item];
    }

    /** The vector of an item's text; null where there is none. Not a copy. */
    public float @Nullable [] embedding(int item) {
        float[][] all = embeddings;
        return all == null ? null : all[item];
    }
}
