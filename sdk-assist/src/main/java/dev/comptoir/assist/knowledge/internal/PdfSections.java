package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts the lines of a PDF into sections. Not thread-safe. */
final class PdfSections {
    /*
     * A PDF has no headings, only letters of some size at some place. The size that most letters have is the text's; a short
     * line at least 15 % larger is a heading, the largest size the highest level. A short line in the text's size is one as
     * well where it ends in a question mark and stands apart: above it there is room, or a heading, or the page begins, or it
     * is bold. Lines of a heading of one size that follow each other are one.
     */
    private static final double LARGER = 1.15;
    private static final int MAX_HEADING = 250;

    private final @Nullable Language language;
    private final Collector collector;

    PdfSections(@Nullable Language language, Collector collector) {
        this.language = language;
        this.collector = collector;
    }

    void read(List<PdfLine> lines) {
        int body = bodySize(lines);
        List<Integer> sizes = lines.stream()
                .filter(line -> isLarge(line, body))
                .map(PdfLine::size)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        Sections sections = new Sections();
        StringBuilder plain = new StringBuilder();
        boolean apart = true;
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            plain.append(line.gap() ? "\n" : "").append(line.text()).append('\n');
            boolean large = isLarge(line, body);
            if (large || isQuestion(line, apart)) {
                StringBuilder title = new StringBuilder(line.text());
                while (large && i + 1 < lines.size() && continues(line, lines.get(i + 1), title)) {
                    i++;
                    title.append(' ').append(lines.get(i).text());
                }
                int level = large ? 1 + sizes.indexOf(line.size()) : Sections.DEEPEST;
                sections.heading(title.toString(), Math.min(level, Sections.DEEPEST), line.page());
                apart = large;
            } else {
                sections.text((line.gap() ? "\n" : "") + line.text());
                apart = false;
            }
        }
        if (sections.hasHeadings()) {
            sections.collect(collector, new Slugs(collector.file()), language, "");
        } else {
            new PlainTextReader(language, collector).read(plain.toString());
        }
    }

    private static boolean isLarge(PdfLine line, int body) {
        return line.size() >= LARGER * body
                && line.text().length() <= MAX_HEADING
                && TextNormalizer.hasWords(line.text());
    }

    private static boolean isQuestion(PdfLine line, boolean afterHeading) {
        boolean apart = afterHeading || line.gap() || line.bold();
        return apart && line.text().endsWith("?") && line.text().length() <= MAX_HEADING;
    }

    private static boolean continues(PdfLine heading, PdfLine next, CharSequence title) {
        return next.size() == heading.size()
                && next.page() == heading.page()
                && !next.gap()
                && title.charAt(title.length() - 1) != '?'
                && title.length() + next.text().length() < MAX_HEADING;
    }

    private static int bodySize(List<PdfLine> lines) {
        Map<Integer, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
        List<Map.Entry<Integer, Integer>> sizes = new ArrayList<>(letters.entrySet());
        sizes.sort(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        return sizes.isEmpty() ? 0 : sizes.get(0).getKey();
    }
}
