package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line of a PDF. Immutable.
 *
 * @param page from 1
 * @param size the height of most of its letters, in tenths of a point
 * @param bold whether the name of its font says so
 * @param gap whether there is more room above it than between lines
 * @param edge whether it is the first or the last of its page
 */
record PdfLine(int page, String text, int size, boolean bold, boolean gap, boolean edge) {
    private static final int MIN_PAGES = 3;

    /** Without what stands first or last on at least three pages, but for its digits: titles and page numbers. */
    static List<PdfLine> withoutRunningTitles(List<PdfLine> lines) {
        Map<String, Set<Integer>> pages = new HashMap<>();
        for (PdfLine line : lines) {
            if (line.edge) {
                pages.computeIfAbsent(line.withoutDigits(), key -> new HashSet<>())
                        .add(line.page);
            }
        }
        List<PdfLine> kept = new ArrayList<>();
        for (PdfLine line : lines) {
            Set<Integer> on = line.edge ? pages.get(line.withoutDigits()) : null;
            if (on == null || on.size() < MIN_PAGES) {
                kept.add(line);
            }
        }
        return kept;
    }

    private String withoutDigits() {
        return TextNormalizer.fold(text).replaceAll("\\d", "").strip();
    }
}
