package dev.comptoir.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.testkit.PublicData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void theBakeryIsShownFromReceiptsToReplies() throws IOException {
        assertThat(tour("--out", folder.toString())).as(printed()).isZero();

        assertThat(printed())
                .contains("1. Receipts", "12 lines rejected", "2. Customers", "Ana", "3. Recommendations", "4. Replies")
                .contains("Baguette de tradition  [acheté lors de 5 de vos 5 derniers passages")
                .contains("from \"Êtes-vous ouverts le lundi ?\"", "DRAFT", "HANDOFF")
                .contains("Le client demande à parler à une personne.");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<svg", "Ventes par semaine", "carte-0042", "Êtes-vous ouverts le lundi ?")
                .doesNotContain("<script", "http://", "https://");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("receipts.csv", "faq", "report.html", "overview.html", "customer.html");
        }
        assertThat(Files.readString(folder.resolve("customer.html")))
                .contains(
                        "<h1>Ana</h1>", "carte-0042", "Historique", "Valeur attendue", "Formulaire signé au comptoir");
        assertThat(Files.readString(folder.resolve("overview.html")))
                .contains("Boulangerie Martin", "Qui devrait venir", "href=\"customer.html\"");
    }

    @Test
    void twiceItSaysTheSame() {
        tour("--out", folder.toString());
        String first = printed();
        printed.reset();
        tour("--out", folder.toString());
        assertThat(printed()).isEqualTo(first);
    }

    @Test
    void wrongFoldersAreSaidInOneLine() {
        assertThat(tour(
                        "--out",
                        folder.toString(),
                        "--data",
                        folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(printed()).contains("online_retail.csv").doesNotContain("\tat ");
        printed.reset();
        assertThat(tour(
                        "--out",
                        folder.toString(),
                        "--knowledge",
                        folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(printed()).contains("[knowledge.unreadable]").doesNotContain("\tat ");
    }

    @Test
    @Tag("data")
    void theRealExportHasTheFiguresPublishedWithIt() throws IOException {
        Path data = PublicData.require("online-retail");

        assertThat(tour("--out", folder.toString(), "--data", data.toString()))
                .as(printed())
                .isZero();

        assertThat(printed())
                .contains(
                        "541,909 lines read",
                        "25,900 receipts",
                        "4,372 customers",
                        "4,070 products",
                        "135,080 lines without customer",
                        "9,288 lines of cancelled receipts",
                        "2 lines rejected")
                .contains("500,000 lines, 9")
                .contains("among the best", "used to come, stays away", "new or rare, came lately");
        assertThat(folder.resolve("report.html")).exists();
        assertThat(Files.readString(folder.resolve("customer.html"))).contains("Expected within a year", "Timeline");
        assertThat(Files.readString(folder.resolve("overview.html"))).contains("Who is due", "href=\"customer.html\"");
    }

    @Test
    @Tag("data")
    void realFrenchQuestionsAreAnsweredDraftedOrHandedOver() {
        Path knowledge = PublicData.require("faq-fr");

        assertThat(tour("--out", folder.toString(), "--knowledge", knowledge.toString()))
                .as(printed())
                .isZero();

        assertThat(printed()).contains("523 entries", "   > ").containsPattern("ANSWER|DRAFT");
    }

    private int tour(String... arguments) {
        return Tour.run(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
