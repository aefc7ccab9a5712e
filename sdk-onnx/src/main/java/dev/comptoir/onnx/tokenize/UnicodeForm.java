package dev.comptoir.onnx.tokenize;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Unicode's normal forms in time linear in the text, whatever the text. */
final class UnicodeForm {
    private static final int LONG_RUN = 32;
    private static final int MOST_JOINED = 4;
    private static final String LOWEST_CLASS = "\u0334";
    private static final String HIGHEST_CLASS = "\u0345";

    private UnicodeForm() {}

    /* The JDK orders and joins combining marks in time quadratic in the length of a run: a megabyte of two marks in turn
     * would take minutes. Long runs are ordered here, by counting, and the JDK sees only their first marks. */

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
        StringBuilder out = new StringBuilder();
        StringBuilder pending = new StringBuilder();
        int copied = 0;
        for (int at = 0; at < text.length(); ) {
            int end = endOfMarks(text, at);
            if (end - at > LONG_RUN) {
                pending.append(text, copied, at);
                longRun(text.substring(at, end), form, pending, out);
                copied = end;
            }
            at = end > at ? end : at + Character.charCount(text.codePointAt(at));
        }
        return copied == 0
                ? Normalizer.normalize(text, form)
                : out.append(Normalizer.normalize(pending.append(text, copied, text.length()), form))
                        .toString();
    }

    private static int endOfMarks(String text, int from) {
        int at = from;
        while (at < text.length() && CharClass.isMark(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static void longRun(String marks, Normalizer.Form form, StringBuilder pending, StringBuilder out) {
        Map<String, Boolean> moves = new HashMap<>();
        List<String> run = new ArrayList<>();
        String parts = marks.codePoints()
                .mapToObj(c -> Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD))
                .collect(Collectors.joining());
        for (int i = 0; i < parts.length(); i = parts.offsetByCodePoints(i, 1)) {
            String mark = Character.toString(parts.codePointAt(i));
            if (moves.computeIfAbsent(mark, UnicodeForm::moves)) {
                run.add(mark);
            } else {
                flush(run, form, pending, out);
                pending.append(mark);
            }
        }
        flush(run, form, pending, out);
    }

    /** Stable by combining class: equal classes keep their order. */
    private static void flush(List<String> run, Normalizer.Form form, StringBuilder pending, StringBuilder out) {
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
        classes.forEach(marks -> marks.stream().limit(MOST_JOINED).forEach(pending::append));
        if (classes.stream().anyMatch(marks -> marks.size() > MOST_JOINED)) {
            String head = Normalizer.normalize(pending, form);
            pending.setLength(0);
            merge(head, classes, out);
        }
        run.clear();
    }

    /* A mark joins a letter only if no mark of its class is left between them, and no letter takes so many of one
     * class: the first marks of each class tell what is joined. The others follow those left over of their class. */
    private static void merge(String head, List<List<String>> classes, StringBuilder out) {
        int at = head.length();
        while (at > 0 && moves(Character.toString(head.codePointBefore(at)))) {
            at -= Character.charCount(head.codePointBefore(at));
        }
        out.append(head, 0, at);
        for (List<String> marks : classes) {
            while (at < head.length() && !swaps(Character.toString(head.codePointAt(at)), marks.get(0))) {
                int next = head.offsetByCodePoints(at, 1);
                out.append(head, at, next);
                at = next;
            }
            marks.stream().skip(MOST_JOINED).forEach(out::append);
        }
        out.append(head, at, head.length());
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
