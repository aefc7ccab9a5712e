package dev.comptoir.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits a table into records, in bounded memory, and goes on behind what is broken: a quote that is never closed spoils its own
 * line and none of the following. Not thread-safe.
 */
final class CsvLines {
    /*
     * FastCSV decides what a record is. It is given one line; where that fails for an open quote, one line more, until the
     * quotes are even or the record is longer than any real one. Then only the first line is given up.
     */
    private static final int MAX_LINES_PER_RECORD = 100;

    private final Reader reader;
    private final int maxLength;
    private final CsvReader.CsvReaderBuilder parser;
    private final Deque<Line> pending = new ArrayDeque<>();
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int filled;
    private long lineNumber;
    private boolean atStart = true;

    CsvLines(Reader reader, char delimiter, int maxLength) {
        this.reader = reader;
        this.maxLength = maxLength;
        this.parser = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
    }

    /** The next record, broken ones included, blank lines left out; empty at the end. */
    Optional<Entry> next() throws IOException {
        Line first = nextLine();
        while (first != null && first.text.isBlank() && first.length <= maxLength) {
            first = nextLine();
        }
        return first == null ? Optional.empty() : Optional.of(record(first));
    }

    private Entry record(Line first) throws IOException {
        if (first.length > maxLength) {
            return new Entry(first.number, null, Problem.TOO_LONG, first.length);
        }
        List<String> fields = parse(first.text);
        if (fields != null) {
            return new Entry(first.number, fields, null, first.length);
        }
        Deque<Line> joined = new ArrayDeque<>();
        StringBuilder text = new StringBuilder(first.text);
        boolean open = isOdd(first.text);
        while (open && joined.size() < MAX_LINES_PER_RECORD) {
            Line more = nextLine();
            if (more == null) {
                break;
            }
            joined.add(more);
            text.append('\n').append(more.text);
            if (text.length() > maxLength || more.length > maxLength) {
                break;
            }
            open ^= isOdd(more.text);
        }
        fields = open ? null : parse(text.toString());
        if (fields != null) {
            return new Entry(first.number, fields, null, text.length());
        }
        while (!joined.isEmpty()) {
            pending.addFirst(joined.removeLast());
        }
        return new Entry(first.number, null, Problem.QUOTES, first.length);
    }

    private @Nullable List<String> parse(String text) {
        try {
            return parser.ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException e) {
            return null;
        }
    }

    private static boolean isOdd(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private @Nullable Line nextLine() throws IOException {
        Line waiting = pending.pollFirst();
        return waiting != null ? waiting : readLine();
    }

    /** Reads one line; of one that is too long, only the beginning is kept, and its true length. */
    private @Nullable Line readLine() throws IOException {
        StringBuilder text = new StringBuilder();
        long length = 0;
        int c = read();
        if (c < 0) {
            return null;
        }
        lineNumber++;
        while (c >= 0 && c != '\n') {
            length++;
            if (length <= maxLength) {
                text.append((char) c);
            }
            c = read();
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        return new Line(lineNumber, text.toString(), length);
    }

    private int read() throws IOException {
        if (position == filled) {
            filled = reader.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        char c = buffer[position++];
        if (atStart) {
            atStart = false;
            // The byte order mark that some programs write before the header.
            return c == '\ufeff' ? read() : c;
        }
        return c;
    }

    /** What is wrong with a record as a whole. */
    enum Problem {
        TOO_LONG,
        QUOTES
    }

    /**
     * One record.
     *
     * @param line the number of its first line, from 1
     * @param fields its fields; null where it is broken
     * @param problem what is wrong; null where nothing is
     * @param length its length in characters
     */
    record Entry(
            long line,
            @Nullable List<String> fields,
            @Nullable Problem problem,
            long length) {}

    private record Line(long number, String text, long length) {}
}
