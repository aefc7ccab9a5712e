package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions and answers of one merchant. Immutable.
 *
 * <p>A folder is read with its subfolders in the order of names; hidden files and links are passed over. What is read:
 *
 * <ul>
 *   <li>{@code .jsonl}: one JSON object a line with {@code id}, {@code question}, {@code answer} and optionally
 *       {@code keywords} (array of texts), {@code theme}, {@code language} ({@code fr} or {@code en});
 *   <li>{@code .md}, {@code .markdown}: each heading is a question, the text below it the answer; a heading with only
 *       further headings below it is their theme;
 *   <li>{@code .txt}: pairs of {@code Q:} and {@code R:} or {@code A:} lines, or else one entry for each paragraph, whose
 *       first sentence stands for the question.
 * </ul>
 *
 * <p>All files are UTF-8. A name that ends in {@code .fr} or {@code .en} before its extension, or a folder so named, gives
 * the language; otherwise the words tell it.
 */
public final class Knowledge {
    private final List<Entry> entries;
    private final Map<String, Entry> byId;
    private final KnowledgeReport report;

    Knowledge(List<Entry> entries, KnowledgeReport report) {
        this.entries = List.copyOf(entries);
        this.byId = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (byId.putIfAbsent(entry.id(), entry) != null) {
                throw new IllegalArgumentException("Two entries have one id. Maybe number them?");
            }
        }
        this.report = report;
    }

    /** Nothing known: every question is handed over. */
    public static Knowledge empty() {
        return of(List.of());
    }

    /**
     * Entries that the vendor keeps elsewhere.
     *
     * @throws IllegalArgumentException when two of them have one id
     */
    public static Knowledge of(List<Entry> entries) {
        return new Knowledge(entries, new KnowledgeReport(0, entries.size(), 0, List.of()));
    }

    /**
     * Reads a folder; what cannot be used is named in the {@link #report()}, never an exception.
     *
     * @param fallback the language of entries whose words do not tell it
     * @throws ConfigurationException {@code knowledge.unreadable} when the folder is missing, is a file or cannot be listed
     */
    public static Knowledge load(Path folder, Language fallback) {
        Collector collector = new Collector(fallback);
        new FolderReader(folder, collector).read();
        return collector.finish();
    }

    /** Both, entries of this one first; of two entries with one id the first is kept. */
    public Knowledge and(Knowledge other) {
        List<Entry> all = new ArrayList<>(entries);
        other.entries.stream().filter(entry -> !byId.containsKey(entry.id())).forEach(all::add);
        List<KnowledgeReport.Rejection> rejections = new ArrayList<>(report.rejections());
        rejections.addAll(other.report.rejections());
        int twice = entries.size() + other.entries.size() - all.size();
        if (twice > 0) {
            rejections.add(new KnowledgeReport.Rejection(
                    "",
                    0,
                    KnowledgeReport.Rule.DUPLICATE_ID,
                    twice + " entries of a later folder have ids read before."));
        }
        return new Knowledge(
                all,
                new KnowledgeReport(
                        report.files() + other.report.files(),
                        all.size(),
                        report.rejected() + other.report.rejected() + twice,
                        rejections));
    }

    public List<Entry> entries() {
        return entries;
    }

    public Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public KnowledgeReport report() {
        return report;
    }
}
