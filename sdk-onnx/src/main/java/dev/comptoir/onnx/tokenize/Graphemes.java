package dev.comptoir.onnx.tokenize;

/** Where what a reader sees as one character ends. */
final class Graphemes {
    private enum Kind {
        OTHER,
        CONTROL,
        CARRIAGE_RETURN,
        LINE_FEED,
        EXTEND,
        JOINER,
        SPACING,
        PREPEND,
        REGIONAL,
        LEADING,
        VOWEL,
        TRAILING,
        SYLLABLE_LV,
        SYLLABLE_LVT
    }

    private static final UnicodeTables PREPEND = new UnicodeTables("""
            600-605 6dd 70f 890-891 8e2 d4e 110bd 110cd 111c2-111c3 1193f 11941 11a3a 11a84-11a89 11d46 11f02
            """);
    private static final UnicodeTables OTHER_EXTEND = new UnicodeTables("""
            9be 9d7 b3e b57 bbe bd7 cc2 cd5-cd6 d3e d57 dcf ddf 1b35 200c 302e-302f ff9e-ff9f 1133e 11357 114b0 114bd
            115af 11930 1d165 1d16e-1d172 1f3fb-1f3ff e0020-e007f
            """);
    private static final UnicodeTables NOT_SPACING = new UnicodeTables("""
            102b-102c 1038 1062-1064 1067-106d 1083 1087-108c 108f 109a-109c 1a61 1a63-1a64 aa7b aa7d 11720-11721
            """);
    private static final UnicodeTables UNASSIGNED_CONTROL = new UnicodeTables("""
            2065 fff0-fff8 e0000 e0002-e001f e0080-e00ff e01f0-e0fff
            """);
    private static final UnicodeTables PICTOGRAPHS = new UnicodeTables("""
            a9 ae 203c 2049 2122 2139 2194-2199 21a9-21aa 231a-231b 2328 2388 23cf 23e9-23f3 23f8-23fa 24c2 25aa-25ab 25b6
            25c0 25fb-25fe 2600-2605 2607-2612 2614-2685 2690-2705 2708-2712 2714 2716 271d 2721 2728 2733-2734 2744 2747
            274c 274e 2753-2755 2757 2763-2767 2795-2797 27a1 27b0 27bf 2934-2935 2b05-2b07 2b1b-2b1c 2b50 2b55 3030 303d
            3297 3299 1f000-1f0ff 1f10d-1f10f 1f12f 1f16c-1f171 1f17e-1f17f 1f18e 1f191-1f19a 1f1ad-1f1e5 1f201-1f20f
            1f21a 1f22f 1f232-1f23a 1f23c-1f23f 1f249-1f3fa 1f400-1f53d 1f546-1f64f 1f680-1f6ff 1f774-1f77f 1f7d5-1f7ff
            1f80c-1f80f 1f848-1f84f 1f85a-1f85f 1f888-1f88f 1f8ae-1f8ff 1f90c-1f93a 1f93c-1f945 1f947-1faff 1fc00-1fffd
            """);

    private Graphemes() {}

    /* Unicode Standard Annex 29, extended grapheme clusters, without rule GB9c: the conjuncts that it keeps together are
     * of six bytes and more, where the one caller works code point by code point anyway. */

    /** The end of the cluster that begins at a place, itself a cluster's beginning. */
    static int end(String text, int from) {
        int c = text.codePointAt(from);
        int at = from + Character.charCount(c);
        if (at == text.length() || (c < 0x300 && c != '\r' && text.charAt(at) < 0x300)) {
            return at;
        }
        Kind before = kind(c);
        boolean pictograph = PICTOGRAPHS.contains(c);
        boolean joined = false;
        boolean flag = before == Kind.REGIONAL;
        while (at < text.length()) {
            c = text.codePointAt(at);
            Kind kind = kind(c);
            boolean continues = (joined && PICTOGRAPHS.contains(c))
                    || (flag && before == Kind.REGIONAL && kind == Kind.REGIONAL)
                    || joins(before, kind);
            if (!continues) {
                return at;
            }
            flag = before == Kind.PREPEND && kind == Kind.REGIONAL;
            joined = pictograph && kind == Kind.JOINER;
            pictograph = PICTOGRAPHS.contains(c) || (pictograph && kind == Kind.EXTEND);
            before = kind;
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean joins(Kind before, Kind kind) {
        if (before == Kind.CARRIAGE_RETURN) {
            return kind == Kind.LINE_FEED;
        }
        if (breaks(before) || breaks(kind)) {
            return false;
        }
        if (kind == Kind.EXTEND || kind == Kind.JOINER || kind == Kind.SPACING || before == Kind.PREPEND) {
            return true;
        }
        return switch (before) {
            case LEADING ->
                kind == Kind.LEADING || kind == Kind.VOWEL || kind == Kind.SYLLABLE_LV || kind == Kind.SYLLABLE_LVT;
            case VOWEL, SYLLABLE_LV -> kind == Kind.VOWEL || kind == Kind.TRAILING;
            case TRAILING, SYLLABLE_LVT -> kind == Kind.TRAILING;
            default -> false;
        };
    }

    private static boolean breaks(Kind kind) {
        return kind == Kind.CONTROL || kind == Kind.CARRIAGE_RETURN || kind == Kind.LINE_FEED;
    }

    private static Kind kind(int c) {
        if (c < 0x300) {
            return c == '\r'
                    ? Kind.CARRIAGE_RETURN
                    : c == '\n'
                            ? Kind.LINE_FEED
                            : c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xAD ? Kind.CONTROL : Kind.OTHER;
        }
        if (c == 0x200D) {
            return Kind.JOINER;
        }
        if (PREPEND.contains(c)) {
            return Kind.PREPEND;
        }
        if (OTHER_EXTEND.contains(c)) {
            return Kind.EXTEND;
        }
        return switch (UnicodeData.category(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> Kind.EXTEND;
            case Character.COMBINING_SPACING_MARK -> NOT_SPACING.contains(c) ? Kind.OTHER : Kind.SPACING;
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                Kind.CONTROL;
            default -> other(c);
        };
    }

    private static Kind other(int c) {
        if (c == 0xE33 || c == 0xEB3) {
            return Kind.SPACING;
        }
        if (c >= 0x1F1E6 && c <= 0x1F1FF) {
            return Kind.REGIONAL;
        }
        if ((c >= 0x1100 && c <= 0x115F) || (c >= 0xA960 && c <= 0xA97C)) {
            return Kind.LEADING;
        }
        if ((c >= 0x1160 && c <= 0x11A7) || (c >= 0xD7B0 && c <= 0xD7C6)) {
            return Kind.VOWEL;
        }
        if ((c >= 0x11A8 && c <= 0x11FF) || (c >= 0xD7CB && c <= 0xD7FB)) {
            return Kind.TRAILING;
        }
        if (c >= 0xAC00 && c <= 0xD7A3) {
            return (c - 0xAC00) % 28 == 0 ? Kind.SYLLABLE_LV : Kind.SYLLABLE_LVT;
        }
        return UNASSIGNED_CONTROL.contains(c) ? Kind.CONTROL : Kind.OTHER;
    }
}
