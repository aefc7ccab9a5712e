package dev.comptoir.onnx.tokenize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** General categories as the reference knows them, the same on every JDK. */
final class UnicodeData {
    private static final String RESOURCE = "unicode-16.txt";
    private static final int PLANES_END = 0x110000;
    private static final int DIRECT = 0x3000;

    private static final Map<String, Integer> NUMBERS = numbers();
    private static final Map<String, UnicodeTables> LINES = lines();
    private static final UnicodeTables OF_UNICODE_9 = table("9");
    private static final byte[] LOW = new byte[DIRECT];
    private static final int[] STARTS;
    private static final byte[] CATEGORIES;

    static {
        byte[] all = new byte[PLANES_END];
        LINES.forEach((name, table) -> {
            Integer number = NUMBERS.get(name);
            if (number != null) {
                table.forEachRange((from, to) -> Arrays.fill(all, from, to, number.byteValue()));
            }
        });
        System.arraycopy(all, 0, LOW, 0, DIRECT);
        int[] starts = new int[PLANES_END];
        int count = 0;
        for (int c = 0; c < PLANES_END; c++) {
            if (c == 0 || all[c] != all[c - 1]) {
                starts[count++] = c;
            }
        }
        STARTS = Arrays.copyOf(starts, count);
        CATEGORIES = new byte[count];
        for (int i = 0; i < count; i++) {
            CATEGORIES[i] = all[STARTS[i]];
        }
    }

    private UnicodeData() {}

    /* The reference takes its classes from Unicode 16, but its normal forms from Unicode 9: code points assigned since
     * are left as they are by those. The JDK's tables grow with each release. */

    /** The general category, as {@link Character#getType(int)} numbers them, of Unicode 16. */
    static int category(int c) {
        if (c < DIRECT) {
            return LOW[c];
        }
        int found = Arrays.binarySearch(STARTS, c);
        return CATEGORIES[found >= 0 ? found : -found - 2];
    }

    /** Whether Unicode 9 knew it. */
    static boolean isOfUnicode9(int c) {
        return c < 0x300 || OF_UNICODE_9.contains(c);
    }

    /** The number of a category, by its name of two letters. */
    static Map<String, Integer> categories() {
        return NUMBERS;
    }

    private static UnicodeTables table(String name) {
        UnicodeTables table = LINES.get(name);
        if (table == null) {
            throw new IllegalStateException("The resource " + RESOURCE + " has no line " + name + ".");
        }
        return table;
    }

    private static Map<String, UnicodeTables> lines() {
        try (InputStream stream = UnicodeData.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the library's jar.");
            }
            Map<String, UnicodeTables> lines = new HashMap<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int blank = line.indexOf(' ');
                if (!line.startsWith("#")) {
                    lines.put(line.substring(0, blank), new UnicodeTables(line.substring(blank + 1)));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read.", e);
        }
    }

    private static Map<String, Integer> numbers() {
        return Map.ofEntries(
                Map.entry("Lu", (int) Character.UPPERCASE_LETTER),
                Map.entry("Ll", (int) Character.LOWERCASE_LETTER),
                Map.entry("Lt", (int) Character.TITLECASE_LETTER),
                Map.entry("Lm", (int) Character.MODIFIER_LETTER),
                Map.entry("Lo", (int) Character.OTHER_LETTER),
                Map.entry("Mn", (int) Character.NON_SPACING_MARK),
                Map.entry("Mc", (int) Character.COMBINING_SPACING_MARK),
                Map.entry("Me", (int) Character.ENCLOSING_MARK),
                Map.entry("Nd", (int) Character.DECIMAL_DIGIT_NUMBER),
                Map.entry("Nl", (int) Character.LETTER_NUMBER),
                Map.entry("No", (int) Character.OTHER_NUMBER),
                Map.entry("Pc", (int) Character.CONNECTOR_PUNCTUATION),
                Map.entry("Pd", (int) Character.DASH_PUNCTUATION),
                Map.entry("Ps", (int) Character.START_PUNCTUATION),
                Map.entry("Pe", (int) Character.END_PUNCTUATION),
                Map.entry("Pi", (int) Character.INITIAL_QUOTE_PUNCTUATION),
                Map.entry("Pf", (int) Character.FINAL_QUOTE_PUNCTUATION),
                Map.entry("Po", (int) Character.OTHER_PUNCTUATION),
                Map.entry("Sm", (int) Character.MATH_SYMBOL),
                Map.entry("Sc", (int) Character.CURRENCY_SYMBOL),
                Map.entry("Sk", (int) Character.MODIFIER_SYMBOL),
                Map.entry("So", (int) Character.OTHER_SYMBOL),
                Map.entry("Zs", (int) Character.SPACE_SEPARATOR),
                Map.entry("Zl", (int) Character.LINE_SEPARATOR),
                Map.entry("Zp", (int) Character.PARAGRAPH_SEPARATOR),
                Map.entry("Cc", (int) Character.CONTROL),
                Map.entry("Cf", (int) Character.FORMAT),
                Map.entry("Co", (int) Character.PRIVATE_USE));
    }
}
