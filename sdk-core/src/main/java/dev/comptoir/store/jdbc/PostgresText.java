package dev.comptoir.store.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as PostgreSQL can keep it. Its text type refuses U+0000 and halves of characters; both are written as a backslash,
 * {@code u} and four hexadecimal digits, as is the backslash itself, so that every text comes back as it was.
 */
final class PostgresText {
    /*
     * For columns only. The JSON of events needs none of it: JSON escapes control characters by itself, and ids refuse them.
     */
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    private PostgresText() {}

    static @Nullable String write(@Nullable String text) {
        if (text == null || text.chars().noneMatch(c -> mayNeedEscape((char) c))) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (half || c == 0 || c == '\\') {
                written.append("\\u").append("%04x".formatted(c));
            } else {
                written.appendCodePoint(c);
            }
        });
        return written.toString();
    }

    static @Nullable String read(@Nullable String column) {
        if (column == null || column.indexOf('\\') < 0) {
            return column;
        }
        return ESCAPED.matcher(column)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }

    private static boolean mayNeedEscape(char c) {
        return c == 0 || c == '\\' || Character.isSurrogate(c);
    }
}
