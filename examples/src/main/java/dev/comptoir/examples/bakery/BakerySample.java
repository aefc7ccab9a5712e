package dev.comptoir.examples.bakery;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import dev.comptoir.event.Message;
import dev.comptoir.ingest.CsvColumns;
import dev.comptoir.ingest.CsvImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * The made-up "Boulangerie Martin" in Paris: two years of till receipts, 1 March 2024 to 28 February 2026, a folder of questions
 * and answers, and the messages that came in. Everything is ours: receipts come from a seeded generator, texts are hand-written.
 * Immutable, thread-safe; the same seed gives the same bytes.
 */
public final class BakerySample {
    /** The bakery's time zone. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final Currency EURO = Currency.getInstance("EUR");

    private final long seed;

    private BakerySample(long seed) {
        this.seed = seed;
    }

    /** The sample of one seed. */
    public static BakerySample of(long seed) {
        return new BakerySample(seed);
    }

    /** A clock that stands still on the evening of the last receipt, so that "days ago" is the same on every day. */
    public static Clock clock() {
        return Clock.fixed(
                OpeningDays.LAST.atTime(LocalTime.of(20, 30)).atZone(ZONE).toInstant(), ZONE);
    }

    /**
     * Writes the till's export, about 25,000 receipts, to {@code receipts.csv} in the folder, making the folder where it does not
     * exist and replacing the file. A dozen lines are spoilt on purpose. Takes about a second.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(ReceiptFile.NAME);
        ReceiptFile.write(file, Till.ring(seed));
        return file;
    }

    /** The import that understands the till's export; to be ended with {@code into(business)}. */
    public static CsvImport csvImport(Path receipts) {
        return CsvImport.of(receipts)
                .delimiter(';')
                .decimalComma()
                .timePattern("dd/MM/yyyy HH:mm")
                .zone(ZONE)
                .currency("EUR")
                .columns(CsvColumns.builder()
                        .receipt("ticket")
                        .time("date", "heure")
                        .customer("carte")
                        .product("article")
                        .title("libelle")
                        .category("categorie")
                        .quantity("quantite")
                        .unitPrice("prix_unitaire")
                        .build());
    }

    /** The catalogue as of {@link #clock()}, with prices; cakes out of their season are out of stock. */
    public static List<Product> products() {
        return Assortment.ARTICLES.stream().map(BakerySample::product).toList();
    }

    /**
     * Copies the bakery's French questions and answers, Markdown files, into {@code faq} in the folder.
     *
     * @return the folder with the files
     * @throws IOException if they cannot be written
     */
    public static Path knowledge(Path folder) throws IOException {
        return Faq.copy(folder.resolve("faq"));
    }

    /** What customers wrote, in French, oldest first. */
    public static List<Message> messages() {
        return Inbox.messages();
    }

    /** The customers whose habits are told beforehand. */
    public static List<KnownCustomer> knownCustomers() {
        return KnownCustomer.ALL;
    }

    private static Product product(Article article) {
        return new Product(
                ProductId.of(article.id()),
                article.title(),
                article.category(),
                new Money(article.centsOn(OpeningDays.LAST), EURO),
                article.isMadeOn(OpeningDays.LAST) ? Stock.AVAILABLE : Stock.OUT_OF_STOCK);
    }
}
