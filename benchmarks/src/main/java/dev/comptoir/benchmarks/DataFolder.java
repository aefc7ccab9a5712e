package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Finds and reads the tables of a folder of data. */
final class DataFolder {
    private DataFolder() {}

    /** The files that match, by name: all of the first pattern that has any; empty where none has. */
    static List<Path> files(Path folder, List<String> globs) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The folder " + folder + " does not exist. Maybe a wrong --data?");
        }
        for (String glob : globs) {
            List<Path> files = new ArrayList<>();
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
                found.forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + folder + " cannot be listed.", e);
            }
            if (!files.isEmpty()) {
                // Sorted, so that a run can be repeated.
                Collections.sort(files);
                return files;
            }
        }
        return List.of();
    }

    /** Hands over every row of a CSV with a header, unpacked where the name ends in {@code .gz}. */
    static void rows(Path file, Consumer<NamedCsvRecord> consumer) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .detectBomHeader(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(plain)) {
            rows.forEach(consumer);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, new IOException(e.getMessage(), e));
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("The file " + file + " is no CSV: " + e.getMessage(), e);
        }
    }

    /** A day as {@code yyyy-MM-dd} or {@code yyyyMMdd}; null where it is none. */
    static @Nullable LocalDate day(String text) {
        String stripped = text.strip();
        try {
            return stripped.length() == 8
                    ? LocalDate.parse(stripped, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(stripped);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static UncheckedIOException unreadable(Path file, IOException cause) {
        return new UncheckedIOException("The file " + file + " cannot be read: " + cause.getMessage(), cause);
    }
}
