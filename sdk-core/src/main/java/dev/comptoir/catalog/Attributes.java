package dev.comptoir.catalog;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What attributes of products keep to. */
final class Attributes {
    private static final int MAX = 50;
    private static final int MAX_NAME = 100;

    private Attributes() {}

    /** A copy with names as they are compared. */
    static SortedMap<String, AttributeValue> copy(String of, SortedMap<String, AttributeValue> attributes) {
        if (attributes.isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, AttributeValue> copy = new TreeMap<>();
        attributes.forEach((name, value) -> copy.put(name(name), value));
        if (copy.size() > MAX) {
            throw new IllegalArgumentException(
                    "The product " + of + " has " + copy.size() + " attributes; at most " + MAX + " are allowed.");
        }
        return Collections.unmodifiableSortedMap(copy);
    }

    /** A name as it is compared: accents in one of the two ways in which Unicode writes them. */
    static String name(String name) {
        String folded = folded(whole(name));
        if (folded.isBlank() || folded.length() > MAX_NAME) {
            throw new IllegalArgumentException("The name of an attribute has "
                    + folded.strip().length() + " characters; 1 to " + MAX_NAME + " are allowed.");
        }
        return folded;
    }

    /** With halves of characters replaced, so that it survives being stored as UTF-8. */
    static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
