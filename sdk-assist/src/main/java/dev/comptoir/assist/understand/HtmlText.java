package dev.comptoir.assist.understand;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns the HTML of a mail into plain text: one pass, no parser of markup that could be fooled into running anything. */
final class HtmlText {
    private static final Set<String> LINE_TAGS =
            Set.of("br", "p", "div", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "body");
    private static final Set<String> DROPPED = Set.of("script", "style", "head", "title", "blockquote");
    private static final Set<String> KNOWN = Set.of(
            "html",
            "body",
            "p",
            "div",
            "br",
            "span",
            "a",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "table",
            "td",
            "tr",
            "font",
            "script",
            "style",
            "blockquote",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("rsquo", "'"),
            Map.entry("euro", "€"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"),
            Map.entry("ecirc", "ê"),
            Map.entry("agrave", "à"),
            Map.entry("acirc", "â"),
            Map.entry("ccedil", "ç"),
            Map.entry("ocirc", "ô"),
            Map.entry("ugrave", "ù"),
            Map.entry("ucirc", "û"),
            Map.entry("icirc", "î"));

    private HtmlText() {}

    /** The visible text; a text without HTML tags is returned as it is. */
    static String strip(String text) {
        return hasTags(text) ? unescape(withoutTags(text)) : text;
    }

    private static boolean hasTags(String text) {
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
            if (KNOWN.contains(name(text, i))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutTags(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String dropped = "";
        int depth = 0;
        int i = 0;
        int lastClose = text.lastIndexOf('>');
        while (i < text.length()) {
            int open = text.indexOf('<', i);
            if (open < 0 || open > lastClose) {
                if (depth == 0) {
                    out.append(text, i, text.length());
                }
                break;
            }
            if (depth == 0) {
                out.append(text, i, open);
            }
            String name = name(text, open);
            if (name.isEmpty()) {
                out.append(depth == 0 ? "<" : "");
                i = open + 1;
                continue;
            }
            boolean closing = text.charAt(open + 1) == '/';
            if (depth > 0 ? name.equals(dropped) : !closing && DROPPED.contains(name)) {
                dropped = name;
                depth += closing ? -1 : 1;
            }
            if (depth == 0 && LINE_TAGS.contains(name)) {
                out.append('\n');
            }
            i = text.indexOf('>', open) + 1;
        }
        return out.toString();
    }

    /** The lower-case name of the tag that opens here; empty where none does. */
    private static String name(String text, int open) {
        int from = open + 1;
        if (from < text.length() && text.charAt(from) == '/') {
            from++;
        }
        int to = from;
        while (to < text.length() && to - from <= 12 && isNameCharacter(text.charAt(to))) {
            to++;
        }
        boolean ends = to < text.length()
                && (text.charAt(to) == '>' || text.charAt(to) == '/' || Character.isWhitespace(text.charAt(to)));
        return ends ? text.substring(from, to).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = c == '&' ? semicolon(text, i) : -1;
            if (end < 0) {
                out.append(c);
                continue;
            }
            String entity = text.substring(i + 1, end);
            String plain = entity.startsWith("#") ? numeric(entity) : ENTITIES.get(entity);
            if (plain == null) {
                out.append(c);
            } else {
                out.append(plain);
                i = end;
            }
        }
        return out.toString();
    }

    /** Where the entity ends; looked for nearby only, so that a text full of ampersands costs no more than others. */
    private static int semicolon(String text, int from) {
        for (int i = from + 1; i < text.length() && i <= from + 10; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static String numeric(String entity) {
        try {
            int code = entity.startsWith("#x") || entity.startsWith("#X")
                    ? Integer.parseInt(entity.substring(2), 16)
                    : Integer.parseInt(entity.substring(1));
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
