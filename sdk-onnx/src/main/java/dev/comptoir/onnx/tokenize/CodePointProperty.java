package dev.comptoir.onnx.tokenize;

import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** Unicode's general categories and scripts by name. */
final class CodePointProperty {
    private static final Map<String, Integer> CATEGORIES = Map.ofEntries(
            Map.entry("lu", (int) Character.UPPERCASE_LETTER),
            Map.entry("ll", (int) Character.LOWERCASE_LETTER),
            Map.entry("lt", (int) Character.TITLECASE_LETTER),
            Map.entry("lm", (int) Character.MODIFIER_LETTER),
            Map.entry("lo", (int) Character.OTHER_LETTER),
            Map.entry("mn", (int) Character.NON_SPACING_MARK),
            Map.entry("mc", (int) Character.COMBINING_SPACING_MARK),
            Map.entry("me", (int) Character.ENCLOSING_MARK),
            Map.entry("nd", (int) Character.DECIMAL_DIGIT_NUMBER),
            Map.entry("nl", (int) Character.LETTER_NUMBER),
            Map.entry("no", (int) Character.OTHER_NUMBER),
            Map.entry("pc", (int) Character.CONNECTOR_PUNCTUATION),
            Map.entry("pd", (int) Character.DASH_PUNCTUATION),
            Map.entry("ps", (int) Character.START_PUNCTUATION),
            Map.entry("pe", (int) Character.END_PUNCTUATION),
            Map.entry("pi", (int) Character.INITIAL_QUOTE_PUNCTUATION),
            Map.entry("pf", (int) Character.FINAL_QUOTE_PUNCTUATION),
            Map.entry("po", (int) Character.OTHER_PUNCTUATION),
            Map.entry("sm", (int) Character.MATH_SYMBOL),
            Map.entry("sc", (int) Character.CURRENCY_SYMBOL),
            Map.entry("sk", (int) Character.MODIFIER_SYMBOL),
            Map.entry("so", (int) Character.OTHER_SYMBOL),
            Map.entry("zs", (int) Character.SPACE_SEPARATOR),
            Map.entry("zl", (int) Character.LINE_SEPARATOR),
            Map.entry("zp", (int) Character.PARAGRAPH_SEPARATOR),
            Map.entry("cc", (int) Character.CONTROL),
            Map.entry("cf", (int) Character.FORMAT),
            Map.entry("co", (int) Character.PRIVATE_USE));

    private CodePointProperty() {}

    static IntPredicate of(String name, RegexSource pattern) {
        String key = name.toLowerCase(Locale.ROOT);
        int categories = 0;
        for (Map.Entry<String, Integer> category : CATEGORIES.entrySet()) {
            boolean group = key.length() == 1 && !key.equals("c");
            if (category.getKey().equals(key) || group && category.getKey().startsWith(key)) {
                categories |= 1 << category.getValue();
            }
        }
        if (categories != 0) {
            int wanted = categories;
            return c -> (wanted >>> CharClass.category(c) & 1) == 1;
        }
        try {
            Character.UnicodeScript script = Character.UnicodeScript.forName(name);
            return c -> Character.UnicodeScript.of(c) == script;
        } catch (IllegalArgumentException e) {
            throw pattern.unsupported("the property " + name);
        }
    }
}
