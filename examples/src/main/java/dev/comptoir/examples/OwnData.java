package dev.comptoir.examples;

import dev.comptoir.Business;
import dev.comptoir.ingest.CsvColumns;
import dev.comptoir.ingest.CsvImport;
import dev.comptoir.ingest.ImportReport;
import java.nio.file.Path;

/** The second piece of code of the README: the export of a French till. */
final class OwnData {
    private OwnData() {}

    static ImportReport load(Path file, Business business) {
        // README: begin
        ImportReport report = CsvImport.of(file)
                .columns(CsvColumns.builder()
                        .receipt("Ticket")
                        .time("Date", "Heure")
                        .customer("Carte")
                        .product("Article")
                        .title("Libellé")
                        .quantity("Quantité")
                        .unitPrice("Prix")
                        .build())
                .delimiter(';')
                .decimalComma()
                .timePattern("dd/MM/yyyy HH:mm")
                .into(business);
        // README: end
        return report;
    }
}
