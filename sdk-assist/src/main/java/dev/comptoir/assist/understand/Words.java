package dev.comptoir.assist.understand;

import java.util.ArrayList;
import java.util.List;

/** The words of a text with where they stand: runs of letters, runs of digits, folded. Linear time. */
final class Words {
    private Words() {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!Character.isLetterOrDigit(c)) {
                i += Character.charCount(c);
                continue;
            }
            boolean digits = Character.isDigit(c);
            int start = i;
            while (i < text.length()
                    && Character.isLetterOrDigit(text.codePointAt(i))
                    && Character.isDigit(text.codePointAt(i)) == digits) {
                i += Character.charCount(text.codePointAt(i));
            }
            words.add(new Word(fold(text.substring(start, i)), start, i));
        }
        return words;
    }

    private static String fold(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return TextNormalizer.fold(word);
            }
        }
        return word;
    }

    /** A word, folded, and where it stands in the text. */
    record Word(String text, int start, int end) {}
}
