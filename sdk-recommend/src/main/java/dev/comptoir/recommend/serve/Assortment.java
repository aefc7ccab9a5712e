package dev.comptoir.recommend.serve;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.interaction.LiveInteractions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The products of a business as items: those that models were trained on first, in the order of their ids, then those sold or
 * listed since, in the same order. Immutable and thread-safe.
 */
public final class Assortment {
    private final List<ProductId> products;
    private final Map<ProductId, Integer> indexes;
    private final int[] indexOfLive;
    private final List<ProductId> trained;
    private final long catalogVersion;
    private final ItemFeatures features;
    private final int[] categoryOf;
    private final int categories;
    private final boolean[] offered;

    private Assortment(
            List<ProductId> products,
            List<ProductId> trained,
            LiveInteractions live,
            Catalog catalog,
            long catalogVersion) {
        this.products = Collections.unmodifiableList(products);
        this.trained = trained;
        this.features = features(products, catalog);
        this.catalogVersion = catalogVersion;
        this.indexes = new HashMap<>(2 * products.size());
        for (int item = 0; item < products.size(); item++) {
            indexes.put(products.get(item), item);
        }
        Map<String, Integer> numbers = new HashMap<>();
        this.categoryOf = new int[products.size()];
        for (int item = 0; item < categoryOf.length; item++) {
            String category = features.category(item);
            categoryOf[item] = category == null ? -1 : numbers.computeIfAbsent(category, name -> numbers.size());
        }
        this.categories = numbers.size();
        this.offered = new boolean[products.size()];
        for (int item = 0; item < offered.length; item++) {
            offered[item] = catalog.offers(products.get(item));
        }
        this.indexOfLive = new int[live.items()];
        for (int item = 0; item < indexOfLive.length; item++) {
            indexOfLive[item] = find(live.product(item));
        }
    }

    /**
     * Everything sold or listed.
     *
     * @param trained what the models know, in their order
     */
    static Assortment of(List<ProductId> trained, LiveInteractions live, Catalog catalog) {
        long version = catalog.version();
        Set<ProductId> others = new TreeSet<>();
        for (int item = 0; item < live.items(); item++) {
            others.add(live.product(item));
        }
        for (Product product : catalog.all()) {
            others.add(product.id());
        }
        trained.forEach(others::remove);
        List<ProductId> products = new ArrayList<>(trained.size() + others.size());
        products.addAll(trained);
        products.addAll(others);
        return new Assortment(products, trained, live, catalog, version);
    }

    /** Whether nothing was sold for the first time, or listed, since. */
    boolean isOf(LiveInteractions live, Catalog catalog) {
        return indexOfLive.length == live.items() && catalogVersion == catalog.version();
    }

    /** The version of the catalogue before it was read. */
    long catalogVersion() {
        return catalogVersion;
    }

    /** Whether these are the products it begins with. */
    boolean begins(List<ProductId> models) {
        return trained.equals(models);
    }

    public int size() {
        return products.size();
    }

    /** The product of an item. */
    public ProductId product(int item) {
        return products.get(item);
    }

    public List<ProductId> products() {
        return products;
    }

    /** The item of a product, or -1 where it was never sold nor listed. */
    public int find(ProductId product) {
        return indexes.getOrDefault(product, -1);
    }

    /** The item of each index of the live receipts. Not a copy. */
    int[] indexOfLive() {
        return indexOfLive;
    }

    /** Whether the catalogue offered an item when this was made; a change of the catalogue makes another one. */
    public boolean offers(int item) {
        return offered[item];
    }

    /** What the catalogue says of each item. */
    public ItemFeatures features() {
        return features;
    }

    /** The category of each item by number; -1 for none. Not a copy. */
    public int[] categoryOf() {
        return categoryOf;
    }

    /** How many categories there are. */
    public int categories() {
        return categories;
    }

    private static ItemFeatures features(List<ProductId> products, Catalog catalog) {
        int size = products.size();
        List<@Nullable String> titles = new ArrayList<>(size);
        List<@Nullable String> categories = new ArrayList<>(size);
        List<@Nullable String> descriptions = new ArrayList<>(size);
        float[] prices = new float[size];
        for (int item = 0; item < size; item++) {
            Product listed = catalog.find(products.get(item)).orElse(null);
            titles.add(listed == null ? null : listed.title());
            categories.add(listed == null ? null : listed.category());
            descriptions.add(listed == null ? null : listed.description());
            Money price = listed == null ? null : listed.price();
            prices[item] = price == null ? Float.NaN : price.amount().floatValue();
        }
        return ItemFeatures.of(titles, categories)
                .withDescriptions(descriptions)
                .withPrices(prices);
    }
}
