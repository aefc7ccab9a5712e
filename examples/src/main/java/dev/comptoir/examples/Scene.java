package dev.comptoir.examples;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.ingest.CsvImport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One business for the tour to walk through.
 *
 * @param title what it is
 * @param id its id
 * @param settings its zone, currency and language
 * @param clock what tells the time
 * @param receipts the import of its receipts
 * @param afterImport what else is set up once the receipts are in
 * @param visitors whose profiles to show, chosen once the receipts are in
 * @param knowledge its questions and answers; null where it has none
 * @param questions what comes in
 */
record Scene(
        String title,
        String id,
        BusinessSettings settings,
        Clock clock,
        CsvImport receipts,
        Consumer<Business> afterImport,
        Function<Business, List<Visitor>> visitors,
        @Nullable Path knowledge,
        List<String> questions) {

    /** A customer to show, with what to know beforehand. */
    record Visitor(CustomerId id, String name, String note) {}
}
