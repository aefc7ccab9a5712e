package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.knowledge.KnowledgeReport.Notice;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.knowledge.internal.FolderContent;
import dev.comptoir.assist.knowledge.internal.FolderReader;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ConfigurationException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The questions and answers of one merchant. Immutable, thread-safe.
 *
 * <p>A folder is read with its subfolders in the order of names; hidden files and links are passed over. What is read
 * ({@code docs/formats.md} lists every field):
 *
 * <ul>
 *   <li>{@code .jsonl}: one JSON object a line with {@code id}, {@code question}, {@code answer} and optionally
 *       {@code variants}, {@code keywords} (arrays of texts), {@code theme}, {@code language} ({@code fr} or {@code en}),
 *       {@code action}, {@code valid_from}, {@code valid_until};
 *   <li>{@code .csv}, {@code .tsv}: the same fields as columns, in any order, under French or English names;
 *   <li>{@code .md}, {@code .markdown}: each heading is a question, the text below it the answer; a heading with only
 *       further headings below it is their theme;
 *   <li>{@code .txt}: pairs of {@code Q:} and {@code R:} or {@code A:} lines, or else one entry for each paragraph, whose
 *       first sentence stands for the question;
 *   <li>{@code .html}, {@code .htm}: what is marked as a question (FAQPage, {@code dl}, {@code details}), and the text under
 *       headings;
 *   <li>{@code .pdf}: the text under lines that are set larger than the rest or end in a question mark.
 * </ul>
 *
 * <p>Files are UTF-8; tables may also be what spreadsheets write. A name that ends in {@code .fr} or {@code .en} before its
 * extension, or a folder so named, gives the language; otherwise the words tell it.
 */
public final class Knowledge {
    private final List<Entry> entries;
    private final Map<String, Entry> byId;
    private final KnowledgeReport read;
    /** With what is found by comparing the entries; made when it is first asked for. */
    private volatile @Nullable KnowledgeReport report;

    private Knowledge(List<Entry> entries, KnowledgeReport read) {
        this.entries = List.copyOf(entries);
        this.byId = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (byId.putIfAbsent(entry.id(), entry) != null) {
                throw new IllegalArgumentException("Two entries have one id. Maybe number them?");
            }
        }
        this.read = read;
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
        return new Knowledge(entries, new KnowledgeReport(0, entries.size(), 0, List.of(), List.of(), List.of()));
    }

    /**
     * Reads a folder; what cannot be used is named in the {@link #report()}, never an exception.
     *
     * @param fallback the language of entries whose words do not tell it
     * @throws ConfigurationException {@code knowledge.unreadable} when the folder is missing, is a file or cannot be listed
     */
    public static Knowledge load(Path folder, Language fallback) {
        return of(new FolderReader(folder, fallback).read());
    }

    static Knowledge of(List<Entry> entries, KnowledgeReport read) {
        return new Knowledge(entries, read);
    }

    static Knowledge of(FolderContent folder) {
        return new Knowledge(
                folder.entries(),
                new KnowledgeReport(
                        folder.files(),
                        folder.entries().size(),
                        folder.rejected(),
                        folder.rejections(),
                        List.of(),
                        List.of()));
    }

    /** Both, entries of this one first; of two entries with one id the first is kept. */
    public Knowledge and(Knowledge other) {
        List<Entry> all = new ArrayList<>(entries);
        other.entries.stream().filter(entry -> !byId.containsKey(entry.id())).forEach(all::add);
        List<Rejection> rejections = new ArrayList<>(read.rejections());
        rejections.addAll(other.read.rejections());
        int twice = entries.size() + other.entries.size() - all.size();
        if (twice > 0) {
            rejections.add(new Rejection(
                    "", 0, Rule.DUPLICATE_ID, twice + " entries of a later source have ids read before."));
        }
        return new Knowledge(
                all,
                new KnowledgeReport(
                        read.files() + other.read.files(),
                        all.size(),
                        read.rejected() + other.read.rejected() + twice,
                        rejections,
                        List.of(),
                        List.of()));
    }

    /**
     * Other entries with the report of what was read for these.
     *
     * @throws IllegalArgumentException when two of them have one id
     */
    public Knowledge with(List<Entry> entries) {
        return new Knowledge(
                entries,
                new KnowledgeReport(
                        read.files(), entries.size(), read.rejected(), read.rejections(), List.of(), List.of()));
    }

    public List<Entry> entries() {
        return entries;
    }

    public Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What was read and what was not, with all contradictions. The first call compares the entries: linear time. */
    public KnowledgeReport report() {
        KnowledgeReport known = report;
        if (known == null) {
            known = Comparison.of(entries).addedTo(read);
            report = known;
        }
        return known;
    }

    /** The same, and which entries do not hold on this day: they are kept, and must not be found. */
    public KnowledgeReport report(LocalDate day) {
        List<Notice> outdated = new ArrayList<>();
        for (Entry entry : entries) {
            Validity validity = entry.validity();
            if (validity.isOverOn(day)) {
                outdated.add(new Notice(
                        Notice.Kind.EXPIRED,
                        entry.id(),
                        "It held until " + validity.until() + "; it is kept, not found."));
            } else if (!validity.holdsOn(day)) {
                outdated.add(new Notice(
                        Notice.Kind.NOT_YET_VALID,
                        entry.id(),
                        "It holds from " + validity.from() + "; until then it is not found."));
            }
        }
        return report().with(outdated);
    }
}
