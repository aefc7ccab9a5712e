package dev.comptoir.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Money;
import dev.comptoir.event.AppendReport;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final String EVIL =
            "<script>alert('x')</script>\"><img src=//evil.example/x.png onerror=\"x\"> & \u0000";

    @Test
    void nothingThatDataHoldBecomesMarkup() throws Exception {
        String html = SampleReport.of(EVIL, Locale.FRENCH).html();

        assertThat(html)
                .doesNotContain("<script", "<img", "\u0000")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        for (Matcher svg = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(html); svg.find(); ) {
            assertThat(xml(svg.group()).getDocumentElement().getTagName()).isEqualTo("svg");
        }
        // Apart from what HTML alone leaves open, the body is well-formed, so no quote ended an attribute.
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
        assertThat(xml(body).getElementsByTagName("section").getLength()).isEqualTo(7);
        assertThat(xml(body).getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void thePageLoadsNothing() {
        String html = SampleReport.of("Martin", Locale.FRENCH).html();

        assertThat(html).doesNotContain("http://", "https://", "src=", "@import", "url(", "<link", "<script");
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(html).results().map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("#"));
        assertThat(html).contains("prefers-color-scheme: dark").contains("default-src &#39;none&#39;");
    }

    @Test
    void itSpeaksFrenchOrEnglish() {
        assertThat(SampleReport.of("x", Locale.FRANCE).html())
                .contains(
                        "<html lang=\"fr\">",
                        "Ventes par semaine",
                        "Carte des clients",
                        "Brouillon",
                        "28 février 2026");
        assertThat(SampleReport.of("x", Locale.GERMAN).html())
                .contains("<html lang=\"en\">", "Sales by week", "Map of customers", "Draft", "28 February 2026");
    }

    @Test
    void theFirstOfAMonthIsAnOrdinalInFrenchOnly() {
        LocalDate first = LocalDate.of(2026, 3, 1);

        assertThat(new Words(Locale.FRENCH).day(first)).isEqualTo("1er mars 2026");
        assertThat(new Words(Locale.FRENCH).day(first.plusDays(10))).isEqualTo("11 mars 2026");
        assertThat(new Words(Locale.ENGLISH).day(first)).isEqualTo("1 March 2026");
    }

    @Test
    void theSamePartsGiveTheSameBytes() {
        assertThat(SampleReport.of("x", Locale.FRENCH).html())
                .isEqualTo(SampleReport.of("x", Locale.FRENCH).html());
    }

    @Test
    void emptyPartsSayThatThereIsNothing() {
        String html = HtmlReport.titled("Vide", Locale.FRENCH, SampleReport.DAY)
                .imported(new AppendReport(0, 0, 0, List.of()))
                .weeklySales(List.of())
                .rfm(RfmCell.of(List.of()))
                .customers(List.of())
                .recommendations(List.of(new RecommendationTable("Pour personne", List.of())))
                .replies(List.of())
                .html();

        assertThat(html).contains("Toutes les lignes ont été acceptées.", "Aucun client en tout.");
        assertThat(html.split("Rien à montrer.", -1)).hasSize(5);
        assertThat(html).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aFewAndStrangeNumbersMakeNoBrokenChart() {
        LocalDate monday = LocalDate.of(2024, 3, 4);
        String html = HtmlReport.titled("x", Locale.ENGLISH, SampleReport.DAY)
                .weeklySales(List.of(
                        new WeekSales(monday.plusWeeks(60), Money.eur("-12.30"), true),
                        new WeekSales(monday, Money.eur("0.00"), true)))
                .recommendations(List.of(new RecommendationTable(
                        "x",
                        List.of(new RecommendationTable.Item("a", 0, ""), new RecommendationTable.Item("b", -3, "")))))
                .html();

        assertThat(html).doesNotContain("NaN", "Infinity", "width=\"-", "height=\"-", "width:-");
    }

    @Test
    void amountsOfTwoCurrenciesAreNotDrawnTogether() {
        LocalDate monday = LocalDate.of(2024, 3, 4);
        HtmlReport report = HtmlReport.titled("x", Locale.ENGLISH, SampleReport.DAY);

        assertThatThrownBy(() -> report.weeklySales(List.of(
                        new WeekSales(monday, Money.eur("1.00"), true),
                        new WeekSales(monday.plusWeeks(1), Money.of("1.00", "GBP"), true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 currencies");
        assertThatThrownBy(() -> new WeekSales(monday.plusDays(1), Money.eur("1.00"), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecommendationTable.Item("x", Double.NaN, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RfmCell(6, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RfmCell(1, 1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesTheFileAndItsFolder(@TempDir Path folder) throws IOException {
        HtmlReport report = SampleReport.of("Éclair", Locale.FRENCH);

        Path file = report.write(folder.resolve("new/report.html"));

        assertThat(Files.readString(file)).isEqualTo(report.html());
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
