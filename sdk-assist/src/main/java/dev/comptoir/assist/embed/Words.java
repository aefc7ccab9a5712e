package dev.comptoir.assist.embed;

import dev.comptoir.assist.understand.TextNormalizer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words as the student was trained on them: lower case, without accents, French elisions and English
 * contractions apart ("l'été" is "l ete", "don't" is "do not"). Pure functions; linear in the length of the text, of
 * which the first {@value #MAX_CHARS} characters and {@value #MAX_WORDS} words count.
 */
public final class Words {
    /** Characters read of one text. */
    public static final int MAX_CHARS = 16_384;

    /** Words read of one text. */
    public static final int MAX_WORDS = 1_024;

    /** A longer run of letters is no word; its beginning stands for it. */
    static final int MAX_WORD = 40;

    private static final int TABLE = 0x180;
    private static final String[] FOLDED = table();
    private static final Set<String> IRREGULAR = Set.of("ca", "wo", "sha");

    private Words() {}

    /** The words of a text in order; empty where it has neither letter nor digit. */
    public static List<String> of(String text) {
        String read = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
        String plain = isLatin(read) ? read : decomposed(read);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length() && words.size() < MAX_WORDS; ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (c < TABLE && !FOLDED[c].isEmpty()) {
                append(word, FOLDED[c]);
            } else if (c >= TABLE && Character.isLetterOrDigit(c)) {
                append(word, Character.toString(Character.toLowerCase(c)));
            } else if (isApostrophe(c) && isNegation(word, plain, i)) {
                negated(word, words);
                i++;
            } else if (c < TABLE || Character.getType(c) != Character.NON_SPACING_MARK) {
                end(word, words);
            }
        }
        end(word, words);
        return words.size() <= MAX_WORDS ? words : words.subList(0, MAX_WORDS);
    }

    private static void append(StringBuilder word, String letters) {
        if (word.length() < MAX_WORD) {
            word.append(letters);
        }
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '`' || c == '\u00B4';
    }

    /** Whether the word ends in n and a t that ends a word follows: "isn't", "don't". */
    private static boolean isNegation(StringBuilder word, String text, int next) {
        return word.length() >= 3
                && word.charAt(word.length() - 1) == 'n'
                && next < text.length()
                && (text.charAt(next) == 't' || text.charAt(next) == 'T')
                && (next + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(next + 1)));
    }

    private static void negated(StringBuilder word, List<String> words) {
        word.setLength(word.length() - 1);
        String verb = word.toString();
        word.setLength(0);
        words.add(!IRREGULAR.contains(verb) ? verb : verb.equals("ca") ? "can" : verb.equals("wo") ? "will" : "shall");
        words.add("not");
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= TABLE && !(c >= '\u2010' && c <= '\u2026') && c != '\u20AC' && c != '\u202F') {
                return false;
            }
        }
        return true;
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(TextNormalizer.clean(text), Normalizer.Form.NFD);
    }

    /** What each Latin character becomes: nothing where it parts words. */
    private static String[] table() {
        String[] table = new String[TABLE];
        for (char c = 0; c < TABLE; c++) {
            String folded = Normalizer.normalize(String.valueOf(c).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
            StringBuilder letters = new StringBuilder();
            folded.chars().filter(Character::isLetterOrDigit).forEach(letter -> letters.append((char) letter));
            table[c] = Character.isLetterOrDigit(c) ? letters.toString() : "";
        }
        table['\u00E6'] = "ae";
        table['\u00C6'] = "ae";
        table['\u0153'] = "oe";
        table['\u0152'] = "oe";
        table['\u00DF'] = "ss";
        return table;
    }
}
