package dev.comptoir.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.consent.Purpose;
import dev.comptoir.forecast.Forecasts;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileValue;
import dev.comptoir.profile.Reason;
import dev.comptoir.profile.RfmSegment;
import dev.comptoir.value.CustomerValue;
import dev.comptoir.value.Estimate;
import dev.comptoir.value.ValuePoint;
import dev.comptoir.value.churn.ChurnDefinition;
import dev.comptoir.value.churn.ChurnRisk;
import dev.comptoir.value.next.DueForecast;
import dev.comptoir.value.next.DueReport;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PagesTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final String EVIL = "<script>alert('x')</script>\"><img src=//evil.example/x.png onerror=\"x\"> & é";
    private static final CustomerId EVE = CustomerId.of(EVIL);

    private static SampleShop shop;
    private static Business business;
    private static Forecasts forecasts;

    @BeforeAll
    static void open() {
        shop = SampleShop.of(ANA, "complet", Locale.FRENCH);
        business = shop.business;
        forecasts = business.forecasts();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void everyValueOfTheProfileStandsWithItsReasonConfidenceAndRule() {
        Profile profile = business.profiles().get(ANA);
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            String page = customer(locale);
            Words words = new Words(locale);
            for (ProfileValue value : ProfileValue.values()) {
                Reason why = profile.why(value);
                assertThat(page)
                        .contains(Html.escape(words.get("value." + value.name())))
                        .contains(">" + Html.escape(why.text(locale)) + "</td><td class=\"num\" data-label=\""
                                + words.get("profile.confidence") + "\">"
                                + Html.escape(words.percent(why.confidence())))
                        .contains("<code>" + value.rule() + "</code>");
            }
        }
    }

    @Test
    void whatIsForetoldIsWhatTheForecastsSay() {
        String page = customer(Locale.FRENCH);
        Words words = new Words(Locale.FRENCH);
        DueForecast due = forecasts.nextPurchase(ANA).forecast().orElseThrow();
        ChurnRisk churn = forecasts
                .churn(ANA, ChurnDefinition.noPurchaseWithin(90))
                .risk()
                .orElseThrow();

        assertThat(page)
                .contains(words.day(due.date().orElseThrow().expected()))
                .contains(Html.escape(due.reason(Locale.FRENCH)))
                .contains(Html.escape(words.percent(due.probabilityWithin(7))))
                .contains(Html.escape(words.percent(due.probabilityWithin(30))))
                .contains(Html.escape(words.percent(churn.probability())))
                .contains(Html.escape(churn.reason(Locale.FRENCH)))
                .contains("rien pendant 90 jours");
    }

    @Test
    void theCurveIsThatOfTheModel() {
        String page = customer(Locale.FRENCH);
        Words words = new Words(Locale.FRENCH);
        CustomerValue value = forecasts.value(ANA).orElseThrow();
        List<ValuePoint> curve =
                forecasts.lifetimeValue().curve(value.evidence().history(), 13);

        for (int i : new int[] {0, 2, 5, 12}) {
            Estimate amount = curve.get(i).lifetimeValue().orElseThrow();
            assertThat(page)
                    .contains(words.number(curve.get(i).weeks(), 0) + " semaines")
                    .contains(words.get(
                            "worth.range",
                            words.money(amount.value(), business.settings().currency()),
                            words.money(amount.lower(), business.settings().currency()),
                            words.money(amount.upper(), business.settings().currency())));
        }
        assertThat(curve.get(12).lifetimeValue()).isEqualTo(value.lifetimeValue());
        // Nothing and 13 points; the band goes there and back.
        assertThat(points(page, "mean")).hasSize(2).allMatch(line -> line.split(" ").length == 14);
        assertThat(points(page, "band")).hasSize(2).allMatch(line -> line.split(" ").length == 27);
        assertThat(page).contains(Html.escape(value.evidence().text(Locale.FRENCH)));
    }

    @Test
    void consentsStandWithGroundAndEvidence() {
        String page = customer(Locale.FRENCH);

        for (Purpose purpose : List.of(Purpose.NEWSLETTER, Purpose.PHONE_MARKETING, Purpose.CLOUD_PROCESSING)) {
            assertThat(page)
                    .contains(
                            Html.escape(business.consents().status(ANA, purpose).text(Locale.FRENCH)));
        }
        assertThat(page).contains("case cochée complet", "par boutique, texte v2, saisi par Léa");
        assertThat(page.split("class=\"badge answer\"", -1)).hasSize(2);
    }

    @Test
    void theOverviewCountsWhatTheShopCounts() {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            String page = overview(locale, Map.of(ANA, "customer.html"));
            Words words = new Words(locale);
            Map<RfmSegment, Integer> groups = business.profiles().shop().rfmSegments();
            groups.forEach((group, count) -> assertThat(page)
                    .contains(">" + Html.escape(group.title(locale)) + "</td>")
                    .contains(">" + count + " ("
                            + Html.escape(words.percent(
                                    (double) count / business.profiles().shop().customers())) + ")</span>"));
            DueReport due = forecasts.due(7);
            for (DueForecast forecast : due.forecasts().subList(0, DueSection.SHOWN)) {
                assertThat(page)
                        .contains(">" + forecast.customer() + "</a>")
                        .contains(Html.escape(forecast.reason(7, locale)))
                        .contains(Html.escape(words.percent(forecast.probabilityWithin(7))));
            }
            double sum = forecasts.meanValues().values().stream()
                    .mapToDouble(mean -> mean)
                    .sum();
            assertThat(page)
                    .contains(words.money(sum, business.settings().currency()))
                    .contains(Html.escape(
                            words.roughMoney(business.profiles().shop().total().net())))
                    .contains(forecasts
                            .lifetimeValue()
                            .purchases()
                            .orElseThrow()
                            .model()
                            .kind()
                            .title());
        }
        assertThat(overview(Locale.FRENCH, Map.of(ANA, "customer.html"))).contains("href=\"customer.html\"");
    }

    @Test
    void theSharesOfTheBestAreCountedOut() {
        CustomerValues values = new CustomerValues(
                List.of(value("a", 60, 1), value("b", 20, 30), value("c", 10, 60), value("d", 10, 9)), 0);

        // A tenth of four is one, at least; a half is two.
        assertThat(values.held(0.1, CustomerValues.Customer::expected)).isEqualTo(0.6);
        assertThat(values.held(0.5, CustomerValues.Customer::expected)).isEqualTo(0.8);
        assertThat(values.held(0.5, CustomerValues.Customer::spent)).isEqualTo(0.9);
        assertThat(values.agreement(0.1)).isZero();
        assertThat(values.agreement(0.5)).isEqualTo(0.5);
        assertThat(values.best(4, CustomerValues.Customer::expected))
                .extracting(customer -> customer.id().value())
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void classesOfValuesHoldEveryCustomerOnce() {
        ValueClasses classes = ValueClasses.of(new double[] {0, 0.5, 1, 1.9, 2, 49, 50, 100});

        assertThat(classes.edges()).containsExactly(0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0);
        assertThat(classes.counts()).containsExactly(2, 2, 1, 0, 0, 1, 1, 1);
        assertThat(ValueClasses.of(new double[] {0}).counts()).containsExactly(1);
    }

    @Test
    void eachPageSpeaksOneLanguage() {
        assertThat(customer(Locale.FRENCH) + overview(Locale.FRENCH, Map.of()))
                .contains(
                        "<html lang=\"fr\">",
                        "Historique",
                        "À quoi s&#39;attendre",
                        "Consentements",
                        "Qui devrait venir")
                .doesNotContain("Timeline", "What to expect", "Who is due", "purchases", "customers ");
        assertThat(customer(Locale.ENGLISH) + overview(Locale.ENGLISH, Map.of()))
                .contains("<html lang=\"en\">", "Timeline", "What to expect", "Who is due", "Do they come back?")
                .doesNotContain("Historique", "Clients", "achats", "semaines");
    }

    @Test
    void nothingThatACustomerLeftBecomesMarkup() throws Exception {
        try (SampleShop evil = SampleShop.of(EVE, EVIL, Locale.FRENCH)) {
            for (HtmlReport page : List.of(
                    CustomerPage.of(evil.business, EVE, EVIL, Locale.FRENCH),
                    OverviewPage.of(evil.business, EVIL, Locale.FRENCH, Map.of()))) {
                String html = page.segments(List.of(new CustomerCard.Row(EVIL, EVIL, EVIL)))
                        .html();
                assertThat(html)
                        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                        .doesNotContain("<script", "<img", "http://", "https://", "@import", "url(", "<link");
                Document body = xml(html.substring(html.indexOf("<body>"), html.indexOf("</html>")));
                assertThat(body.getElementsByTagName("script").getLength()).isZero();
                assertThat(body.getElementsByTagName("img").getLength()).isZero();
                assertThat(body.getElementsByTagName("section").getLength()).isEqualTo(8);
            }
        }
    }

    @Test
    void aNewBusinessHasSensiblePages() {
        try (SampleShop empty = SampleShop.empty(Locale.FRENCH)) {
            String overview = OverviewPage.of(empty.business, "Vide", Locale.FRENCH, Map.of())
                    .html();
            String customer =
                    CustomerPage.of(empty.business, ANA, "Ana", Locale.FRENCH).html();

            assertThat(overview)
                    .contains("Rien ne peut encore être annoncé", "les chiffres du commerce, sans modèle")
                    .doesNotContain("NaN", "Infinity", "\u221e");
            assertThat(customer).contains("Aucun achat encore", "inconnu").doesNotContain("NaN", "Infinity", "\u221e");
        }
    }

    @Test
    void oneCustomerWithOnePurchaseIsEnough() {
        try (SampleShop one = SampleShop.ofOne(ANA, Locale.FRENCH)) {
            String overview =
                    OverviewPage.of(one.business, "Un", Locale.FRENCH, Map.of()).html();
            String customer =
                    CustomerPage.of(one.business, ANA, "Ana", Locale.FRENCH).html();

            assertThat(overview + customer)
                    .contains("2,60", "sans modèle")
                    .doesNotContain("NaN", "Infinity", "\u221e", "width=\"-", "height=\"-");
            for (var notice : one.business.forecasts().lifetimeValue().notices()) {
                assertThat(overview).contains(Html.escape(notice.text(Locale.FRENCH)));
            }
        }
    }

    @Test
    void theSameBusinessGivesTheSameBytes() {
        try (SampleShop again = SampleShop.of(ANA, "complet", Locale.FRENCH)) {
            assertThat(CustomerPage.of(again.business, ANA, "Ana", Locale.FRENCH)
                            .html())
                    .isEqualTo(customer(Locale.FRENCH));
            assertThat(OverviewPage.of(again.business, "Le Fournil", Locale.FRENCH, Map.of())
                            .html())
                    .isEqualTo(overview(Locale.FRENCH, Map.of()));
        }
    }

    private static String customer(Locale locale) {
        return CustomerPage.of(business, ANA, "Ana", locale).html();
    }

    private static String overview(Locale locale, Map<CustomerId, String> links) {
        return OverviewPage.of(business, "Le Fournil", locale, links).html();
    }

    private static CustomerValues.Customer value(String id, double expected, double spent) {
        return new CustomerValues.Customer(CustomerId.of(id), expected, spent, 1);
    }

    private static List<String> points(String page, String kind) {
        return Pattern.compile("class=\"" + kind + "\" points=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
