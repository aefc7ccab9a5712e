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
    private final float @Nullable [][] embeddings;

    private ItemFeatures(
            List<@Nullable String> titles, List<@Nullable String> categories, float @Nullable [][] embeddings) {
        this.titles = titles;
        this.categories = categories;
        this.embeddings = embeddings;
    }

    /** Nothing is known of any item. */
    public static ItemFeatures none(int items) {
        return new ItemFeatures(Arrays.asList(new String[items]), Arrays.asList(new String[items]), null);
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
                Arrays.asList(titles.toArray(String[]::new)), Arrays.asList(categories.toArray(String[]::new)), null);
    }

    /**
     * The same with a vector per item, all of one length; null for an item without. They are not copied: leave them alone.
     *
     * @throws IllegalArgumentException if the number is not that of the items
     */
    public ItemFeatures withEmbeddings(float[][] embeddings) {
        if (embeddings.length != items()) {
            throw new IllegalArgumentException("There are " + embeddings.length + " vectors for " + items()
                    + " items, but there must be one per item.");
        }
        return new ItemFeatures(titles, categories, embeddings);
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

    /** The vector of an item's text; null where there is none. Not a copy. */
    public float @Nullable [] embedding(int item) {
        float[][] all = embeddings;
        return all == null ? null : all[item];
    }
}
