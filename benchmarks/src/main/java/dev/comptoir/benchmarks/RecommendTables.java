package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.recommend.evaluate.protocol.Catalogue;
import dev.comptoir.recommend.evaluate.protocol.Interactions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a folder, in any of the formats of docs/benchmarks/README.md, as lines of user, item, time and basket. */
final class RecommendTables {
    private static final List<String> PARTS = List.of("train", "val_in", "val_out", "test_in", "test_out", "test");

    private final Path folder;
    private final Map<String, Catalogue.Text> texts = new HashMap<>();
    private @Nullable Interactions whole;

    RecommendTables(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw unreadable("The folder " + folder + " does not exist. Maybe a wrong --data?", null);
        }
        this.folder = folder;
        find("items").ifPresent(this::readTexts);
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    /** Whether there is one whole table, not only parts of a split. */
    boolean isWhole() {
        return has("interactions") || has("baskets") || has("sales") || has("online_retail");
    }

    /** What is known of items, by id. */
    Map<String, Catalogue.Text> texts() {
        return texts;
    }

    /** All lines of the folder: of the whole table, or of all parts of a split. */
    Interactions all() {
        Interactions read = whole;
        if (read == null) {
            read = readAll();
            whole = read;
        }
        return read;
    }

    private Interactions readAll() {
        Interactions.Builder lines = Interactions.builder();
        if (has("interactions")) {
            readPart("interactions", lines);
        } else if (has("baskets")) {
            rows(
                    required("baskets"),
                    (row, file) -> lines.add(
                            text(row, "user", file), text(row, "item", file), 0, 1, text(row, "basket", file)));
        } else if (has("sales")) {
            rows(required("sales"), (row, file) -> sale(row, file, lines));
        } else if (has("online_retail")) {
            rows(required("online_retail"), (row, file) -> onlineRetail(row, file, lines));
        } else {
            List<String> parts = PARTS.stream().filter(this::has).toList();
            if (parts.isEmpty()) {
                required("interactions");
            }
            parts.forEach(part -> readPart(part, lines));
        }
        return lines.build();
    }

    /** The lines of one part: user or session, item, timestamp, value, basket. */
    Interactions part(String name) {
        Interactions.Builder lines = Interactions.builder();
        readPart(name, lines);
        return lines.build();
    }

    private void readPart(String name, Interactions.Builder lines) {
        Path path = required(name);
        rows(path, (row, file) -> {
            boolean session =
                    row.findField("user").isEmpty() && row.findField("session").isPresent();
            String user = session
                    ? text(row, "session", file)
                    : optional(row, "basket") == null ? text(row, "user", file) : optionalUser(row, file);
            lines.add(
                    user,
                    text(row, "item", file),
                    RecommendTimes.millis(optional(row, "timestamp"), row, file),
                    number(row, "value", 1, file),
                    optional(row, "basket"));
        });
    }

    /** A line without user belongs to nobody known, as long as it has a basket. */
    private static @Nullable String optionalUser(NamedCsvRecord row, Path file) {
        column(row, "user", file);
        return optional(row, "user");
    }

    private static void sale(NamedCsvRecord row, Path file, Interactions.Builder lines) {
        String time = optional(row, "time");
        String at = text(row, "date", file) + (time == null ? "" : " " + time);
        lines.add(null, text(row, "item", file), RecommendTimes.millis(at, row, file), 1, text(row, "receipt", file));
    }

    /** Cancellations and corrections are no purchases; codes without a digit are postage, fees and the like. */
    private void onlineRetail(NamedCsvRecord row, Path file, Interactions.Builder lines) {
        String invoice = text(row, "InvoiceNo", file);
        String code = text(row, "StockCode", file).strip().toUpperCase(Locale.ROOT);
        if (invoice.startsWith("C")
                || number(row, "Quantity", 0, file) <= 0
                || code.chars().noneMatch(Character::isDigit)) {
            return;
        }
        String description = optional(row, "Description");
        if (description != null) {
            texts.putIfAbsent(code, new Catalogue.Text(description.strip(), null));
        }
        String customer = optional(row, "CustomerID");
        lines.add(
                customer == null ? null : customer.replaceAll("\\.0+$", ""),
                code,
                RecommendTimes.millis(text(row, "InvoiceDate", file), row, file),
                1,
                invoice);
    }

    private void readTexts(Path path) {
        rows(path, (row, file) -> {
            String title = optional(row, "title");
            String text = optional(row, "text");
            String both = title == null ? text : text == null ? title : title + ". " + text;
            texts.put(text(row, "item", file), new Catalogue.Text(both, optional(row, "category")));
        });
    }

    private Optional<Path> find(String name) {
        Path plain = folder.resolve(name + ".csv");
        Path packed = folder.resolve(name + ".csv.gz");
        return Files.isRegularFile(plain)
                ? Optional.of(plain)
                : Files.isRegularFile(packed) ? Optional.of(packed) : Optional.empty();
    }

    private Path required(String name) {
        return find(name)
                .orElseThrow(() -> unreadable(
                        "The folder " + folder + " has neither " + name + ".csv nor " + name + ".csv.gz"
                                + (name.equals("interactions")
                                        ? ", nor baskets, sales, online_retail or train and test."
                                        : "."),
                        null));
    }

    private interface Row {
        void read(NamedCsvRecord row, Path file);
    }

    private static void rows(Path file, Row reader) {
        Consumer<NamedCsvRecord> each = row -> reader.read(row, file);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .detectBomHeader(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            rows.forEach(each);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw unreadable("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String column(NamedCsvRecord row, String column, Path file) {
        return row.findField(column)
                .orElseThrow(() -> new DataException(
                        ErrorCode.IMPORT_COLUMNS,
                        "The file " + file + " has no column " + column + "; it has "
                                + String.join(", ", row.getHeader()) + "."));
    }

    private static String text(NamedCsvRecord row, String column, Path file) {
        String value = column(row, column, file);
        if (value.isBlank()) {
            throw new DataException(
                    ErrorCode.IMPORT_COLUMNS,
                    "Line " + row.getStartingLineNumber() + " of " + file + " has no " + column + ".");
        }
        return value;
    }

    private static @Nullable String optional(NamedCsvRecord row, String column) {
        return row.findField(column).filter(value -> !value.isBlank()).orElse(null);
    }

    /** A number, or what stands for it where the column is missing or empty. */
    private static double number(NamedCsvRecord row, String column, double otherwise, Path file) {
        String value = optional(row, column);
        try {
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw notA("number", column, row, file, e);
        }
    }

    static DataException notA(String kind, String column, NamedCsvRecord row, Path file, Exception cause) {
        return new DataException(
                ErrorCode.IMPORT_COLUMNS,
                "Line " + row.getStartingLineNumber() + " of " + file + " has a " + column + " that is not a " + kind
                        + ".",
                cause);
    }

    private static DataException unreadable(String message, @Nullable Throwable cause) {
        return new DataException(ErrorCode.IMPORT_UNREADABLE, message, cause);
    }
}
