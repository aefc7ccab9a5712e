package dev.comptoir.onnx.tokenize;

import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** General categories and scripts by name. */
final class CodePointProperty {
    private CodePointProperty() {}

    static IntPredicate of(String name, RegexSource pattern) {
        int categories = categories(name.toLowerCase(Locale.ROOT));
        if (categories != 0) {
            return c -> ((categories >>> UnicodeData.category(c)) & 1) == 1;
        }
        try {
            Character.UnicodeScript script = Character.UnicodeScript.forName(name);
            return c -> Character.UnicodeScript.of(c) == script;
        } catch (IllegalArgumentException e) {
            throw pattern.unsupported("the property " + name);
        }
    }

    /** A bit for each category, named by both letters or by the first. */
    private static int categories(String name) {
        int bits = 0;
        for (Map.Entry<String, Integer> category : UnicodeData.categories().entrySet()) {
            String key = category.getKey().toLowerCase(Locale.ROOT);
            boolean group = name.length() == 1 && !name.equals("c");
            if (key.equals(name) || (group && key.startsWith(name))) {
                bits |= 1 << category.getValue();
            }
        }
        return bits;
    }
}
