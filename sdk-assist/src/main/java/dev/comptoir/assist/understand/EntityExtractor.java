package dev.comptoir.assist.understand;

import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a message names: order numbers, products of the catalogue, days, times and amounts, each in one form. Reads at
 * most the first {@link Understanding#LONG} characters, in linear time. Thread-safe.
 *
 * <p>Order numbers are found by the merchant's forms, for example {@code CMD-######}: {@code #} is a digit, {@code @} a letter,
 * {@code *} either, anything else itself. Without a form, what stands behind "commande n°", "order" and the like counts.
 */
public final class EntityExtractor {
    private final @Nullable Catalog catalog;
    private final OrderForms orders;
    private volatile Titles titles;

    private EntityExtractor(@Nullable Catalog catalog, OrderForms orders, Titles titles) {
        this.catalog = catalog;
        this.orders = orders;
        this.titles = titles;
    }

    /** For a catalogue; its titles are read again after it changed, at the next message. */
    public static EntityExtractor of(Catalog catalog, List<String> orderForms) {
        return new EntityExtractor(catalog, OrderForms.of(orderForms), Titles.of(catalog));
    }

    /**
     * For fixed products.
     *
     * @param orderForms at most 20 forms of order numbers, each of 40 characters at most; empty where the merchant gave none
     * @throws IllegalArgumentException if there are too many forms, or one has no digit or letter to find
     */
    public static EntityExtractor of(Collection<Product> products, List<String> orderForms) {
        return new EntityExtractor(null, OrderForms.of(orderForms), new Titles(0, TitleTrie.of(products)));
    }

    /**
     * What the body names, from left to right; none overlaps another, the longer one stands.
     *
     * @param body the customer's words, as {@link Understanding#body()} gives them
     * @param now when the message was written, for "demain" and "next friday"
     * @param zone the business's time zone
     */
    public List<Entity> extract(String body, Instant now, ZoneId zone) {
        String read = body.length() > Understanding.LONG ? body.substring(0, Understanding.LONG) : body;
        String flat = flat(read);
        List<Words.Word> words = Words.of(read);
        List<Entity> found = new ArrayList<>(orders.in(read));
        found.addAll(titles().trie().in(read, words));
        found.addAll(Dates.in(read, flat, LocalDate.ofInstant(now, zone)));
        found.addAll(Times.in(read, flat));
        found.addAll(Amounts.in(read, words));
        return withoutOverlaps(found, read.length());
    }

    private Titles titles() {
        Titles current = titles;
        if (catalog != null && catalog.version() != current.version()) {
            current = Titles.of(catalog);
            titles = current;
        }
        return current;
    }

    /** Longer before shorter, then by kind: what is most surely read first. */
    private static List<Entity> withoutOverlaps(List<Entity> found, int length) {
        found.sort(Comparator.<Entity>comparingInt(entity -> entity.start() - entity.end())
                .thenComparingInt(entity -> switch (entity.kind()) {
                    case AMOUNT -> 0;
                    case DATE -> 1;
                    case TIME -> 2;
                    case ORDER -> 3;
                    case PRODUCT -> 4;
                })
                .thenComparingInt(Entity::start));
        BitSet taken = new BitSet(length);
        List<Entity> kept = new ArrayList<>();
        for (Entity entity : found) {
            int next = taken.nextSetBit(entity.start());
            if (next < 0 || next >= entity.end()) {
                taken.set(entity.start(), entity.end());
                kept.add(entity);
            }
        }
        kept.sort(Comparator.comparingInt(Entity::start));
        return List.copyOf(kept);
    }

    /** Lower case without accents, each character in its place. */
    private static String flat(String body) {
        StringBuilder out = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = Character.toLowerCase(body.charAt(i));
            out.append(
                    c < 0x80 || !Character.isLetter(c) || Character.isSurrogate(c)
                            ? c
                            : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                                    .charAt(0));
        }
        return out.toString();
    }

    private record Titles(long version, TitleTrie trie) {
        static Titles of(Catalog catalog) {
            // The version first: what changes meanwhile is then read once more.
            long version = catalog.version();
            return new Titles(version, TitleTrie.of(catalog.all()));
        }
    }
}
