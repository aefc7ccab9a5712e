package dev.comptoir.assist.lookup;

import dev.comptoir.ProductId;
import dev.comptoir.assist.understand.Entity;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the one product that a question names, by an entity or by its title. Thread-safe; follows the catalogue. */
final class ProductTitles {
    /** Stands in a question's words for the product's. */
    static final String PLACE = "xproduct";

    private static final int MAX_WORDS = 10;

    private final Catalog catalog;
    private volatile Index index = new Index(-1, Map.of());

    ProductTitles(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A question that names one product.
     *
     * @param product the product
     * @param words the question's words, with one word in place of the product's
     */
    record Named(Product product, List<String> words) {}

    /** Empty where no product or more than one is named. */
    Optional<Named> in(LookupRequest request) {
        List<String> words = Vocabulary.words(request.question());
        Set<String> entities = new HashSet<>();
        List<String> replaced = words;
        for (Entity entity : request.entities()) {
            if (entity.kind() == Entity.Kind.PRODUCT && entities.add(entity.value())) {
                replaced = replace(words, Vocabulary.words(entity.text()));
            }
        }
        if (entities.size() == 1 && replaced.contains(PLACE)) {
            List<String> rest = replaced;
            return id(entities.iterator().next()).flatMap(catalog::find).map(product -> new Named(product, rest));
        }
        return byTitle(words);
    }

    private Optional<Named> byTitle(List<String> words) {
        Map<String, Set<ProductId>> titles = index().titles;
        List<String> stems = words.stream().map(ProductTitles::stem).toList();
        List<String> rest = new ArrayList<>();
        Set<ProductId> found = Set.of();
        int i = 0;
        while (i < words.size()) {
            int length = Math.min(MAX_WORDS, words.size() - i);
            while (length > 0 && !titles.containsKey(String.join(" ", stems.subList(i, i + length)))) {
                length--;
            }
            if (length == 0) {
                rest.add(words.get(i));
                i++;
            } else {
                Set<ProductId> here = titles.getOrDefault(String.join(" ", stems.subList(i, i + length)), Set.of());
                if (!found.isEmpty()) {
                    return Optional.empty();
                }
                found = here;
                rest.add(PLACE);
                i += length;
            }
        }
        return found.size() == 1
                ? catalog.find(found.iterator().next()).map(product -> new Named(product, rest))
                : Optional.empty();
    }

    private static List<String> replace(List<String> words, List<String> named) {
        for (int i = 0; !named.isEmpty() && i + named.size() <= words.size(); i++) {
            if (words.subList(i, i + named.size()).equals(named)) {
                List<String> out = new ArrayList<>(words.subList(0, i));
                out.add(PLACE);
                out.addAll(words.subList(i + named.size(), words.size()));
                return out;
            }
        }
        return words;
    }

    private static Optional<ProductId> id(String value) {
        try {
            return Optional.of(ProductId.of(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Index index() {
        Index known = index;
        long version = catalog.version();
        if (known.version != version) {
            Map<String, Set<ProductId>> titles = new HashMap<>();
            for (Product product : catalog.all()) {
                List<String> words = Vocabulary.words(product.title());
                if (!words.isEmpty() && words.size() <= MAX_WORDS) {
                    String key = String.join(
                            " ", words.stream().map(ProductTitles::stem).toList());
                    titles.computeIfAbsent(key, unused -> new HashSet<>()).add(product.id());
                }
            }
            known = new Index(version, titles);
            index = known;
        }
        return known;
    }

    /** Without the mark of the plural, which is all that French and English titles and questions differ by. */
    private static String stem(String word) {
        int end = word.length();
        if (end > 3 && (word.charAt(end - 1) == 's' || word.charAt(end - 1) == 'x')) {
            end--;
        }
        return word.substring(0, end);
    }

    private record Index(long version, Map<String, Set<ProductId>> titles) {}
}
