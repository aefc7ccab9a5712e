package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.Event;
import dev.comptoir.event.Line;
import dev.comptoir.event.Purchase;
import dev.comptoir.ingest.CsvColumns;
import dev.comptoir.ingest.CsvImport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A folder of sales that goes into a business: an export of receipts, or a table of visits. */
record ProfileData(Path file) {
    private static final String RECEIPTS = "online_retail.csv.gz";

    static BusinessSettings settings() {
        return new BusinessSettings(ZoneId.of("Europe/London"), Currency.getInstance("GBP"), Locale.ENGLISH);
    }

    static ProfileData in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw unreadable("The folder " + folder + " does not exist. Maybe a wrong --data?", null);
        }
        if (Files.isRegularFile(folder.resolve(RECEIPTS))) {
            return new ProfileData(folder.resolve(RECEIPTS));
        }
        try (Stream<Path> files = Files.list(folder)) {
            // The largest of several, so that a sample gives way to the whole.
            return files.filter(file -> file.getFileName().toString().matches("transactions.*\\.csv(\\.gz)?"))
                    .max((a, b) -> Long.compare(size(a), size(b)))
                    .map(ProfileData::new)
                    .orElseThrow(() -> unreadable(
                            "The folder " + folder + " has neither " + RECEIPTS + " nor transactions*.csv[.gz].",
                            null));
        } catch (IOException e) {
            throw unreadable("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Appends all of it; returns how many lines were left out. */
    long into(Business shop) {
        if (file.endsWith(RECEIPTS)) {
            return receipts(shop);
        }
        List<Event> visits = new ArrayList<>();
        long left = 0;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                try {
                    visits.add(visit(row));
                } catch (IllegalArgumentException | DateTimeParseException e) {
                    left++;
                }
            }
        } catch (IOException | CsvParseException e) {
            throw unreadable("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
        return left + shop.events().appendAll(visits).rejected();
    }

    private static Purchase visit(NamedCsvRecord row) {
        String amount = row.findField("amount").orElse("");
        String quantity = row.findField("quantity").orElse("");
        return Purchase.by(CustomerId.of(row.getField("customer")))
                .id("line-" + row.getStartingLineNumber())
                .at(LocalDate.parse(row.getField("date"))
                        .atTime(12, 0)
                        .atZone(settings().zone())
                        .toInstant())
                .line(new Line(
                        ProductId.of("sale"),
                        quantity.isBlank() ? BigDecimal.ONE : new BigDecimal(quantity),
                        Money.rounded(
                                amount.isBlank() ? BigDecimal.ZERO : new BigDecimal(amount),
                                settings().currency())))
                .build();
    }

    private long receipts(Business shop) {
        return CsvImport.of(file)
                .columns(CsvColumns.builder()
                        .receipt("InvoiceNo")
                        .time("InvoiceDate")
                        .customer("CustomerID")
                        .product("StockCode")
                        .title("Description")
                        .quantity("Quantity")
                        .unitPrice("UnitPrice")
                        .build())
                .cancelledPrefix("C")
                .into(shop)
                .appended()
                .rejected();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataException unreadable(String message, @Nullable Throwable cause) {
        return new DataException(ErrorCode.IMPORT_UNREADABLE, message, cause);
    }
}
