package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.CustomerId;
import dev.comptoir.value.PurchaseHistories;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The purchases in a {@code transactions*.csv[.gz]}: customer, date, quantity, amount, the last two of which may be empty.
 *
 * @param otherFiles those of the folder that match too
 * @param purchases the good lines, in the order of the file
 * @param rejected bad lines by what is wrong with them
 */
record Transactions(
        Path file, List<String> otherFiles, List<Sale> purchases, int lines, SortedMap<String, Rejected> rejected) {
    private static final double MAX_AMOUNT = 1e15;

    /** @param amount NaN where it is unknown */
    record Sale(CustomerId customer, LocalDate day, double amount) {}

    /** Bad lines of one kind; the first of them by its number in the file. */
    record Rejected(int lines, long firstLine) {}

    /**
     * @param name of the file; null for the first by name
     * @param today lines of later days are rejected
     */
    static Transactions read(Path folder, @Nullable String name, LocalDate today) {
        List<Path> files = DataFolder.files(folder, List.of("transactions*.csv{,.gz}"));
        if (files.isEmpty()) {
            throw new IllegalArgumentException("The folder " + folder + " has no transactions*.csv[.gz].");
        }
        List<String> names =
                files.stream().map(file -> String.valueOf(file.getFileName())).toList();
        int index = name == null ? 0 : names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("The folder " + folder + " has no " + name + "; there are " + names);
        }
        Path file = files.get(index);
        List<Sale> purchases = new ArrayList<>();
        SortedMap<String, Rejected> rejected = new TreeMap<>();
        int[] lines = {0};
        DataFolder.rows(file, row -> {
            if (lines[0]++ == 0 && !row.getHeader().containsAll(List.of("customer", "date"))) {
                throw new IllegalArgumentException("The file " + file + " has the columns " + row.getHeader()
                        + "; customer and date are needed, quantity and amount can be there.");
            }
            Object read = line(row, today);
            if (read instanceof Sale sale) {
                purchases.add(sale);
            } else {
                rejected.merge(
                        read.toString(),
                        new Rejected(1, row.getStartingLineNumber()),
                        (before, one) -> new Rejected(before.lines + 1, before.firstLine));
            }
        });
        if (purchases.isEmpty()) {
            throw new IllegalArgumentException("The file " + file + " has no purchase with a customer and a date among "
                    + lines[0] + " lines: " + rejected.keySet());
        }
        return new Transactions(
                file,
                names.stream().filter(other -> !other.equals(names.get(index))).toList(),
                purchases,
                lines[0],
                rejected);
    }

    /** The sale, or in words what is wrong with the line. */
    private static Object line(NamedCsvRecord row, LocalDate today) {
        String customer = row.findField("customer").orElse("").strip();
        LocalDate day = DataFolder.day(row.findField("date").orElse(""));
        String quantity = row.findField("quantity").orElse("").strip();
        String amount = row.findField("amount").orElse("").strip();
        double money = number(amount);
        if (customer.isEmpty()) {
            return "no customer";
        } else if (day == null) {
            return "no date that exists";
        } else if (day.isAfter(today)) {
            return "a date in the future";
        } else if (!quantity.isEmpty() && !(number(quantity) < Double.POSITIVE_INFINITY)) {
            return "a quantity that is no number";
        } else if (!quantity.isEmpty() && !(number(quantity) > 0)) {
            return "a quantity of 0 or less";
        } else if (!amount.isEmpty() && !(Math.abs(money) <= MAX_AMOUNT)) {
            return "an amount that is no number, or too large";
        } else if (money < 0) {
            return "a negative amount";
        }
        try {
            return new Sale(CustomerId.of(customer), day, money);
        } catch (IllegalArgumentException e) {
            return "a customer that is no id";
        }
    }

    private static double number(String text) {
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    int rejectedLines() {
        return rejected.values().stream().mapToInt(Rejected::lines).sum();
    }

    LocalDate firstDay() {
        return purchases.stream().map(Sale::day).min(LocalDate::compareTo).orElseThrow();
    }

    LocalDate lastDay() {
        return purchases.stream().map(Sale::day).max(LocalDate::compareTo).orElseThrow();
    }

    /** What was known at the end of a day: nothing later is in it. */
    PurchaseHistories through(LocalDate day) {
        PurchaseHistories.Builder builder = PurchaseHistories.builder(day);
        for (Sale sale : purchases) {
            if (sale.day.isAfter(day)) {
                continue;
            }
            if (Double.isNaN(sale.amount)) {
                builder.add(sale.customer, sale.day);
            } else {
                builder.add(sale.customer, sale.day, sale.amount);
            }
        }
        return builder.build();
    }

    /** The known amounts of each customer on days after one and until another. */
    Map<CustomerId, Double> spent(LocalDate after, LocalDate through) {
        Map<CustomerId, Double> spent = new TreeMap<>();
        for (Sale sale : purchases) {
            if (sale.day.isAfter(after) && !sale.day.isAfter(through) && !Double.isNaN(sale.amount)) {
                spent.merge(sale.customer, sale.amount, Double::sum);
            }
        }
        return spent;
    }
}
