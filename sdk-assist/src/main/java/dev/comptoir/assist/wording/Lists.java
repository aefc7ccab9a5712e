package dev.comptoir.assist.wording;

import java.util.List;

/** What both languages do with words alike. */
final class Lists {
    private Lists() {}

    static String join(List<String> items, String last) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + last + items.get(items.size() - 1);
    }

    static String capital(String words) {
        if (words.isEmpty()) {
            return words;
        }
        int first = words.offsetByCodePoints(0, 1);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(words.codePointAt(0)))
                .append(words, first, words.length())
                .toString();
    }
}
