package dev.comptoir.onnx.tokenize;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Unicode's normal forms in time linear in the text, whatever the text. */
final class UnicodeForm {
    private static final int LONG_RUN = 32;
    private static final String LOWEST_CLASS = "\u0334";
    private static final String HIGHEST_CLASS = "\u0345";

    private UnicodeForm() {}

    /* The JDK orders combining marks by insertion, which is quadratic in the length of a run: a megabyte of two marks
     * in turn would take hours. Long runs are ordered here first, by counting; the JDK then finds them in order. */

    /** The form as Unicode 9 has it: later code points are left as they are and keep their neighbours apart. */
    static String normalize(String text, Normalizer.Form form) {
        StringBuilder out = null;
        int done = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (!UnicodeData.isOfUnicode9(c)) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(ofUnicode9(text.substring(done, at), form)).appendCodePoint(c);
                done = next;
            }
            at = next;
        }
        return out == null
                ? ofUnicode9(text, form)
                : out.append(ofUnicode9(text.substring(done), form)).toString();
    }

    private static String ofUnicode9(String text, Normalizer.Form form) {
        return Normalizer.isNormalized(text, form) ? text : Normalizer.normalize(withoutLongDisorder(text), form);
    }

    private static String withoutLongDisorder(String text) {
        StringBuilder out = null;
        int copied = 0;
        for (int at = 0; at < text.length(); ) {
            int end = endOfMarks(text, at);
            if (end - at > LONG_RUN) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, copied, at);
                order(text, at, end, out);
                copied = end;
            }
            at = end > at ? end : at + Character.charCount(text.codePointAt(at));
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private static int endOfMarks(String text, int from) {
        int at = from;
        while (at < text.length() && CharClass.isMark(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static void order(String text, int from, int to, StringBuilder out) {
        Map<String, Boolean> moves = new HashMap<>();
        List<String> run = new ArrayList<>();
        for (int at = from; at < to; ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            for (int i = 0; i < parts.length(); i = parts.offsetByCodePoints(i, 1)) {
                String mark = Character.toString(parts.codePointAt(i));
                if (moves.computeIfAbsent(mark, UnicodeForm::moves)) {
                    run.add(mark);
                } else {
                    flush(run, out);
                    out.append(mark);
                }
            }
        }
        flush(run, out);
    }

    /** Stable by combining class: equal classes keep their order. */
    private static void flush(List<String> run, StringBuilder out) {
        List<List<String>> classes = new ArrayList<>();
        Map<String, List<String>> classOf = new HashMap<>();
        for (String mark : run) {
            List<String> marks = classOf.get(mark);
            if (marks == null) {
                marks = placeOf(mark, classes);
                classOf.put(mark, marks);
            }
            marks.add(mark);
        }
        classes.forEach(marks -> marks.forEach(out::append));
        run.clear();
    }

    private static List<String> placeOf(String mark, List<List<String>> classes) {
        for (int i = 0; i < classes.size(); i++) {
            String other = classes.get(i).get(0);
            if (!swaps(mark, other) && !swaps(other, mark)) {
                return classes.get(i);
            }
            if (swaps(other, mark)) {
                List<String> fresh = new ArrayList<>();
                classes.add(i, fresh);
                return fresh;
            }
        }
        List<String> fresh = new ArrayList<>();
        classes.add(fresh);
        return fresh;
    }

    /** Whether its combining class is not 0. */
    private static boolean moves(String mark) {
        return swaps(mark, LOWEST_CLASS) || swaps(HIGHEST_CLASS, mark) || mark.equals(HIGHEST_CLASS);
    }

    /** Whether the first has the higher class of the two and so comes second. */
    private static boolean swaps(String first, String second) {
        return Normalizer.normalize(first + second, Normalizer.Form.NFD).equals(second + first)
                && !first.equals(second);
    }
}
