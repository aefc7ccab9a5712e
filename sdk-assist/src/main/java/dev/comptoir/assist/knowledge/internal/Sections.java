package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text under headings: each heading is a question, the text below it its answer; a heading with only further headings below it
 * is their theme. Not thread-safe.
 */
final class Sections {
    static final int DEEPEST = 6;

    private final List<Section> sections = new ArrayList<>();

    Sections() {
        sections.add(new Section("", 0, 1));
    }

    /** @param level from 1 to {@value #DEEPEST} */
    void heading(String title, int level, int line) {
        sections.add(new Section(title, level, line));
    }

    void text(String line) {
        sections.get(sections.size() - 1).body.append(line).append('\n');
    }

    boolean hasHeadings() {
        return sections.size() > 1;
    }

    /** All text, where there are no headings. */
    String body() {
        return sections.get(0).body.toString();
    }

    /** Hands the entries over. */
    void collect(Collector collector, Slugs slugs, @Nullable Language language, String rootTheme) {
        if (TextNormalizer.hasWords(body())) {
            collector.reject(1, Rule.NO_QUESTION, "The text before the first heading answers no question.");
        }
        String[] themes = new String[DEEPEST + 1];
        for (int i = 1; i < sections.size(); i++) {
            Section section = sections.get(i);
            String answer = section.body.toString().strip();
            boolean parent = i + 1 < sections.size() && sections.get(i + 1).level > section.level;
            for (int level = section.level; level < themes.length; level++) {
                themes[level] = level == section.level ? section.title : "";
            }
            if (!answer.isEmpty() || !parent) {
                String theme = theme(themes, section.level, rootTheme);
                collector.add(section.line, Draft.of(slugs.id(section.title), section.title, theme, answer, language));
            }
        }
    }

    private static String theme(String[] themes, int below, String rootTheme) {
        for (int level = below - 1; level > 0; level--) {
            String theme = themes[level];
            if (theme != null && !theme.isEmpty()) {
                return theme;
            }
        }
        return rootTheme;
    }

    private static final class Section {
        final String title;
        final int level;
        final int line;
        final StringBuilder body = new StringBuilder();

        Section(String title, int level, int line) {
            this.title = title;
            this.level = level;
            this.line = line;
        }
    }
}
