package dev.comptoir.assist.understand;

import dev.comptoir.assist.understand.Entity.Kind;
import dev.comptoir.catalog.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The titles of a catalogue as a trie over their words, to find them in a text. Immutable, thread-safe. */
final class TitleTrie {
    /*
     * A trie over words rather than an automaton over characters (Aho, Corasick 1975): a title begins at a word, so that at
     * most LONGEST steps are taken from each word of the text, which is linear too and needs no failure links. Words lose an
     * "s" or "x" of the plural; small words in between ("tarte aux pommes", "apple and pear tart") are left out of titles and
     * passed over in the text. A title is also known without its measure ("Baguette tradition 250 g"), where no other product
     * is. What several products share names none of them.
     */
    static final int MAX_PRODUCTS = 200_000;

    private static final int LONGEST = 12;
    private static final Set<String> SMALL = Set.of(
            "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "a", "en", "et", "the", "of",
            "with", "and", "an", "avec");
    private static final Set<String> UNITS = Set.of(
            "g", "gr", "kg", "mg", "ml", "cl", "l", "m", "cm", "mm", "oz", "lb", "lbs", "pcs", "pieces", "piece", "x",
            "lot", "litre", "litres", "w", "v");

    private final Node root = new Node();

    private TitleTrie() {}

    /** Reads at most {@link #MAX_PRODUCTS} products; the others are never found. */
    static TitleTrie of(Collection<Product> products) {
        TitleTrie titles = new TitleTrie();
        products.stream().limit(MAX_PRODUCTS).forEach(product -> {
            List<String> words = Words.of(TextNormalizer.clean(product.title())).stream()
                    .map(Words.Word::text)
                    .toList();
            titles.add(words, product.id().value(), false);
        });
        products.stream().limit(MAX_PRODUCTS).forEach(product -> {
            List<String> words = Words.of(TextNormalizer.clean(product.title())).stream()
                    .map(Words.Word::text)
                    .toList();
            titles.add(withoutMeasure(words), product.id().value(), true);
        });
        return titles;
    }

    /** The longest titles, from left to right, none overlapping another. */
    List<Entity> in(String body, List<Words.Word> words) {
        List<Entity> found = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int end = i;
            String id = null;
            Node node = root;
            for (int j = i; j < words.size() && j < i + 2 * LONGEST; j++) {
                String word = words.get(j).text();
                Node next = node.next.get(stem(word));
                if (next == null && j > i && SMALL.contains(word)) {
                    continue;
                }
                if (next == null) {
                    break;
                }
                node = next;
                if (node.id != null && !node.shared) {
                    id = node.id;
                    end = j + 1;
                }
            }
            if (id == null) {
                i++;
                continue;
            }
            int start = words.get(i).start();
            int stop = words.get(end - 1).end();
            found.add(new Entity(Kind.PRODUCT, body.substring(start, stop), id, start, stop));
            i = end;
        }
        return found;
    }

    private void add(List<String> words, String id, boolean shortened) {
        List<String> kept = words.stream()
                .filter(word -> !SMALL.contains(word))
                .limit(LONGEST)
                .toList();
        boolean tells = kept.stream().anyMatch(word -> word.length() > 1 && !Character.isDigit(word.charAt(0)));
        if (!tells) {
            return;
        }
        Node node = root;
        for (String word : kept) {
            node = node.next.computeIfAbsent(stem(word), key -> new Node());
        }
        if (node.id == null) {
            node.id = id;
            node.shortened = shortened;
        } else if (!node.id.equals(id) && (!shortened || node.shortened)) {
            // A whole title stands above the shortened one of another product.
            node.shared = true;
        }
    }

    private static List<String> withoutMeasure(List<String> words) {
        int end = words.size();
        while (end > 1
                && (UNITS.contains(words.get(end - 1))
                        || Character.isDigit(words.get(end - 1).charAt(0)))) {
            end--;
        }
        return words.subList(0, end);
    }

    /** Without the mark of the plural, which French and English share. */
    static String stem(String word) {
        int length = word.length();
        boolean plural = length > 3 && (word.endsWith("s") || word.endsWith("x")) && !word.endsWith("ss");
        return plural ? word.substring(0, length - 1) : word;
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private @Nullable String id;
        private boolean shared;
        private boolean shortened;
    }
}
