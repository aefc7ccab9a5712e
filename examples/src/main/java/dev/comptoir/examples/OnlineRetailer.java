package dev.comptoir.examples;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.ingest.CsvColumns;
import dev.comptoir.ingest.CsvImport;
import dev.comptoir.ingest.ImportReport;
import dev.comptoir.recommend.Recommender;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** A web shop's raw export, as the public "Online Retail" data set has it: imported, then what goes with what. */
public final class OnlineRetailer {
    private OnlineRetailer() {}

    /** The shop is in London and counts in pounds. */
    static BusinessSettings settings() {
        return new BusinessSettings(ZoneId.of("Europe/London"), Currency.getInstance("GBP"), Locale.ENGLISH);
    }

    /** The import that understands the export; numbers that begin with C are cancellations. */
    static CsvImport csvImport(Path file) {
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
                .cancelledPrefix("C");
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Which file? Maybe ../shared/data/online-retail/online_retail.csv.gz?");
        }
        Path folder = Files.createTempDirectory("comptoir-retailer");
        run(folder, Path.of(arguments[0]), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(Path folder, Path file, PrintStream out) {
        try (Comptoir comptoir =
                Comptoir.builder(folder.resolve("data")).settings(settings()).build()) {
            Business shop = comptoir.business("online-retail");
            ImportReport report = csvImport(file).into(shop);
            out.println(report);
            report.appended().rejections().stream().limit(5).forEach(out::println);

            CustomerId customer = shop.profiles().customers().get(0);
            Recommender recommender = Recommender.of(shop);
            out.println("For customer " + customer + ":");
            recommender
                    .forCustomer(customer, 3)
                    .forEach(r -> out.println("  " + shop.catalog().title(r.product()) + ": " + r.reason()));
            ProductId product = recommender.forCustomer(customer, 1).get(0).product();
            out.println("With " + shop.catalog().title(product) + ":");
            recommender
                    .similarTo(product, 3)
                    .forEach(r -> out.println("  " + shop.catalog().title(r.product()) + ": " + r.reason()));
        }
    }
}
