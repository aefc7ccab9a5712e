package dev.comptoir.assist.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.wording.FrenchText;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogKnowledgeTest {
    @Test
    void pricesDescriptionsAttributesAndAllergensBecomeEntriesInBothLanguages() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            Business business = comptoir.business("b");
            business.catalog()
                    .put(Product.of(ProductId.of("ab"), "Abricotine")
                            .withCategory("Gâteaux")
                            .withPrice(Money.eur("12.50"))
                            .withDescription("Un gâteau moelleux aux abricots, fait chaque matin.")
                            .withAttribute("allergens", "gluten, œufs")
                            .withAttribute("gluten-free", false)
                            .withAttribute("poids", 0.5)
                            .withAttribute("best before", LocalDate.of(2026, 12, 1)));

            Knowledge knowledge = CatalogKnowledge.of(business);

            assertThat(knowledge.entries())
                    .extracting(
                            Entry::id, Entry::question, entry -> entry.answer().replace('\u00A0', ' '))
                    .containsExactly(
                            tuple(
                                    "catalog/ab/price/fr",
                                    "Quel est le prix d'«\u00A0Abricotine\u00A0»\u00A0?",
                                    "Le prix d'« Abricotine » est de 12,50 €."),
                            tuple(
                                    "catalog/ab/about/fr",
                                    "Qu'est-ce que «\u00A0Abricotine\u00A0»\u00A0?",
                                    "Un gâteau moelleux aux abricots, fait chaque matin.\nAllergènes : gluten, œufs.\n"
                                            + "À consommer avant : 1er décembre 2026.\nSans gluten : non.\nPoids : 0,5."),
                            tuple(
                                    "catalog/ab/allergens/fr",
                                    "Quels allergènes sont déclarés pour «\u00A0Abricotine\u00A0»\u00A0?",
                                    "Allergènes déclarés pour « Abricotine » : gluten, œufs."),
                            tuple(
                                    "catalog/ab/price/en",
                                    "How much is “Abricotine”?",
                                    "The price of “Abricotine” is €12.50."),
                            tuple(
                                    "catalog/ab/about/en",
                                    "What is “Abricotine”?",
                                    "Allergens: gluten, œufs.\nBest before: 1 December 2026.\nGluten-free: no.\nWeight: 0.5."),
                            tuple(
                                    "catalog/ab/allergens/en",
                                    "Which allergens are declared for “Abricotine”?",
                                    "Allergens declared for “Abricotine”: gluten, œufs."));
            assertThat(knowledge.entries()).allSatisfy(entry -> {
                assertThat(entry.origin()).isEqualTo(Origin.CATALOG);
                assertThat(entry.theme()).isEqualTo("Gâteaux");
            });
            assertThat(knowledge.report().isClean()).isTrue();
            assertThat(CatalogKnowledge.of(business, Language.ENGLISH).entries())
                    .hasSize(3);
        }
    }

    @Test
    void withdrawnProductsAndThoseNothingIsKnownOfAreLeftOut() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            Business business = comptoir.business("b");
            business.catalog().put(Product.of(ProductId.of("a"), "Pain"));
            business.catalog()
                    .put(Product.of(ProductId.of("b"), "Tarte")
                            .withPrice(Money.eur("3.00"))
                            .withStock(Stock.WITHDRAWN));
            business.catalog().put(Product.of(ProductId.of("c"), "???").withPrice(Money.eur("3.00")));

            assertThat(CatalogKnowledge.of(business).entries()).isEmpty();
        }
    }

    @Test
    void whatGoesBeyondTheLimitIsReported() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            Business business = comptoir.business("b");
            List<Product> products = new ArrayList<>();
            for (int i = 0; i < 10_001; i++) {
                products.add(Product.of(ProductId.of("p" + i), "Produit " + i).withPrice(Money.of("1.00", "CHF")));
            }
            business.catalog().putAll(products);

            Knowledge knowledge = CatalogKnowledge.of(business);

            assertThat(knowledge.entries()).hasSize(CatalogKnowledge.MAX_ENTRIES);
            assertThat(knowledge.entries().get(0).answer()).endsWith("1,00\u00A0CHF.");
            assertThat(knowledge.report().rejected()).isEqualTo(2);
            assertThat(knowledge.report().rejections())
                    .extracting(Rejection::rule)
                    .containsExactly(Rule.TOO_MANY);
        }
    }

    @Test
    void theLongestTitlesAndAttributesStillMakeEntries() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            Business business = comptoir.business("b");
            Product product = Product.of(ProductId.of("p"), "\uD83E\uDD50a".repeat(300))
                    .withPrice(Money.eur("1.00"))
                    .withDescription("é".repeat(10_000));
            for (int i = 0; i < 50; i++) {
                product = product.withAttribute("n" + i, "x".repeat(1_000));
            }
            business.catalog().put(product);

            assertThat(CatalogKnowledge.of(business).entries()).hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Abricot,true",
        "Éclair,true",
        "Huile d'olive,true",
        "Haricots verts,false",
        "Hamburger,false",
        "Yaourt,false",
        "Onze heures,false",
        "Baguette,false",
        "Œuf,true",
        "Ypres,true",
        "8 macarons,false",
        "A4,false",
        "Île flottante,true",
        "Hôtel,true",
        "Huîtres,true",
        "Huit macarons,false",
        "Hot dog,false",
        "Homard,false",
        "Un pain,false"
    })
    void frenchElidesBeforeVowelsAndSilentLetters(String title, boolean elided) {
        assertThat(FrenchText.isElided(title)).isEqualTo(elided);
    }
}
