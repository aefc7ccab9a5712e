package dev.comptoir.examples.bakery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import dev.comptoir.event.Message;
import dev.comptoir.event.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BakerySampleTest {
    private static List<Ticket> tickets;

    @TempDir
    Path folder;

    @BeforeAll
    static void ringOnce() {
        tickets = Till.ring(1);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        byte[] first = Files.readAllBytes(BakerySample.of(7).write(folder.resolve("a")));
        byte[] again = Files.readAllBytes(BakerySample.of(7).write(folder.resolve("b")));
        byte[] other = Files.readAllBytes(BakerySample.of(8).write(folder.resolve("c")));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void writingAgainReplacesTheFile() throws IOException {
        Path first = BakerySample.of(1).write(folder);
        long size = Files.size(first);

        assertThat(BakerySample.of(1).write(folder)).isEqualTo(first).hasSize(size);
    }

    @Test
    void theBakeryIsNeverOpenOnAMondayNorBeyondItsTwoYears() {
        assertThat(tickets).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(tickets).allSatisfy(ticket -> {
            LocalDate day = ticket.at().toLocalDate();
            assertThat(day.getDayOfWeek()).isNotEqualTo(DayOfWeek.MONDAY);
            assertThat(day).isBetween(LocalDate.of(2024, 3, 1), LocalDate.of(2026, 2, 28));
            assertThat(ticket.pieces()).isNotEmpty();
            assertThat(ticket.pieces().keySet())
                    .allMatch(article ->
                            Assortment.isMadeOn(article, day) || ticket.pieces().containsValue(-1));
        });
    }

    @Test
    void galettesAreSoldInJanuaryBuchesInDecemberAndAugustIsQuiet() {
        assertThat(months("galette-rois")).containsExactly(1);
        assertThat(months("buche-noel")).containsExactly(12);
        long august = tickets.stream().filter(t -> t.at().getMonthValue() == 8).count();
        long june = tickets.stream().filter(t -> t.at().getMonthValue() == 6).count();
        assertThat(august).isLessThan(june * 7 / 10);
    }

    @Test
    void pricesRiseOnce() {
        Article croissant = Assortment.article("croissant");

        assertThat(croissant.centsOn(LocalDate.of(2025, 2, 28))).isEqualTo(120);
        assertThat(croissant.centsOn(LocalDate.of(2025, 3, 1))).isEqualTo(130);
        assertThat(Assortment.ARTICLES).hasSize(28).allMatch(a -> a.centsAfter() > a.cents());
    }

    @Test
    void theCatalogueOffersWhatTheSeasonHas() {
        List<Product> products = BakerySample.products();

        assertThat(products).hasSize(28);
        assertThat(products)
                .filteredOn(product -> product.stock() == Stock.OUT_OF_STOCK)
                .extracting(Product::id)
                .containsExactlyInAnyOrder(
                        ProductId.of("fraisier"), ProductId.of("galette-rois"), ProductId.of("buche-noel"));
    }

    @Test
    void theKnowledgeFolderHoldsQuestionsWithAnswers() throws IOException {
        Path faq = BakerySample.knowledge(folder);

        int questions = 0;
        try (Stream<Path> files = Files.list(faq)) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).startsWith("## ")) {
                        questions++;
                        assertThat(lines.get(i + 2)).as(lines.get(i)).isNotBlank();
                    }
                }
            }
        }
        assertThat(questions).isBetween(25, 35);
    }

    @Test
    void messagesComeFromCustomersBeforeTheClockStands() {
        Instant now = BakerySample.clock().instant();

        assertThat(BakerySample.messages())
                .hasSize(8)
                .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()))
                .allMatch(message -> message.at().isBefore(now))
                .extracting(Message::direction)
                .containsOnly(Message.Direction.FROM_CUSTOMER);
    }

    @Test
    void everyDirtyLineBreaksARuleAndKnownCustomersHaveCardsOfTheirOwn() {
        assertThat(DirtyLine.ALL).hasSize(12);
        assertThat(DirtyLine.ALL.stream().map(DirtyLine::rule).distinct())
                .contains(Rejection.Rule.TIME, Rejection.Rule.NUMBER, Rejection.Rule.CONFLICT)
                .hasSize(8);
        Set<CustomerId> ids = new HashSet<>();
        BakerySample.knownCustomers().forEach(known -> ids.add(known.id()));
        assertThat(ids).hasSameSizeAs(BakerySample.knownCustomers());
    }

    private static List<Integer> months(String article) {
        return tickets.stream()
                .filter(ticket -> ticket.pieces().getOrDefault(article, 0) > 0)
                .map(ticket -> ticket.at().getMonthValue())
                .distinct()
                .toList();
    }
}
