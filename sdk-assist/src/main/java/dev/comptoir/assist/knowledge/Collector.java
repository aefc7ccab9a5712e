package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.assist.understand.TextNormalizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers entries and rejections while a folder is read; holds the limits. Not thread-safe. */
final class Collector {
    static final int MAX_ENTRIES = 20_000;

    private final Language fallback;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int rejected;
    private int files;

    Collector(Language fallback) {
        this.fallback = fallback;
    }

    void fileRead() {
        files++;
    }

    void reject(String file, int line, Rule rule, String detail) {
        rejected++;
        if (rejections.size() < KnowledgeReport.MAX_REJECTIONS) {
            rejections.add(new Rejection(file, line, rule, detail));
        }
    }

    /** Keeps an entry, or says why not. Without a language given, the words of question and answer tell it. */
    void add(String file, int line, Draft draft) {
        if (entries.containsKey(draft.id)) {
            reject(file, line, Rule.DUPLICATE_ID, "The same id was read before; the first entry is kept.");
        } else if (entries.size() >= MAX_ENTRIES) {
            reject(file, line, Rule.TOO_MANY, "At most " + MAX_ENTRIES + " entries are kept.");
        } else if (!TextNormalizer.hasWords(draft.question)) {
            reject(file, line, Rule.NO_QUESTION, "The question has no words.");
        } else if (!TextNormalizer.hasWords(draft.answer)) {
            reject(file, line, Rule.EMPTY, "The answer has no words.");
        } else {
            try {
                Entry entry = new Entry(
                        draft.id,
                        whole(draft.question),
                        draft.keywords.stream().map(Collector::whole).toList(),
                        whole(draft.theme),
                        whole(draft.answer),
                        language(draft));
                entries.put(entry.id(), entry);
            } catch (IllegalArgumentException e) {
                reject(file, line, Rule.TOO_LONG, String.valueOf(e.getMessage()));
            }
        }
    }

    Knowledge finish() {
        return new Knowledge(
                List.copyOf(entries.values()), new KnowledgeReport(files, entries.size(), rejected, rejections));
    }

    /** Without halves of characters, which JSON escapes can smuggle in and no file or mail can hold. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private Language language(Draft draft) {
        Language given = draft.language;
        return given != null
                ? given
                : LanguageDetector.detect(draft.question + "\n" + draft.answer).orElse(fallback);
    }

    /** What a reader found, before it is checked. */
    record Draft(
            String id,
            String question,
            List<String> keywords,
            String theme,
            String answer,
            @Nullable Language language) {}
}
