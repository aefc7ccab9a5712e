package dev.comptoir.recommend.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.recommend.evaluate.statistics.Interval;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPageTest {
    private static final String NASTY = "<b>\"spring\" & 'co'</b>";

    @Test
    void isOnePageThatStandsAloneInBothLanguages() throws Exception {
        for (Verdict verdict : Verdict.values()) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMANY)) {
                SelectionReport report = report(verdict);
                String html = report.toHtml(locale);
                Document page = parsed(html);
                assertThat(page.getDocumentElement().getAttribute("lang"))
                        .isEqualTo(locale.equals(Locale.FRENCH) ? "fr" : "en");
                assertThat(html).doesNotContain("<script", "http://", "https://", "url(", "@import", "NaN", "null");
                assertThat(html).doesNotContain(NASTY);
                assertThat(page.getDocumentElement().getTextContent()).contains(NASTY);
                assertThat(page.getDocumentElement().getTextContent()).contains(report.why(locale));
                NodeList pictures = page.getElementsByTagName("svg");
                assertThat(pictures.getLength()).isEqualTo(3);
                for (int k = 0; k < 3; k++) {
                    Element picture = (Element) pictures.item(k);
                    assertThat(picture.getAttribute("role")).isEqualTo("img");
                    assertThat(picture.getElementsByTagName("title").getLength())
                            .isEqualTo(1);
                    assertThat(picture.getElementsByTagName("desc").getLength()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void showsEveryLineWithItsInterval() {
        String html = report(Verdict.CHANGED).toHtml(Locale.ENGLISH);
        assertThat(html)
                .contains(
                        "0.2000",
                        "0.1800 to 0.2200",
                        "+0.0500",
                        "+0.0400 to +0.0600",
                        "fitted blend",
                        "up-cf",
                        "1,234");
        String french = report(Verdict.CHANGED).toHtml(Locale.FRENCH);
        assertThat(french).contains("0,2000", "0,1800 à 0,2200", "+0,0500", "mélange ajusté", "moyenne de");
    }

    @Test
    void json() {
        SelectionReport report = report(Verdict.UNDECIDED);
        Map<?, ?> all = (Map<?, ?>) Json.parse(report.toJson());
        assertThat(all.get("verdict")).isEqualTo("UNDECIDED");
        assertThat((List<?>) all.get("table")).hasSize(3);
        assertThat(((Map<?, ?>) all.get("measured")).get("windows")).isEqualTo(List.of(NASTY, "summer"));
        assertThat(((Map<?, ?>) ((List<?>) all.get("leftOut")).get(0)).get("reason"))
                .isEqualTo("TOO_MANY_ITEMS");
        assertThat(Choice.fromJson(Json.write(all.get("choice")))).isEqualTo(report.choice());
    }

    @Test
    void whatIsNotToldApartIsNamed() {
        assertThat(report(Verdict.CHANGED).notTold()).extracting(Measured::name).containsExactly("up-cf");
    }

    private static SelectionReport report(Verdict verdict) {
        Interval zero = new Interval(0, 0, 0, 0, 400, 700);
        List<Measured> table = List.of(
                line("blend", Measured.Role.BLEND, .2, verdict == Verdict.CHANGED ? zero : interval(-.01)),
                line("up-cf", Measured.Role.SINGLE, .19, new Interval(.01, -.002, .022, .006, 400, 700)),
                line("incumbent", Measured.Role.INCUMBENT, .15, interval(.05)));
        return new SelectionReport(
                new Choice(
                        Surface.FOR_CUSTOMER,
                        List.of(
                                new Choice.Part(
                                        "up-cf",
                                        new TreeMap<>(Map.of("halfLifeDays", Double.POSITIVE_INFINITY)),
                                        1,
                                        Scale.MAXIMUM),
                                new Choice.Part("recent-popularity", new TreeMap<>(), .063, Scale.DEVIATION))),
                verdict,
                "mean of Recall@10 and NDCGfull@10",
                table,
                interval(.05),
                List.of(new LeftOut("ease", LeftOut.Reason.TOO_MANY_ITEMS, 12_000, 8_000)),
                .012,
                List.of(NASTY, "summer"),
                1234,
                900,
                500,
                12,
                60,
                7,
                1.5);
    }

    private static Measured line(String name, Measured.Role role, double value, Interval gain) {
        return new Measured(
                name,
                role,
                new TreeMap<>(Map.of("alpha", .75)),
                new Interval(value, value - .02, value + .02, .01, 400, 700),
                gain,
                List.of(value, Double.NaN),
                1);
    }

    private static Interval interval(double mean) {
        return new Interval(mean, mean - .01, mean + .01, .005, 400, 700);
    }

    /** The page is written so that an XML reader takes it too, but for its doctype and the void meta elements. */
    private static Document parsed(String html) throws Exception {
        String xml = html.replace("<!DOCTYPE html>", "").replaceAll("<meta([^>]*)>", "<meta$1/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
