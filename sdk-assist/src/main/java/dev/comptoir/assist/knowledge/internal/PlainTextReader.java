package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.Sentences;
import dev.comptoir.assist.understand.TextNormalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Question and answer lines ({@code Q:}, then {@code R:} or {@code A:}), or else paragraphs. */
final class PlainTextReader {
    private static final Pattern QUESTION = Pattern.compile("(?i)^\\s{0,8}(?:Q|Question)\\s{0,2}:\\s?(.*)$");
    private static final Pattern ANSWER =
            Pattern.compile("(?i)^\\s{0,8}(?:R|A|Réponse|Reponse|Answer|Response)\\s{0,2}:\\s?(.*)$");
    private static final int MAX_TITLE = 200;

    private final @Nullable Language language;
    private final Collector collector;

    PlainTextReader(@Nullable Language language, Collector collector) {
        this.language = language;
        this.collector = collector;
    }

    void read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.stream().noneMatch(TextNormalizer::hasWords)) {
            collector.reject(0, Rule.EMPTY, "The file has no words.");
        } else if (lines.stream().anyMatch(line -> QUESTION.matcher(line).matches())) {
            readPairs(lines);
        } else {
            readParagraphs(lines);
        }
    }

    private void readPairs(List<String> lines) {
        String question = "";
        int begin = 0;
        StringBuilder answer = null;
        for (int i = 0; i < lines.size(); i++) {
            Matcher asked = QUESTION.matcher(lines.get(i));
            Matcher answered = ANSWER.matcher(lines.get(i));
            if (asked.matches()) {
                addPair(begin, question, answer);
                question = asked.group(1).strip();
                begin = i + 1;
                answer = null;
            } else if (begin > 0 && answer == null && answered.matches()) {
                answer = new StringBuilder(answered.group(1)).append('\n');
            } else if (answer != null) {
                answer.append(lines.get(i)).append('\n');
            } else if (begin > 0) {
                question = (question + " " + lines.get(i)).strip();
            } else if (TextNormalizer.hasWords(lines.get(i))) {
                collector.reject(i + 1, Rule.NO_QUESTION, "The line stands before the first question.");
            }
        }
        addPair(begin, question, answer);
    }

    private void addPair(int line, String question, @Nullable StringBuilder answer) {
        if (line > 0) {
            String text = answer == null ? "" : answer.toString().strip();
            add(line, question, text);
        }
    }

    private void readParagraphs(List<String> lines) {
        StringBuilder paragraph = new StringBuilder();
        int begin = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                begin = paragraph.isEmpty() ? i + 1 : begin;
                paragraph.append(lines.get(i).strip()).append('\n');
            } else if (!paragraph.isEmpty()) {
                addParagraph(begin, paragraph.toString());
                paragraph.setLength(0);
            }
        }
        if (!paragraph.isEmpty()) {
            addParagraph(begin, paragraph.toString());
        }
    }

    private void addParagraph(int line, String paragraph) {
        String first = Sentences.of(paragraph).get(0);
        String title = first.length() <= MAX_TITLE
                ? first
                : first.substring(0, first.offsetByCodePoints(0, first.codePointCount(0, MAX_TITLE) - 1));
        add(line, title, paragraph.strip());
    }

    private void add(int line, String question, String answer) {
        collector.add(line, Draft.of(collector.file() + ":" + line, question, "", answer, language));
    }
}
