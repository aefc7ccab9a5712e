package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.CustomerId;
import dev.comptoir.value.next.PurchaseDays;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The purchase days of a folder: {@code online_retail.csv[.gz]}, or {@code transactions*.csv[.gz]} with customer, date, quantity
 * and amount.
 *
 * @param byCustomer the same days once more, to tell what came after a day
 * @param rejected lines without customer or with a date that is none, cancellations, quantities of 0 and less
 */
record DueData(PurchaseDays days, Map<CustomerId, NavigableSet<LocalDate>> byCustomer, int lines, int rejected) {

    /** @param categoryColumn taken as the category of a line; null for none */
    static DueData read(Path folder, @Nullable String categoryColumn) {
        Path file = file(folder);
        boolean raw = file.getFileName().toString().startsWith("online_retail");
        PurchaseDays.Builder days = PurchaseDays.builder();
        Map<CustomerId, NavigableSet<LocalDate>> byCustomer = new TreeMap<>();
        int lines = 0;
        int rejected = 0;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                lines++;
                Entry entry = raw ? retail(row) : transaction(row);
                if (entry == null) {
                    rejected++;
                    continue;
                }
                String category = categoryColumn == null ? null : row.getField(categoryColumn);
                days.add(entry.customer, category, entry.day, entry.quantity);
                byCustomer
                        .computeIfAbsent(entry.customer, key -> new TreeSet<>())
                        .add(entry.day);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", e);
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("The file " + file + " is no CSV: " + e.getMessage(), e);
        }
        if (byCustomer.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file " + file + " has no purchase with a customer and a date among " + lines + " lines.");
        }
        return new DueData(days.build(), byCustomer, lines, rejected);
    }

    private record Entry(CustomerId customer, LocalDate day, double quantity) {}

    private static @Nullable Entry retail(NamedCsvRecord row) {
        String customer = row.getField("CustomerID").strip();
        double quantity = number(row.getField("Quantity"));
        if (row.getField("InvoiceNo").startsWith("C") || !(quantity > 0)) {
            return null;
        }
        String moment = row.getField("InvoiceDate");
        return entry(customer, moment.length() < 10 ? moment : moment.substring(0, 10), quantity);
    }

    private static @Nullable Entry transaction(NamedCsvRecord row) {
        String text = row.findField("quantity").orElse("");
        double quantity = number(text);
        if (!text.isBlank() && !(quantity > 0)) {
            return null;
        }
        return entry(row.getField("customer").strip(), row.getField("date"), quantity);
    }

    private static @Nullable Entry entry(String customer, String day, double quantity) {
        if (customer.isEmpty()) {
            return null;
        }
        try {
            return new Entry(CustomerId.of(customer), LocalDate.parse(day.strip()), quantity);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static double number(String text) {
        try {
            return text.isBlank() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Path file(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The folder " + folder + " does not exist. Maybe a wrong --data?");
        }
        for (String glob : List.of("online_retail.csv{,.gz}", "transactions*.csv{,.gz}")) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
                // Where there are several, the first by name, so that a run can be repeated.
                Path first = StreamSupport.stream(found.spliterator(), false)
                        .sorted()
                        .findFirst()
                        .orElse(null);
                if (first != null) {
                    return first;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + folder + " cannot be listed.", e);
            }
        }
        throw new IllegalArgumentException(
                "The folder " + folder + " has neither online_retail.csv[.gz] nor transactions*.csv[.gz].");
    }

    LocalDate firstDay() {
        return byCustomer.values().stream()
                .map(NavigableSet::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    LocalDate lastDay() {
        return byCustomer.values().stream()
                .map(NavigableSet::last)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Whether a customer bought on one of the days after a day. */
    boolean boughtWithin(CustomerId customer, LocalDate after, int days) {
        NavigableSet<LocalDate> bought = byCustomer.getOrDefault(customer, new TreeSet<>());
        NavigableSet<LocalDate> later = bought.tailSet(after, false);
        return !later.isEmpty() && !later.first().isAfter(after.plusDays(days));
    }
}
