package dev.comptoir.examples.bakery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.event.Rejection;
import dev.comptoir.ingest.ImportReport;
import dev.comptoir.profile.Favourite;
import dev.comptoir.profile.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BakeryImportTest {
    @TempDir
    static Path folder;

    private static Comptoir comptoir;
    private static Business bakery;
    private static Path receipts;
    private static ImportReport report;

    @BeforeAll
    static void importOnce() throws IOException {
        comptoir = Comptoir.inMemory().clock(BakerySample.clock()).build();
        bakery = comptoir.business("boulangerie-martin");
        receipts = BakerySample.of(1).write(folder);
        bakery.catalog().putAll(BakerySample.products());
        report = BakerySample.csvImport(receipts).into(bakery);
    }

    @AfterAll
    static void close() {
        comptoir.close();
    }

    @Test
    void theCountsAreThoseOfTheFile() throws IOException {
        List<String> lines = Files.readAllLines(receipts, StandardCharsets.ISO_8859_1);
        Set<String> tickets = new HashSet<>();
        Set<String> cards = new HashSet<>();
        long anonymous = 0;
        long returned = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(";", -1);
            if (fields[0].startsWith("T9") || fields[3].equals("carte-9999")) {
                continue;
            }
            tickets.add(fields[0]);
            if (fields[3].isEmpty()) {
                anonymous++;
            } else {
                cards.add(fields[3]);
            }
            returned += fields[7].startsWith("-") ? 1 : 0;
        }

        assertThat(report.lines()).isEqualTo(lines.size() - 1L);
        assertThat(report.acceptedLines()).isEqualTo(lines.size() - 1L - DirtyLine.ALL.size());
        assertThat(report.appended().stored()).isEqualTo(tickets.size()).isBetween(20_000L, 30_000L);
        assertThat(report.appended().rejected()).isEqualTo(12);
        assertThat(report.linesWithoutCustomer()).isBetween(anonymous, anonymous + 12);
        assertThat(report.returnedLines()).isEqualTo(returned).isEqualTo(12);
        assertThat(report.newProducts()).isZero();
        assertThat(bakery.profiles().customers()).hasSameSizeAs(cards);
        assertThat(cards).hasSizeBetween(330, 350);
    }

    @Test
    void everyDirtyLineIsNamedWithTheRuleItBreaks() {
        assertThat(report.appended().rejections())
                .extracting(Rejection::rule)
                .containsExactlyInAnyOrderElementsOf(
                        DirtyLine.ALL.stream().map(DirtyLine::rule).toList());
    }

    @Test
    void importingAgainChangesNothing() {
        long before = bakery.events().size();

        ImportReport again = BakerySample.csvImport(receipts).into(bakery);

        assertThat(again.appended().stored()).isZero();
        assertThat(again.appended().duplicates()).isEqualTo(report.appended().stored());
        assertThat(bakery.events().size()).isEqualTo(before);
    }

    @Test
    void anaTakesABaguetteAlmostDailyAndCroissantsAtTheWeekend() {
        Profile ana = profile("carte-0042");

        assertThat(ana.purchaseCount()).isGreaterThan(300);
        assertThat(ana.favouriteProducts().get(0).key()).isEqualTo("baguette-tradition");
        assertThat(ana.favouriteProducts().get(1).key()).isEqualTo("croissant");
        assertThat(ana.favouriteProducts().get(1).share()).isBetween(0.2, 0.5);
        assertThat(ana.favouriteCategories().get(0).key()).isEqualTo("pains");
        assertThat(ana.daysSinceLastPurchase().orElseThrow()).isLessThan(5);
        assertThat(ana.rfm())
                .hasValueSatisfying(rfm -> assertThat(rfm.frequency()).isEqualTo(5));
        assertThat(ana.nextPurchase())
                .hasValueSatisfying(
                        next -> assertThat(next.medianIntervalDays()).isLessThanOrEqualTo(2));
    }

    @Test
    void mmeLefevreTakesTheSameTartsEveryWeek() {
        Profile lefevre = profile("carte-0156");

        Favourite tart = lefevre.favouriteProducts().get(0);
        assertThat(tart.key()).isEqualTo("tartelette-citron");
        assertThat(tart.share()).isEqualTo(1);
        assertThat(lefevre.nextPurchase())
                .hasValueSatisfying(
                        next -> assertThat(next.medianIntervalDays()).isEqualTo(7));
    }

    @Test
    void karimEatsAtNoonMDuboisEatsCakeAndThePetitsEatCroissants() {
        assertThat(profile("carte-0107").favouriteProducts().get(0).key()).isEqualTo("poulet-crudites");
        assertThat(profile("carte-0107").favouriteCategories().get(0).key()).isEqualTo("snacking");
        assertThat(profile("carte-0298").favouriteCategories().get(0).key()).isEqualTo("pâtisseries");
        assertThat(profile("carte-0118").favouriteProducts().get(0).key()).isEqualTo("croissant");
    }

    @Test
    void julesStayedAwaySinceSummerAndInesIsNew() {
        Profile jules = profile("carte-0201");
        Profile ines = profile("carte-0233");

        assertThat(jules.daysSinceLastPurchase().orElseThrow()).isGreaterThan(225);
        assertThat(jules.rfm()).hasValueSatisfying(rfm -> {
            assertThat(rfm.recency()).isEqualTo(1);
            assertThat(rfm.frequency()).isEqualTo(5);
        });
        assertThat(ines.purchaseCount()).isBetween(3, 30);
        assertThat(ines.firstPurchase())
                .hasValueSatisfying(first -> assertThat(first)
                        .isAfterOrEqualTo(LocalDate.of(2026, 1, 10)
                                .atStartOfDay(BakerySample.ZONE)
                                .toInstant()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, Long.MAX_VALUE})
    void anySeedGivesABakeryOfTheSameKind(long seed) throws IOException {
        try (Comptoir other = Comptoir.inMemory().clock(BakerySample.clock()).build()) {
            Business business = other.business("boulangerie");
            Path file = BakerySample.of(seed).write(folder.resolve("seed"));
            ImportReport imported = BakerySample.csvImport(file).into(business);

            assertThat(imported.appended().stored()).isBetween(20_000L, 30_000L);
            assertThat(imported.appended().rejected()).isEqualTo(12);
            assertThat(imported.newProducts()).isEqualTo(28);
            assertThat(business.profiles()
                            .get(CustomerId.of("carte-0042"))
                            .favouriteProducts()
                            .get(0)
                            .key())
                    .isEqualTo("baguette-tradition");
        }
    }

    private static Profile profile(String card) {
        return bakery.profiles().get(CustomerId.of(card));
    }
}
