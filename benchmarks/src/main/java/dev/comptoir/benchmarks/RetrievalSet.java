package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.knowledge.KnowledgeReport;
import dev.comptoir.assist.retrieve.LabelledQuery;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Questions and answers, and queries with the entry that answers each.
 *
 * @param languages of the entries
 * @param queries in the order of the file; with an empty id where no entry answers
 */
record RetrievalSet(Knowledge knowledge, Set<Language> languages, List<LabelledQuery> queries) {
    static RetrievalSet read(Path folder) {
        Knowledge knowledge = knowledge(folder);
        Set<Language> languages = EnumSet.noneOf(Language.class);
        knowledge.entries().forEach(entry -> languages.add(entry.language()));
        return new RetrievalSet(knowledge, languages, queries(folder, knowledge, languages));
    }

    /** The language of most entries. */
    static Language main(Knowledge knowledge) {
        long french = knowledge.entries().stream()
                .map(Entry::language)
                .filter(Language.FRENCH::equals)
                .count();
        return 2 * french >= knowledge.entries().size() ? Language.FRENCH : Language.ENGLISH;
    }

    List<LabelledQuery> answerable() {
        return queries.stream().filter(query -> !query.entryId().isEmpty()).toList();
    }

    private static Knowledge knowledge(Path folder) {
        Knowledge knowledge = Knowledge.load(folder, Language.FRENCH);
        if (!Files.isRegularFile(folder.resolve("faq.jsonl"))) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE, "The folder " + folder + " has no faq.jsonl. Maybe a wrong --data?");
        }
        if (knowledge.entries().isEmpty()) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE,
                    "No entry of " + folder + " can be used; "
                            + rejections(knowledge).size() + " lines were rejected"
                            + rejections(knowledge).stream()
                                    .findFirst()
                                    .map(first -> ", the first (line " + first.line() + "): " + first.detail())
                                    .orElse("."));
        }
        return knowledge;
    }

    /** What of the knowledge could not be read; the table of queries is none of it. */
    static List<KnowledgeReport.Rejection> rejections(Knowledge knowledge) {
        return knowledge.report().rejections().stream()
                .filter(rejection -> !rejection.file().equals("queries.csv"))
                .toList();
    }

    private static List<LabelledQuery> queries(Path folder, Knowledge knowledge, Set<Language> languages) {
        Path file = folder.resolve("queries.csv");
        List<LabelledQuery> queries = new ArrayList<>();
        // A strict reader: letters in another encoding would silently become other queries.
        try (BufferedReader text = Files.newBufferedReader(file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(withoutMark(text))) {
            for (NamedCsvRecord row : rows) {
                queries.add(query(row, file, knowledge, languages));
            }
        } catch (IOException | CsvParseException | UncheckedIOException e) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE,
                    "The file " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Maybe it is missing or not UTF-8?",
                    e);
        }
        if (queries.stream().allMatch(query -> query.entryId().isEmpty())) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE, "The file " + file + " holds no query that an entry answers.");
        }
        return queries;
    }

    private static LabelledQuery query(NamedCsvRecord row, Path file, Knowledge knowledge, Set<Language> languages) {
        String text = field(row, "query", file);
        String id = field(row, "id", file).strip();
        if (text.isBlank()) {
            throw new DataException(
                    ErrorCode.IMPORT_COLUMNS, "Line " + row.getStartingLineNumber() + " of " + file + " has no query.");
        }
        if (!id.isEmpty() && knowledge.find(id).isEmpty()) {
            throw new DataException(
                    ErrorCode.IMPORT_COLUMNS,
                    "Line " + row.getStartingLineNumber() + " of " + file + " names the id " + id
                            + ", which no entry has.");
        }
        // In a set of one language no query is lost to a language told wrongly.
        Language main = main(knowledge);
        Language language =
                languages.size() == 1 ? main : LanguageDetector.detect(text).orElse(main);
        return new LabelledQuery(text, language, id);
    }

    private static BufferedReader withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private static String field(NamedCsvRecord row, String column, Path file) {
        return row.findField(column)
                .orElseThrow(() -> new DataException(
                        ErrorCode.IMPORT_COLUMNS,
                        "The file " + file + " has no column " + column + "; it has "
                                + String.join(", ", row.getHeader()) + "."));
    }
}
