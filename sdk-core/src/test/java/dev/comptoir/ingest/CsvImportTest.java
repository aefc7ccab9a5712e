package dev.comptoir.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.error.ComptoirException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Rejection;
import dev.comptoir.event.Rejection.Rule;
import dev.comptoir.event.Return;
import dev.comptoir.profile.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {
    private static final String HEADER = "receipt,time,customer,product,title,quantity,price\n";

    @TempDir
    Path folder;

    private Comptoir comptoir;
    private Business shop;

    @BeforeEach
    void open() {
        comptoir = Comptoir.open(folder.resolve("data"));
        shop = comptoir.business("shop");
    }

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void receiptsBecomePurchasesReturnsAndProducts() throws IOException {
        ImportReport report = load(HEADER
                + "1,2026-03-02 09:00:00,ana,croissant,Croissant au beurre,2,1.20\n"
                + "1,2026-03-02 09:00:00,ana,pain,\"Pain \"\"complet\"\", tranché\",1,2.50\n"
                + "2,2026-03-02 09:05:00,,croissant,Croissant au beurre,1,1.20\n"
                + "3,2026-03-03 10:00:00,ana,pain,,-1,2.50\n"
                + "C4,2026-03-03 11:00:00,bob,croissant,,-3,1.20\n");

        assertThat(report.lines()).isEqualTo(5);
        assertThat(report.acceptedLines()).isEqualTo(5);
        assertThat(report.receipts()).isEqualTo(4);
        assertThat(report.customers()).isEqualTo(2);
        assertThat(report.products()).isEqualTo(2);
        assertThat(report.linesWithoutCustomer()).isEqualTo(1);
        assertThat(report.returnedLines()).isEqualTo(2);
        assertThat(report.cancelledLines()).isEqualTo(1);
        assertThat(report.appended()).hasToString("4 stored, 0 already there, 0 rejected");

        Profile ana = shop.profiles().get(CustomerId.of("ana"));
        assertThat(ana.purchaseCount()).isEqualTo(1);
        assertThat(ana.returnCount()).isEqualTo(1);
        assertThat(ana.spend()).isEqualTo(Money.eur("2.40"));
        assertThat(shop.catalog().title(ProductId.of("pain"))).isEqualTo("Pain \"complet\", tranché");
        assertThat(shop.profiles().customers()).containsExactly(CustomerId.of("ana"), CustomerId.of("bob"));
        assertThat(events()).hasSize(4).anyMatch(Return.class::isInstance);
        // Nine o'clock in Paris, where the business is.
        assertThat(events().get(0).at()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        String text = HEADER + "1,2026-03-02,ana,a,A,1,1\n2,2026-03-02,,b,B,1,1\n1,2026-03-02,ana,c,C,1,1\n";
        load(text);
        List<Event> before = events();
        long sequence = shop.events().lastSequence();

        ImportReport again = load(text);

        assertThat(again.appended()).hasToString("0 stored, 2 already there, 0 rejected");
        assertThat(again.newProducts()).isZero();
        assertThat(events()).isEqualTo(before);
        assertThat(shop.events().lastSequence()).isEqualTo(sequence);
        // The two parts of receipt 1 are one purchase although another receipt stands between them.
        assertThat(((Purchase) before.get(0)).lines()).hasSize(2);
    }

    @Test
    void everyBadLineIsNamedAndTheGoodOnesAreKept() throws IOException {
        List<Rejection> told = new ArrayList<>();
        Path file = write(HEADER
                + "1,2026-03-02,ana,a,A,1,1.00\n"
                + "2,02/03/2026,ana,a,A,1,1.00\n"
                + "3,2026-02-30,ana,a,A,1,1.00\n"
                + "4,2026-03-02,ana,a,A,beaucoup,1.00\n"
                + "5,2026-03-02,ana,a,A,0,1.00\n"
                + "6,2026-03-02,ana,a,A,1,-1.00\n"
                + "7,2026-03-02,ana,,A,1,1.00\n"
                + ",2026-03-02,ana,a,A,1,1.00\n"
                + "9,2026-03-02,ana,a,A,1\n"
                + "10,2026-03-02," + "x".repeat(10_000) + ",a,A,1,1.00\n"
                + "11,2026-03-02,ana,a,A,1,1e999999999\n"
                + "12,2026-03-02,ana,a,A,1,1.00\n"
                + "12,2026-03-02,bob,a,A,1,1.00\n"
                + "13,,ana,a,A,1,1.00\n"
                + "14,2026-03-02,ana,a,A,1,2,00\n"
                + "15,2026-03-02,ana,a,A,1,\"2,00\"\n");

        ImportReport report = columns(file).onRejection(told::add).into(shop);

        assertThat(report.appended().rejections())
                .extracting(rejection -> rejection.position() + " " + rejection.field() + " " + rejection.valueClass()
                        + " " + rejection.rule())
                .containsExactly(
                        "3 time 99/99/9999 TIME",
                        "4 time 9999-99-99 TIME",
                        "5 quantity AAAAAAAA NUMBER",
                        "6 quantity 9 RANGE",
                        "7 price -9.99 RANGE",
                        "8 product empty REQUIRED",
                        "9 receipt empty REQUIRED",
                        "10 line 6 fields FIELD_COUNT",
                        "11 customer 10000 characters ID",
                        "12 price 9A999999999 RANGE",
                        "14 customer AAA CONFLICT",
                        "15 time empty REQUIRED",
                        "16 line 8 fields FIELD_COUNT",
                        "17 price 9,99 NUMBER");
        assertThat(told).isEqualTo(report.appended().rejections());
        assertThat(report.appended().rejected()).isEqualTo(14);
        assertThat(report.acceptedLines()).isEqualTo(2);
        assertThat(report.lines())
                .isEqualTo(report.acceptedLines() + report.appended().rejected());
        assertThat(events()).extracting(event -> event.id().value()).containsExactly("1", "12");
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsOnlyItsOwnLine() throws IOException {
        ImportReport report = load(HEADER
                + "1,2026-03-02,ana,a,\"A,1,1.00\n"
                + "2,2026-03-02,ana,a,A,1,1.00\n"
                + "3,2026-03-02,ana,a,\"Deux\nlignes\",1,1.00\n"
                + "4,2026-03-02,ana,a,A\"B,1,1.00\n"
                + "5,2026-03-02,ana,a,\"A\"x,1,1.00\n"
                + "6,2026-03-02,ana,a,\"Fin,1,1.00\n");

        assertThat(report.appended().rejections())
                .extracting(rejection -> rejection.position() + " " + rejection.rule())
                .contains("2 QUOTES", "8 QUOTES");
        assertThat(events()).extracting(event -> event.id().value()).contains("2", "3", "4");
        assertThat(report.lines())
                .isEqualTo(report.acceptedLines() + report.appended().rejected());
    }

    @Test
    void aLineOfTenMegabytesIsRejectedAndTheNextIsRead() throws IOException {
        ImportReport report = load(HEADER + "1,2026-03-02,ana,a," + "x".repeat(10_000_000) + ",1,1.00\n"
                + "2,2026-03-02,ana,a,A,1,1.00\n");

        assertThat(report.appended().rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.rule()).isEqualTo(Rule.TOO_LONG);
            assertThat(rejection.position()).isEqualTo(2);
        });
        assertThat(events()).hasSize(1);
    }

    @Test
    void wrongEncodingIsNamedLineByLine() throws IOException {
        Path file = folder.resolve("latin.csv");
        String text = HEADER + "1,2026-03-02,ana,a,Pâté,1,1.00\n2,2026-03-02,ana,b,Pain,1,1.00\n";
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));

        ImportReport report = columns(file).into(shop);

        assertThat(report.appended().rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.rule()).isEqualTo(Rule.ENCODING);
            assertThat(rejection.hint()).contains("ISO_8859_1");
        });
        ImportReport right = columns(file).charset(StandardCharsets.ISO_8859_1).into(shop);
        assertThat(right.appended()).hasToString("1 stored, 1 already there, 0 rejected");
        assertThat(shop.catalog().title(ProductId.of("a"))).isEqualTo("Pâté");
    }

    @Test
    void aFrenchExportIsRead() throws IOException {
        Path file =
                write("\ufeffTicket;Jour;Heure;Client;Article;Montant\n1;02/03/2026;09:30;Élodie;café;\"1 234,50\"\n");

        ImportReport report = CsvImport.of(file)
                .columns(CsvColumns.builder()
                        .receipt("Ticket")
                        .time("Jour", "Heure")
                        .customer("Client")
                        .product("Article")
                        .amount("Montant")
                        .build())
                .delimiter(';')
                .decimalComma()
                .timePattern("dd/MM/yyyy HH:mm")
                .into(shop);

        assertThat(report.appended().rejections()).isEmpty();
        assertThat(shop.profiles().get(CustomerId.of("Élodie")).spend()).isEqualTo(Money.eur("1234.50"));
    }

    @Test
    void unknownCurrenciesAreRejectedAndKnownOnesKeptApart() throws IOException {
        Path file = write("r,t,c,p,a,currency\n1,2026-03-02,ana,a,5.00,EUR\n2,2026-03-02,ana,a,7,JPY\n"
                + "3,2026-03-02,ana,a,7.00,ZZZ\n4,2026-03-02,ana,a,7.00,XAU\n");

        ImportReport report = CsvImport.of(file)
                .columns(CsvColumns.builder()
                        .receipt("r")
                        .time("t")
                        .customer("c")
                        .product("p")
                        .amount("a")
                        .currency("currency")
                        .build())
                .into(shop);

        assertThat(report.appended().rejections())
                .extracting(Rejection::position, Rejection::rule)
                .containsExactly(tuple(4L, Rule.CURRENCY), tuple(5L, Rule.CURRENCY));
        Profile ana = shop.profiles().get(CustomerId.of("ana"));
        assertThat(ana.spend()).isEqualTo(Money.eur("5.00"));
        assertThat(ana.otherCurrencies().values()).containsExactly(Money.of("7", "JPY"));
    }

    @Test
    void withoutReceiptsLinesOfOneCustomerAtOneTimeAreOne() throws IOException {
        Path file = write(
                "t,c,p\n2026-03-02 09:00,ana,a\n2026-03-02 09:00,ana,b\n2026-03-03 09:00,ana,a\n2026-03-03 09:00,,a\n");

        ImportReport report = CsvImport.of(file)
                .columns(CsvColumns.builder()
                        .time("t")
                        .customer("c")
                        .product("p")
                        .build())
                .into(shop);

        assertThat(report.appended().stored()).isEqualTo(2);
        assertThat(report.appended().rejections()).extracting(Rejection::rule).containsExactly(Rule.REQUIRED);
    }

    @Test
    void missingColumnsAreNamedBesideThoseFound() throws IOException {
        Path file = write("receipt;time;customer\n1;2026-03-02;ana\n");

        assertThatThrownBy(() -> columns(file).into(shop))
                .isInstanceOfSatisfying(
                        ComptoirException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMPORT_COLUMNS))
                .hasMessageContaining("[time, product, receipt, customer, title, quantity, price]")
                .hasMessageContaining("delimiter(';')");
        assertThat(shop.events().size()).isZero();
    }

    @Test
    void anEmptyFileLacksItsColumns() throws IOException {
        Path file = write("");

        assertThatThrownBy(() -> columns(file).into(shop)).hasMessageContaining("its header has []");
    }

    @Test
    void aMissingFileAndATruncatedArchiveAreSaid() throws IOException {
        assertThatThrownBy(() -> columns(folder.resolve("none.csv")).into(shop))
                .isInstanceOfSatisfying(
                        ComptoirException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMPORT_UNREADABLE))
                .hasMessageContaining("none.csv");

        Path whole = folder.resolve("whole.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write((HEADER + "1,2026-03-02,ana,a,A,1,1.00\n".repeat(1000)).getBytes(StandardCharsets.UTF_8));
        }
        Path cut = folder.resolve("cut.csv.gz");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 20));
        assertThatThrownBy(() -> columns(cut).into(shop)).hasMessageContaining("[import.unreadable]");
        assertThat(columns(whole).into(shop).acceptedLines()).isEqualTo(1000);
    }

    @Test
    void progressIsToldAndEndsAtTheWhole() throws IOException {
        List<ImportProgress> steps = new ArrayList<>();
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 25_000; i++) {
            text.append(i / 10)
                    .append(",2026-03-02,c")
                    .append(i / 100)
                    .append(",p")
                    .append(i % 50)
                    .append(",P,1,1.00\n");
        }

        columns(write(text.toString())).onProgress(steps::add).into(shop);

        assertThat(steps).extracting(ImportProgress::lines).containsExactly(10_000L, 20_000L, 25_000L);
        assertThat(steps.get(0).fraction()).isBetween(0.1, 0.9);
        assertThat(steps.get(2).fraction()).isEqualTo(1);
    }

    @Test
    void theZoneOfTheFileCounts() throws IOException {
        Path file = write(HEADER + "1,2026-03-02 09:00,ana,a,A,1,1.00\n");

        columns(file).zone(ZoneId.of("Europe/London")).currency("GBP").into(shop);

        assertThat(events().get(0).at()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(shop.profiles().get(CustomerId.of("ana")).spend())
                .isEqualTo(Money.zero(BusinessSettings.france().currency()));
    }

    private ImportReport load(String text) throws IOException {
        return columns(write(text)).into(shop);
    }

    private CsvImport columns(Path file) {
        return CsvImport.of(file)
                .columns(CsvColumns.builder()
                        .receipt("receipt")
                        .time("time")
                        .customer("customer")
                        .product("product")
                        .title("title")
                        .quantity("quantity")
                        .unitPrice("price")
                        .build())
                .cancelledPrefix("C");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "table", ".csv"), text);
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        shop.events().read(EventQuery.all(), events::add);
        return events;
    }
}
