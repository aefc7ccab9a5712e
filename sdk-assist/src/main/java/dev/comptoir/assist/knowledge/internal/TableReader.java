package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table whose first row names its columns; a bad row costs only itself. */
final class TableReader {
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
    private static final Pattern KEYWORD_ENDS = Pattern.compile("[|;,\\n]");
    private static final Pattern VARIANT_ENDS = Pattern.compile("[|\\n]");

    private final @Nullable Language language;
    private final Collector collector;
    private final Slugs slugs;

    TableReader(@Nullable Language language, Collector collector) {
        this.language = language;
        this.collector = collector;
        this.slugs = new Slugs(collector.file());
    }

    void read(String text) {
        String normal = text.replace("\r\n", "\n").replace('\r', '\n');
        // Some spreadsheets write which delimiter they used into a line of its own; the header tells it as well.
        boolean hint = normal.length() > 5 && normal.startsWith("sep=") && normal.charAt(5) == '\n';
        String table = hint ? normal.substring(6) : normal;
        int shift = hint ? 1 : 0;
        Header header = DELIMITERS.stream()
                .map(delimiter -> header(table, delimiter))
                .reduce((best, next) -> next.columns.size() > best.columns.size() ? next : best)
                .orElseThrow();
        for (TableColumn needed : List.of(TableColumn.QUESTION, TableColumn.ANSWER)) {
            if (!header.columns.containsKey(needed)) {
                collector.reject(
                        1 + shift,
                        Rule.MISSING_FIELD,
                        "The first row names no column " + (needed == TableColumn.QUESTION ? "question" : "answer")
                                + ". Maybe add a row with the names of the columns?");
                return;
            }
        }
        for (TableRecords.TableRecord row = header.records.next(); row != null; row = header.records.next()) {
            readRow(header, row.fields(), row.line() + shift);
        }
    }

    private static Header header(String table, char delimiter) {
        TableRecords records = new TableRecords(table, delimiter);
        TableRecords.TableRecord first = records.next();
        List<String> names = first == null || first.fields() == null ? List.of() : first.fields();
        Map<TableColumn, Integer> columns = new EnumMap<>(TableColumn.class);
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            TableColumn.named(names.get(i)).ifPresent(column -> columns.putIfAbsent(column, place));
        }
        return new Header(records, columns, names.size());
    }

    private void readRow(Header header, @Nullable List<String> fields, int line) {
        if (fields == null) {
            collector.reject(
                    line,
                    Rule.BAD_ROW,
                    "The row cannot be read, or has more than " + TableRecords.MAX_RECORD
                            + " characters. Maybe a quote is not closed?");
            return;
        }
        if (fields.stream().allMatch(String::isBlank)) {
            return;
        }
        if (fields.stream().skip(header.width).anyMatch(field -> !field.isBlank())) {
            collector.reject(
                    line,
                    Rule.BAD_ROW,
                    "The row has " + fields.size() + " fields, the header " + header.width
                            + ". Maybe put a text that holds the delimiter between quotes?");
            return;
        }
        Map<TableColumn, String> row = new EnumMap<>(TableColumn.class);
        header.columns.forEach((column, place) -> {
            String value = place < fields.size() ? fields.get(place).strip() : "";
            if (!value.isEmpty()) {
                row.put(column, value);
            }
        });
        String question = row.get(TableColumn.QUESTION);
        String answer = row.get(TableColumn.ANSWER);
        if (question == null || answer == null) {
            collector.reject(
                    line, Rule.EMPTY, "The field " + (question == null ? "question" : "answer") + " is blank.");
            return;
        }
        try {
            collector.add(line, draft(row, question, answer));
        } catch (IllegalArgumentException e) {
            collector.reject(line, Rule.WRONG_VALUE, String.valueOf(e.getMessage()));
        }
    }

    private Draft draft(Map<TableColumn, String> row, String question, String answer) {
        String id = row.get(TableColumn.ID);
        return new Draft(
                id == null ? slugs.id(question) : id,
                question,
                texts(VARIANT_ENDS, row.get(TableColumn.VARIANTS)),
                texts(KEYWORD_ENDS, row.get(TableColumn.KEYWORDS)),
                row.getOrDefault(TableColumn.THEME, ""),
                answer,
                FieldValues.language(row.getOrDefault(TableColumn.LANGUAGE, "")).orElse(language),
                FieldValues.action(row.get(TableColumn.ACTION)),
                FieldValues.validity(row.get(TableColumn.VALID_FROM), row.get(TableColumn.VALID_UNTIL)));
    }

    private static List<String> texts(Pattern ends, @Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(ends.split(cell, -1))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /** The columns found with one delimiter, and the records behind the header. */
    private record Header(TableRecords records, Map<TableColumn, Integer> columns, int width) {}
}
