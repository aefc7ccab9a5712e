package dev.comptoir.assist.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts text into sentences at line breaks and at end marks followed by a blank. Pure functions, linear time. */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "m", "mme", "mlle", "mr", "mrs", "ms", "dr", "st", "ste", "art", "no", "tel", "ex", "env", "approx", "eg",
            "ie");

    private Sentences() {}

    /** The sentences in order, stripped, with their end marks; none is blank. */
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (isEndMark(c) && endsHere(text, start, i))) {
                add(sentences, text, start, i + 1);
                start = i + 1;
            }
        }
        add(sentences, text, start, text.length());
        return sentences;
    }

    private static boolean isEndMark(char c) {
        return c == '.' || c == '?' || c == '!' || c == '\u2026' || c == '\u061F' || c == '\u3002';
    }

    private static boolean endsHere(String text, int start, int mark) {
        int next = mark + 1;
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        return text.charAt(mark) != '.' || !isAbbreviation(text, start, mark);
    }

    private static boolean isAbbreviation(String text, int start, int mark) {
        int from = mark;
        while (from > start && mark - from < 8 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        boolean wholeWord = from == start || !Character.isLetter(text.charAt(from - 1));
        return wholeWord && ABBREVIATIONS.contains(TextNormalizer.fold(text.substring(from, mark)));
    }

    private static void add(List<String> sentences, String text, int from, int to) {
        String sentence = text.substring(from, to).strip();
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }
}
