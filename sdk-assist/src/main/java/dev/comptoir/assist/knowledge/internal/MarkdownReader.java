package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.understand.Language;
import org.jspecify.annotations.Nullable;

/** Headings are questions, the text below each its answer; {@code #} inside fenced code is text. */
final class MarkdownReader {
    private final @Nullable Language language;
    private final Collector collector;

    MarkdownReader(@Nullable Language language, Collector collector) {
        this.language = language;
        this.collector = collector;
    }

    void read(String text) {
        Sections sections = sections(text);
        if (sections.hasHeadings()) {
            sections.collect(collector, new Slugs(collector.file()), language, "");
        } else {
            new PlainTextReader(language, collector).read(text);
        }
    }

    private static Sections sections(String text) {
        Sections sections = new Sections();
        boolean fenced = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (stripped.startsWith("```") || stripped.startsWith("~~~")) {
                fenced = !fenced;
            }
            int level = fenced ? 0 : level(line);
            if (level > 0) {
                sections.heading(title(stripped, level), level, number);
            } else {
                sections.text(line.stripTrailing());
            }
        }
        return sections;
    }

    private static int level(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        boolean heading =
                level <= Sections.DEEPEST && level < line.length() && Character.isWhitespace(line.charAt(level));
        return heading ? level : 0;
    }

    private static String title(String line, int level) {
        String title = line.substring(level).strip();
        int end = title.length();
        while (end > 0 && title.charAt(end - 1) == '#') {
            end--;
        }
        boolean closed = end < title.length() && (end == 0 || title.charAt(end - 1) == ' ');
        return closed ? title.substring(0, end).strip() : title;
    }
}
