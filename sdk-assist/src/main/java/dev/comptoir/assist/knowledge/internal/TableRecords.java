package dev.comptoir.assist.knowledge.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a table into records, and goes on behind what is broken. Linear time. Not thread-safe. */
final class TableRecords {
    /*
     * FastCSV decides what a record is. It is given one line, or where a quote is open as many as close it. A quote that is
     * never closed must not swallow the rest of the file: then its own line is given up and reading goes on behind it.
     */
    static final int MAX_RECORD = 1 << 20;

    private final String text;
    private final CsvReader.CsvReaderBuilder parser;
    private int position;
    private int line = 1;

    TableRecords(String text, char delimiter) {
        this.text = text;
        this.parser = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
    }

    /** The next record, broken ones included, blank lines left out; null at the end. */
    @Nullable
    TableRecord next() {
        while (position < text.length()) {
            int first = endOfLine(position);
            if (text.substring(position, first).isBlank()) {
                advance(first);
                continue;
            }
            int end = endOfRecord(first);
            List<String> fields = end < 0 ? null : parse(text.substring(position, end));
            TableRecord found = new TableRecord(line, fields);
            advance(fields == null ? first : end);
            return found;
        }
        return null;
    }

    private void advance(int end) {
        for (int i = position; i < end; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        line++;
        position = end + 1;
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** The end of the line on which the quotes are even; -1 where that is too far. */
    private int endOfRecord(int first) {
        boolean open = isOdd(position, first);
        int end = first;
        while (open) {
            int from = end + 1;
            if (from >= text.length() || end - position > MAX_RECORD) {
                return -1;
            }
            end = endOfLine(from);
            open = !isOdd(from, end);
        }
        return end - position > MAX_RECORD ? -1 : end;
    }

    private boolean isOdd(int from, int to) {
        boolean odd = false;
        for (int i = from; i < to; i++) {
            odd ^= text.charAt(i) == '"';
        }
        return odd;
    }

    private @Nullable List<String> parse(String record) {
        try {
            return parser.ofSingleCsvRecord(record.endsWith("\r") ? record.substring(0, record.length() - 1) : record)
                    .getFields();
        } catch (CsvParseException e) {
            return null;
        }
    }

    /**
     * One record.
     *
     * @param line the number of its first line, from 1
     * @param fields its fields; null where it is broken
     */
    record TableRecord(int line, @Nullable List<String> fields) {}
}
