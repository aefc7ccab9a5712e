package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.KnowledgeReport;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.knowledge.Origin;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.assist.understand.TextNormalizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers entries and rejections while one file is read; holds the limits. Not thread-safe. */
final class Collector {
    static final int MAX_ENTRIES = 20_000;

    private final String file;
    private final Language fallback;
    private final List<FileContent.Located> entries = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int rejected;

    Collector(String file, Language fallback) {
        this.file = file;
        this.fallback = fallback;
    }

    /** The path inside the folder. */
    String file() {
        return file;
    }

    void reject(int line, Rule rule, String detail) {
        rejected++;
        if (rejections.size() < KnowledgeReport.MAX_REJECTIONS) {
            rejections.add(new Rejection(file, line, rule, detail));
        }
    }

    /** Keeps an entry, or says why not. Without a language given, the words of question and answer tell it. */
    void add(int line, Draft draft) {
        if (ids.contains(draft.id())) {
            reject(line, Rule.DUPLICATE_ID, FolderReader.DUPLICATE);
        } else if (entries.size() >= MAX_ENTRIES) {
            reject(line, Rule.TOO_MANY, "At most " + MAX_ENTRIES + " entries are kept.");
        } else if (!TextNormalizer.hasWords(draft.question())) {
            reject(line, Rule.NO_QUESTION, "The question has no words.");
        } else if (!TextNormalizer.hasWords(draft.answer())) {
            reject(line, Rule.EMPTY, "The answer has no words.");
        } else {
            try {
                entries.add(new FileContent.Located(entry(draft), line));
                ids.add(draft.id());
            } catch (IllegalArgumentException e) {
                reject(line, Rule.TOO_LONG, String.valueOf(e.getMessage()));
            }
        }
    }

    FileContent finish() {
        return new FileContent(entries, rejected, rejections);
    }

    private Entry entry(Draft draft) {
        return new Entry(
                draft.id(),
                whole(draft.question()),
                draft.variants().stream().map(Collector::whole).toList(),
                draft.keywords().stream().map(Collector::whole).toList(),
                whole(draft.theme()),
                whole(draft.answer()),
                language(draft),
                draft.action(),
                draft.validity(),
                Origin.WRITTEN);
    }

    /** Without halves of characters, which JSON escapes can smuggle in and no file or mail can hold. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private Language language(Draft draft) {
        Language given = draft.language();
        return given != null
                ? given
                : LanguageDetector.detect(draft.question() + "\n" + draft.answer())
                        .orElse(fallback);
    }
}
