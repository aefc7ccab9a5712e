package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.CustomerId;
import dev.comptoir.value.next.PurchaseDays;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
        int[] counts = {0, 0};
        DataFolder.rows(file, row -> {
            counts[0]++;
            Entry entry = raw ? retail(row) : transaction(row);
            if (entry == null) {
                counts[1]++;
                return;
            }
            String category = categoryColumn == null ? null : category(row, categoryColumn);
            days.add(entry.customer, category, entry.day, entry.quantity);
            byCustomer.computeIfAbsent(entry.customer, key -> new TreeSet<>()).add(entry.day);
        });
        if (byCustomer.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file " + file + " has no purchase with a customer and a date among " + counts[0] + " lines.");
        }
        return new DueData(days.build(), byCustomer, counts[0], counts[1]);
    }

    private static @Nullable String category(NamedCsvRecord row, String column) {
        if (!row.getHeader().contains(column)) {
            throw new IllegalArgumentException("There is no column " + column + ", only " + row.getHeader()
                    + ". Maybe another --category-column?");
        }
        return row.findField(column).orElse(null);
    }

    private record Entry(CustomerId customer, LocalDate day, double quantity) {}

    private static @Nullable Entry retail(NamedCsvRecord row) {
        String customer = row.findField("CustomerID").orElse("").strip();
        double quantity = number(row.findField("Quantity").orElse(""));
        if (row.findField("InvoiceNo").orElse("").startsWith("C") || !(quantity > 0)) {
            return null;
        }
        String moment = row.findField("InvoiceDate").orElse("");
        return entry(customer, moment.length() < 10 ? moment : moment.substring(0, 10), quantity);
    }

    private static @Nullable Entry transaction(NamedCsvRecord row) {
        String text = row.findField("quantity").orElse("");
        double quantity = number(text);
        if (!text.isBlank() && !(quantity > 0)) {
            return null;
        }
        return entry(
                row.findField("customer").orElse("").strip(),
                row.findField("date").orElse(""),
                quantity);
    }

    private static @Nullable Entry entry(String customer, String day, double quantity) {
        if (customer.isEmpty()) {
            return null;
        }
        LocalDate date = DataFolder.day(day);
        return date == null ? null : new Entry(CustomerId.of(customer), date, quantity);
    }

    private static double number(String text) {
        try {
            return text.isBlank() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Path file(Path folder) {
        return DataFolder.files(folder, List.of("online_retail.csv{,.gz}", "transactions*.csv{,.gz}")).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The folder " + folder + " has neither online_retail.csv[.gz] nor transactions*.csv[.gz]."));
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
