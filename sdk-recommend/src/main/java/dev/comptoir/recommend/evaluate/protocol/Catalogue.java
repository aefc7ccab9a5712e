package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.interaction.ItemFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The items that count, numbered in ascending order of their ids, with what is known of them. Immutable and thread-safe. */
public final class Catalogue {
    private final Ids ids;
    private final Map<String, Text> texts;

    /**
     * What is known of an item.
     *
     * @param title what it is called; null where nobody said
     * @param category where it stands, several with a bar between; null where nobody said
     */
    public record Text(@Nullable String title, @Nullable String category) {}

    private Catalogue(Ids ids, Map<String, Text> texts) {
        this.ids = ids;
        this.texts = texts;
    }

    /**
     * All items of a table.
     *
     * @param texts by item id; items without are allowed
     */
    public static Catalogue of(Interactions interactions, Map<String, Text> texts) {
        TreeSet<String> distinct = new TreeSet<>();
        for (int line = 0; line < interactions.size(); line++) {
            distinct.add(interactions.itemId(line));
        }
        return new Catalogue(Ids.of(distinct, distinct.size()), Map.copyOf(texts));
    }

    /** How many items there are. */
    public int size() {
        return ids.size();
    }

    /** The id of an item. */
    public String id(int item) {
        return ids.id(item);
    }

    /** The number of an id, or -1. */
    int find(String id) {
        return ids.find(id);
    }

    /** Whether all ids are whole numbers. */
    boolean hasNumericIds() {
        return ids.areNumbers();
    }

    /** What is known of the items, in their order. */
    public ItemFeatures features() {
        List<@Nullable String> titles = new ArrayList<>(size());
        List<@Nullable String> categories = new ArrayList<>(size());
        for (int item = 0; item < size(); item++) {
            Text text = texts.get(ids.id(item));
            titles.add(text == null ? null : text.title());
            categories.add(text == null ? null : text.category());
        }
        return ItemFeatures.of(titles, categories);
    }
}
