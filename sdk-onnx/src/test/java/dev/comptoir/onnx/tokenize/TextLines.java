package dev.comptoir.onnx.tokenize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Lines of French, English and German as customers write them, and as nobody should: the same for the same seed. */
final class TextLines {
    private static final String[] WORDS = {
        "bonjour",
        "Êtes-vous",
        "ouverts",
        "lundi",
        "après-midi",
        "l'œuf",
        "cœur",
        "ŒUVRE",
        "naïve",
        "garçon",
        "À",
        "ça",
        "où",
        "aujourd'hui",
        "12,50 €",
        "n° 42",
        "«croissant»",
        "pâtisserie",
        "Noël",
        "ÉTÉ",
        "ambiguë",
        "capharnaüm",
        "hôtel",
        "Öffnungszeiten",
        "Straße",
        "GROẞE",
        "Grüße",
        "für",
        "Rücksendung",
        "Donaudampfschifffahrtsgesellschaft",
        "Brötchen",
        "Käse-Schinken-Croissant",
        "geöffnet?",
        "Wann",
        "haben",
        "möchte",
        "ÄRGER",
        "u\u0308ber",
        "z.B.",
        "19,90€",
        "„Zitat“",
        "‚halb‘",
        "Geschäftsführer/in",
        "the",
        "Opening",
        "hours",
        "don't",
        "refund",
        "O'Brien's",
        "co-operate",
        "invoice",
        "won’t",
        "“quoted”",
        "e-mail",
        "SIZE-XL",
        "ref_0042",
        "100%",
        "$9.99",
        "3/4",
        "and/or",
        "https://example.org/a?b=c",
        "a@b.fr",
        "C++",
        "#1",
        "8h30",
        "İstanbul",
        "ẞtraße",
        "ΣΊΣΥΦΟΣ",
        "Москва",
        "Ёлка",
        "العربية",
        "עברית",
        "हिन्दी",
        "ไทย",
        "한국어",
        "東京都",
        "中文字符",
        "カタカナ",
        "ひらがな",
        "ﬁnance",
        "ﬀ",
        "Å",
        "Ω",
        "①",
        "½",
        "ª",
        "ℝ",
        "𝒳",
        "𠀀",
        "😀",
        "👩‍👩‍👧",
        "🇫🇷",
        "👍🏽",
        "☕",
        "❤️",
        "🤣",
        "🫠",
        "…",
        "—",
        "–",
        "·",
        "¿qué?",
        "¡hola!",
        "。",
        "、",
        "「引用」",
        "٪",
        "।",
        "§",
        "¶",
        "†",
        "™",
        "©",
        "°C",
        "[CLS]",
        "[SEP]",
        "[UNK]",
        "[PAD]",
        "[MASK]",
        "[cls]",
        "[CLS",
        "CLS]",
        "[[SEP]]",
        "##ing",
        "[unused0]",
        "a[MASK]b",
        "\uFFFD",
        "\u00AD",
        "\uFEFF",
        "\uE000",
    };
    private static final String[] GLUE = {
        " ", " ", " ", " ", " ", "  ", "", "\t", "\n", "\r\n", "\u00A0", "\u202F", "\u2003", "\u3000", "\u200B",
        "\u200D", "\u2028", "\u0001", "\u007F", "\u0085", "\u000B", ", ", ". ", "! ", " ? ", "'", "’", "-", "/",
    };
    private static final String[] MARKS = {
        "\u0301", "\u0300", "\u0302", "\u0308", "\u0327", "\u0323", "\u034F", "\u20DD", "\u0345", "\uFE0F", "\u302E",
        "\u1B44", "\u093F"
    };

    private final Random random;

    TextLines(long seed) {
        random = new Random(seed);
    }

    List<String> take(int count) {
        List<String> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        int words = random.nextInt(30);
        for (int i = 0; i < words; i++) {
            line.append(word()).append(pick(GLUE));
        }
        return line.toString();
    }

    private String word() {
        return switch (random.nextInt(12)) {
            case 0 -> letters(1 + random.nextInt(12));
            case 1 -> random.nextInt(8) == 0 ? letters(95 + random.nextInt(12)) : letters(20);
            case 2 -> Character.toString(codePoint());
            case 3 -> pick(WORDS) + pick(MARKS) + pick(MARKS) + pick(MARKS);
            case 4 -> pick(WORDS).toUpperCase(Locale.ROOT) + pick(WORDS);
            default -> pick(WORDS);
        };
    }

    private String letters(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
            if (random.nextInt(10) == 0) {
                word.append(pick(MARKS));
            }
        }
        return word.toString();
    }

    private int codePoint() {
        int c = 1 + random.nextInt(random.nextBoolean() ? 0x2FFF : 0x1FFFF);
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 'x' : c;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
