package dev.comptoir.catalog;

import static dev.comptoir.catalog.ProductFilter.attribute;
import static dev.comptoir.catalog.ProductFilter.category;
import static dev.comptoir.catalog.ProductFilter.priceAtLeast;
import static dev.comptoir.catalog.ProductFilter.priceAtMost;
import static dev.comptoir.catalog.ProductFilter.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProductFilterTest {
    private static final String COMPOSED = "\u00e9cru";
    private static final String DECOMPOSED = "e\u0301cru";

    private static final Product BARE = Product.of(ProductId.of("nu"), "Rien");
    private static final Product SHIRT = Product.of(ProductId.of("chemise"), "Chemise")
            .withCategory("pr\u00eat-\u00e0-porter")
            .withPrice(Money.eur("29.90"))
            .withAttribute("couleur", DECOMPOSED)
            .withAttribute("taille", 42)
            .withAttribute("bio", true)
            .withAttribute("saison", LocalDate.of(2026, 3, 1));

    @Test
    void categoriesAndTextsAreEqualHoweverTheirAccentsAreWritten() {
        assertThat(category("pre\u0302t-a\u0300-porter").matches(SHIRT)).isTrue();
        assertThat(category("pret-a-porter").matches(SHIRT)).isFalse();
        assertThat(category("x").matches(BARE)).isFalse();
        assertThat(attribute("couleur").is(COMPOSED).matches(SHIRT)).isTrue();
        assertThat(attribute("couleur").is(DECOMPOSED).matches(SHIRT)).isTrue();
        assertThat(attribute("couleur").is("\u00c9cru").matches(SHIRT)).isFalse();
        assertThat(attribute("couleur").isOneOf(List.of("bleu", COMPOSED)).matches(SHIRT))
                .isTrue();
        assertThat(attribute("couleur").isOneOf(List.of()).matches(SHIRT)).isFalse();
        Product named = BARE.withAttribute("me\u0301trage", 2).withAttribute("m\u00e9trage", 3);
        assertThat(named.attributes()).hasSize(1);
        assertThat(attribute("me\u0301trage").is(3).matches(named)).isTrue();
    }

    @Test
    void pricesAreComparedInTheirOwnCurrencyOnly() {
        assertThat(priceAtMost(Money.eur("29.90")).matches(SHIRT)).isTrue();
        assertThat(priceAtMost(Money.eur("29.89")).matches(SHIRT)).isFalse();
        assertThat(priceAtLeast(Money.eur("29.90")).matches(SHIRT)).isTrue();
        assertThat(priceAtLeast(Money.eur("29.91")).matches(SHIRT)).isFalse();
        assertThat(priceAtMost(Money.of("1000", "USD")).matches(SHIRT)).isFalse();
        assertThat(priceAtLeast(Money.of("1", "JPY")).matches(SHIRT)).isFalse();
        assertThat(priceAtMost(Money.eur("29.90")).matches(BARE)).isFalse();
        assertThat(priceAtLeast(Money.eur("0")).matches(BARE)).isFalse();
    }

    @Test
    void limitsIncludeThemselvesAndKeepToTheirType() {
        assertThat(attribute("taille").atLeast(42).matches(SHIRT)).isTrue();
        assertThat(attribute("taille").atLeast(42.5).matches(SHIRT)).isFalse();
        assertThat(attribute("taille").atMost(42).matches(SHIRT)).isTrue();
        assertThat(attribute("taille").atMost(41).matches(SHIRT)).isFalse();
        assertThat(attribute("taille").is("42").matches(SHIRT)).isFalse();
        assertThat(attribute("taille").atMost(LocalDate.MAX.withYear(2026)).matches(SHIRT))
                .isFalse();
        assertThat(attribute("saison").atLeast(LocalDate.of(2026, 3, 1)).matches(SHIRT))
                .isTrue();
        assertThat(attribute("saison").atMost(LocalDate.of(2026, 2, 28)).matches(SHIRT))
                .isFalse();
        assertThat(attribute("saison").is(LocalDate.of(2026, 3, 1)).matches(SHIRT))
                .isTrue();
        assertThat(attribute("bio").is(false).matches(SHIRT)).isFalse();
        assertThat(attribute("gone").atLeast(-1e300).matches(SHIRT)).isFalse();
        assertThat(attribute("zero").is(0.0).matches(BARE.withAttribute("zero", -0.0)))
                .isTrue();
        assertThat(attribute("taille").isPresent().matches(SHIRT)).isTrue();
        assertThat(attribute("taille").isPresent().matches(BARE)).isFalse();
    }

    @Test
    void andOrAndNotFollowLogicOnEveryProduct() {
        List<ProductFilter> leaves = List.of(
                category("pr\u00eat-\u00e0-porter"),
                stock(Stock.AVAILABLE),
                stock(Stock.WITHDRAWN),
                attribute("bio").is(true),
                ProductFilter.all());
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            List<ProductFilter> filters = new ArrayList<>(leaves);
            while (filters.size() < 12) {
                ProductFilter left = filters.get(random.nextInt(filters.size()));
                ProductFilter right = filters.get(random.nextInt(filters.size()));
                Product product = random.nextBoolean() ? SHIRT : BARE;
                boolean l = left.matches(product);
                boolean r = right.matches(product);
                assertThat(left.and(right).matches(product)).isEqualTo(l && r);
                assertThat(left.or(right).matches(product)).isEqualTo(l || r);
                assertThat(left.not().matches(product)).isEqualTo(!l);
                filters.add(random.nextBoolean() ? left.and(right) : left.or(right.not()));
            }
        }
    }

    @Test
    void filtersOfTheSameMeaningAreEqual() {
        assertThat(category("a").and(attribute("b").is(2)).and(priceAtMost(Money.eur("1"))))
                .isEqualTo(new ProductFilter.All(
                        List.of(category("a"), attribute("b").is(2), priceAtMost(Money.eur("1")))));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> BARE.withAttribute("n", Double.NaN)).hasMessageContaining("must be a finite number");
        assertThatThrownBy(() -> BARE.withAttribute(" ", 1)).hasMessageContaining("1 to 100 are allowed");
        assertThatThrownBy(() -> BARE.withAttribute("n".repeat(101), 1)).hasMessageContaining("has 101 characters");
        assertThatThrownBy(() -> BARE.withAttribute("n", "t".repeat(1001))).hasMessageContaining("has 1001 characters");
        assertThatThrownBy(() -> BARE.withDescription("t".repeat(10_001))).hasMessageContaining("1 to 10000");
        assertThatThrownBy(() -> new ProductFilter.AttributeBound(
                        "n", ProductFilter.Bound.AT_MOST, new AttributeValue.Flag(true)))
                .hasMessageContaining("must be a number or a day");
        Product many = BARE;
        for (int i = 0; i < 50; i++) {
            many = many.withAttribute("n" + i, i);
        }
        Product full = many;
        assertThat(full.withAttribute("n7", 8).attributes()).hasSize(50);
        assertThatThrownBy(() -> full.withAttribute("n50", 1)).hasMessageContaining("has 51 attributes; at most 50");
        assertThatThrownBy(() -> full.attributes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
