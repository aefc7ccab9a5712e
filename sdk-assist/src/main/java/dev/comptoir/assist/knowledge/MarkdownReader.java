package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headings are questions, the text below each its answer; {@code #} inside fenced code is text. */
final class MarkdownReader {
    private final String file;
    private final @Nullable Language language;
    private final Collector collector;
    private final Map<String, Integer> slugs = new HashMap<>();

    MarkdownReader(String file, @Nullable Language language, Collector collector) {
        this.file = file;
        this.language = language;
        this.collector = collector;
    }

    void read(String text) {
        List<Section> sections = sections(text);
        if (sections.size() == 1) {
            new PlainTextReader(file, language, collector).read(text);
            return;
        }
        if (TextNormalizer.hasWords(sections.get(0).body.toString())) {
            collector.reject(file, 1, Rule.NO_QUESTION, "The text before the first heading answers no question.");
        }
        String[] themes = new String[7];
        for (int i = 1; i < sections.size(); i++) {
            Section section = sections.get(i);
            String answer = section.body.toString().strip();
            boolean parent = i + 1 < sections.size() && sections.get(i + 1).level > section.level;
            for (int level = section.level; level < themes.length; level++) {
                themes[level] = level == section.level ? section.title : "";
            }
            if (!answer.isEmpty() || !parent) {
                collector.add(
                        file,
                        section.line,
                        new Collector.Draft(
                                id(section.title),
                                section.title,
                                List.of(),
                                theme(themes, section.level),
                                answer,
                                language));
            }
        }
    }

    private static List<Section> sections(String text) {
        List<Section> sections = new ArrayList<>();
        Section current = new Section("", 0, 1);
        sections.add(current);
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
                current = new Section(title(stripped, level), level, number);
                sections.add(current);
            } else {
                current.body.append(line.stripTrailing()).append('\n');
            }
        }
        return sections;
    }

    private static int level(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        boolean heading = level <= 6 && level < line.length() && Character.isWhitespace(line.charAt(level));
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

    private static String theme(String[] themes, int below) {
        for (int level = below - 1; level > 0; level--) {
            String theme = themes[level];
            if (theme != null && !theme.isEmpty()) {
                return theme;
            }
        }
        return "";
    }

    /** The file and the heading's words, numbered where a heading repeats. */
    private String id(String title) {
        String words = TextNormalizer.fold(title).replace(' ', '-');
        String slug = words.substring(0, Math.min(words.length(), 80));
        int times = slugs.merge(slug, 1, Integer::sum);
        return file + "#" + slug + (times == 1 ? "" : "-" + times);
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
