package dev.comptoir.assist.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Comptoir;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.assist.understand.Entity;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockLookupTest {
    private static final Catalog CATALOG = catalog();
    private static final StockLookup LOOKUP = StockLookup.of(CATALOG);
    private static final PriceLookup PRICES = PriceLookup.of(CATALOG);

    private static Catalog catalog() {
        Catalog catalog = Comptoir.inMemory().build().business("boulangerie").catalog();
        catalog.putAll(List.of(
                Product.of(ProductId.of("p1"), "Croissant").withPrice(Money.eur("1.20")),
                Product.of(ProductId.of("p2"), "Tarte au citron")
                        .withPrice(Money.eur("1250.50"))
                        .withStock(Stock.OUT_OF_STOCK),
                Product.of(ProductId.of("p3"), "Bûche de Noël")
                        .withPrice(Money.eur("30.00"))
                        .withStock(Stock.WITHDRAWN),
                Product.of(ProductId.of("p4"), "Pain").withPrice(Money.eur("2.00")),
                Product.of(ProductId.of("p5"), "Pain de seigle"),
                Product.of(ProductId.of("p6"), "Lemon tart").withPrice(Money.eur("4.00")),
                Product.of(ProductId.of("p7"), "Éclair"),
                Product.of(ProductId.of("p8"), "éclairs")));
        return catalog;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Avez-vous encore des croissants ?|«_Croissant_» est disponible en ce moment.",
                "Bonjour, il vous reste des croissants aujourd'hui svp ?|«_Croissant_» est disponible en ce moment.",
                "Est-ce que la tarte au citron est en stock ?|«_Tarte au citron_» est en rupture de stock en ce moment.",
                "Vous avez des bûches de Noël ?|«_Bûche de Noël_» n'est plus en vente.",
                "Avez-vous du pain ?|«_Pain_» est disponible en ce moment.",
                "Avez-vous du pain de seigle ?|«_Pain de seigle_» est disponible en ce moment.",
                "Reste-t-il du pain ?|«_Pain_» est disponible en ce moment.",
                "Y a-t-il encore du pain ?|«_Pain_» est disponible en ce moment.",
                "Is the lemon tart in stock?|“Lemon tart” is available at the moment.",
                "Do you still have lemon tarts?|“Lemon tart” is available at the moment.",
                "Are there any croissants left?|“Croissant” is available at the moment."
            })
    void find_tellsWhetherItIsThere(String question, String expected) {
        assertThat(Requests.text(LOOKUP, Requests.of(question))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Avez-vous du pain sans gluten ?",
                "Avez-vous du pain au maïs ?",
                "Avez-vous des croissants aux amandes ?",
                "Aurez-vous des croissants demain ?",
                "Avez-vous des croissants et du pain ?",
                "Avez-vous des éclairs ?",
                "Avez-vous des chouquettes ?",
                "Avez-vous remboursé mon croissant ?",
                "Combien de croissants vous reste-t-il ?",
                "Combien coûte le croissant ?",
                "Le croissant était rassis",
                "Croissant",
                "Mon pain est disponible à quelle heure ?",
                "Je suis allergique. Avez-vous du pain ?",
                "Do you have bread without nuts?",
                "Do you have gluten-free croissants?",
                "Do you deliver croissants?",
                "xproduct disponible ?",
                ""
            })
    void find_leavesOtherQuestionsAlone(String question) {
        assertThat(Requests.text(LOOKUP, Requests.of(question))).isEqualTo("-");
    }

    @Test
    void find_fromTheApplication_tellsArrivalsAndQuantities() {
        StockSource source = id -> switch (id.value()) {
            case "p1" -> Optional.of(StockLevel.of(1_200));
            case "p2" -> Optional.of(StockLevel.of(0).withNextArrival(LocalDate.of(2026, 12, 1)));
            case "p4" -> Optional.of(StockLevel.of(0).withNextArrival(LocalDate.of(2026, 11, 1)));
            default -> Optional.empty();
        };
        StockLookup lookup = StockLookup.of(CATALOG, source);
        assertThat(Requests.text(lookup, Requests.of("Combien de croissants vous reste-t-il ?")))
                .isEqualTo("«_Croissant_»_: il en reste 1_200.");
        assertThat(Requests.text(lookup, Requests.of("How many croissants do you have left?")))
                .isEqualTo("“Croissant”: 1,200 left.");
        assertThat(Requests.text(lookup, Requests.of("Avez-vous encore des croissants ?")))
                .as("nobody asked how many")
                .isEqualTo("«_Croissant_» est disponible en ce moment.");
        assertThat(Requests.text(lookup, Requests.of("Avez-vous des tartes au citron ?")))
                .isEqualTo("«_Tarte au citron_» est en rupture de stock en ce moment."
                        + " Le prochain arrivage est prévu le mardi 1er_décembre.");
        assertThat(Requests.text(lookup, Requests.of("Avez-vous du pain ?")))
                .as("an arrival that is past is no news")
                .isEqualTo("«_Pain_» est en rupture de stock en ce moment.");
        assertThat(Requests.text(lookup, Requests.of("Avez-vous du pain de seigle ?")))
                .as("without a value")
                .isEqualTo("-");
        assertThatThrownBy(() -> StockLevel.of(-1)).hasMessageContaining("-1");
    }

    @Test
    void find_productOfTheExtractor() {
        String question = "Avez-vous encore le petit doré ?";
        Entity product = new Entity(Entity.Kind.PRODUCT, "petit doré", "p1", 20, 30);
        assertThat(Requests.text(LOOKUP, Requests.of(question))).isEqualTo("-");
        assertThat(Requests.text(LOOKUP, Requests.of(question, null, product)))
                .isEqualTo("«_Croissant_» est disponible en ce moment.");
        Entity unknown = new Entity(Entity.Kind.PRODUCT, "petit doré", "no such", 20, 30);
        assertThat(Requests.text(LOOKUP, Requests.of(question, null, unknown))).isEqualTo("-");
        assertThat(Requests.text(LOOKUP, Requests.of(question, null, product, unknown)))
                .isEqualTo("-");
    }

    @Test
    void find_followsTheCatalogue() {
        Catalog catalog = catalog();
        StockLookup lookup = StockLookup.of(catalog);
        assertThat(Requests.text(lookup, Requests.of("Avez-vous des chouquettes ?")))
                .isEqualTo("-");
        catalog.put(Product.of(ProductId.of("p9"), "Chouquette"));
        assertThat(Requests.text(lookup, Requests.of("Avez-vous des chouquettes ?")))
                .contains("Chouquette");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Combien coûte le croissant ?|«_Croissant_» coûte 1,20_€.",
                "Quel est le prix de la tarte au citron ?|«_Tarte au citron_» coûte 1_250,50_€.",
                "Bonjour, à combien est le pain ?|«_Pain_» coûte 2,00_€.",
                "How much is the lemon tart?|“Lemon tart” costs €4.00.",
                "What is the price of a croissant?|“Croissant” costs €1.20.",
                "How much does the lemon tart cost?|“Lemon tart” costs €4.00.",
                "Combien coûte le pain de seigle ?|-",
                "Combien coûte la bûche de Noël ?|-",
                "Combien coûtent dix croissants ?|-",
                "Combien coûte la livraison du croissant ?|-",
                "Combien coûte le croissant aux amandes ?|-",
                "Le prix du croissant a-t-il augmenté ?|-",
                "How much sugar is in a croissant?|-",
                "Combien de croissants avez-vous ?|-",
                "Avez-vous des croissants ?|-"
            })
    void price_isTheCatalogues(String question, String expected) {
        assertThat(Requests.text(PRICES, Requests.of(question))).isEqualTo(expected);
    }

    @Test
    void find_hostileText_isBounded() {
        for (String piece : List.of("croissant ", "avez vous ", "a", "\uD800", "pain de ")) {
            String long1 = piece.repeat(1_000_000 / piece.length());
            assertThat(LOOKUP.find(Requests.of(long1))).isEmpty();
            assertThat(PRICES.find(Requests.of(long1))).isEmpty();
            assertThat(LOOKUP.find(Requests.of(piece.repeat(390 / piece.length()))))
                    .isEmpty();
        }
    }
}
