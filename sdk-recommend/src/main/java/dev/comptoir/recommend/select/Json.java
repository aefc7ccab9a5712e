package dev.comptoir.recommend.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists, texts, numbers, booleans and null as JSON (RFC 8259), and back. Numbers come back as Double; NaN and infinity,
 * which JSON does not have, are written as null. Stateless.
 */
final class Json {
    private static final int DEEPEST = 32;

    private Json() {}

    static String write(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Number number) {
            double finite = number.doubleValue();
            boolean whole = number instanceof Integer || number instanceof Long;
            text.append(whole ? number.toString() : Double.isFinite(finite) ? Double.toString(finite) : "null");
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            String comma = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(comma);
                quoted(String.valueOf(entry.getKey()), text);
                text.append(':');
                write(entry.getValue(), text);
                comma = ",";
            }
            text.append('}');
        } else if (value instanceof Iterable<?> list) {
            text.append('[');
            String comma = "";
            for (Object element : list) {
                text.append(comma);
                write(element, text);
                comma = ",";
            }
            text.append(']');
        } else {
            quoted(value.toString(), text);
        }
    }

    private static void quoted(String value, StringBuilder text) {
        text.append('"');
        for (int k = 0; k < value.length(); k++) {
            char c = value.charAt(k);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    // Line separators end a string in older JavaScript, lone surrogates are no text at all.
                    boolean lone = Character.isSurrogate(c) && !paired(value, k);
                    if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || lone) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean paired(String value, int k) {
        char c = value.charAt(k);
        return Character.isHighSurrogate(c)
                ? k + 1 < value.length() && Character.isLowSurrogate(value.charAt(k + 1))
                : k > 0 && Character.isHighSurrogate(value.charAt(k - 1));
    }

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException if the text is not JSON or nested too deeply
     */
    static @Nullable Object parse(String text) {
        Parser parser = new Parser(text);
        Object value = parser.value(0);
        parser.space();
        parser.require(parser.at == text.length(), "nothing more");
        return value;
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        void require(boolean holds, String expected) {
            if (!holds) {
                throw new IllegalArgumentException(
                        "The JSON text is broken at character " + at + ": expected " + expected + ".");
            }
        }

        void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean next(char c) {
            space();
            boolean is = at < text.length() && text.charAt(at) == c;
            at += is ? 1 : 0;
            return is;
        }

        @Nullable
        Object value(int depth) {
            require(depth < DEEPEST, "less nesting");
            space();
            require(at < text.length(), "a value");
            char c = text.charAt(at);
            if (c == '{') {
                return map(depth);
            } else if (c == '[') {
                return list(depth);
            } else if (c == '"') {
                return string();
            } else if (word("true")) {
                return true;
            } else if (word("false")) {
                return false;
            } else if (word("null")) {
                return null;
            }
            return number();
        }

        private boolean word(String word) {
            boolean is = text.startsWith(word, at);
            at += is ? word.length() : 0;
            return is;
        }

        private Map<String, @Nullable Object> map(int depth) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            at++;
            if (next('}')) {
                return map;
            }
            do {
                space();
                require(at < text.length() && text.charAt(at) == '"', "a name");
                String name = string();
                require(next(':'), ":");
                map.put(name, value(depth + 1));
            } while (next(','));
            require(next('}'), "}");
            return map;
        }

        private List<@Nullable Object> list(int depth) {
            List<@Nullable Object> list = new ArrayList<>();
            at++;
            if (next(']')) {
                return list;
            }
            do {
                list.add(value(depth + 1));
            } while (next(','));
            require(next(']'), "]");
            return list;
        }

        private Double number() {
            int from = at;
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String digits = text.substring(from, at);
            require(digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?"), "a value");
            return Double.valueOf(digits);
        }

        private String string() {
            StringBuilder value = new StringBuilder();
            at++;
            while (true) {
                require(at < text.length(), "the end of a text");
                char c = text.charAt(at++);
                if (c == '"') {
                    return value.toString();
                }
                require(c >= 0x20, "no control character");
                value.append(c == '\\' ? escaped() : c);
            }
        }

        private char escaped() {
            require(at < text.length(), "the end of a text");
            char c = text.charAt(at++);
            int plain = "\"\\/bfnrt".indexOf(c);
            if (plain >= 0) {
                return "\"\\/\b\f\n\r\t".charAt(plain);
            }
            require(
                    c == 'u'
                            && at + 4 <= text.length()
                            && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}"),
                    "an escape");
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
    }
}
