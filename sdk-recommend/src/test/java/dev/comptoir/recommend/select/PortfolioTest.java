package dev.comptoir.recommend.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortfolioTest {
    private static final Portfolio PORTFOLIO = Portfolio.standard();
    private static final Limits LIMITS = new Limits(1000, 1 << 30);

    @Test
    void everyMethodCanBeMadeWithEveryValueThatIsTried() {
        for (String name : PORTFOLIO.names()) {
            Family family = PORTFOLIO.family(name);
            assertThat(PORTFOLIO.named(name, Map.of()).estimateBytes(data(10)))
                    .as(name)
                    .isPositive();
            for (Family.Axis axis : family.axes()) {
                for (double value : axis.values()) {
                    Algorithm algorithm = family.make(Map.of(axis.parameter(), value));
                    assertThat(algorithm.parameters().values())
                            .as(name + " " + axis.parameter() + " " + value)
                            .noneMatch(parameter -> parameter.isNaN());
                }
            }
        }
    }

    @Test
    void knowsTheNamesOfTheCommandLine() {
        assertThat(PORTFOLIO.names())
                .contains(
                        "popularity",
                        "recent-popularity",
                        "personal-top",
                        "repeat",
                        "up-cf",
                        "tifu-knn",
                        "item-knn",
                        "rp3beta",
                        "ease",
                        "edlae",
                        "sparse",
                        "ials",
                        "sr",
                        "vsknn",
                        "stan",
                        "vstan",
                        "transition",
                        "content");
    }

    @Test
    void listsWhatThereIsWhereANameIsUnknown() {
        assertThatThrownBy(() -> PORTFOLIO.named("magic", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no model magic; there are popularity, recent-popularity")
                .hasMessageContaining("vstan");
        assertThatThrownBy(() -> PORTFOLIO.named("ease", Map.of("lambda", 3.0)))
                .hasMessageContaining("no parameter lambda; it has damping")
                .hasMessageContaining("regularization");
        assertThatThrownBy(() -> PORTFOLIO.named("ease", Map.of("regularization", Double.NaN)))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> PORTFOLIO.named("ease", Map.of("regularization", -1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PORTFOLIO.named("item-knn", Map.of("neighbors", 1.5)))
                .hasMessageContaining("whole number");
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void everySurfaceHasBaselinesAndSomethingToBeginWith(Surface surface) {
        List<Portfolio.Offer> offers = PORTFOLIO.offers(surface, data(10), LIMITS);
        assertThat(offers.stream()
                        .filter(Portfolio.Offer::baseline)
                        .map(offer -> offer.family().name()))
                .containsExactly("recent-popularity", "personal-top", "item-knn");
        Choice usual = PORTFOLIO.usual(surface, data(10), LIMITS);
        assertThat(Choice.fromJson(usual.toJson())).isEqualTo(usual);
        Scorer scorer = PORTFOLIO.blend(usual).train(data(10), Tiles.sequential());
        assertThat(scorer.items()).isEqualTo(10);
    }

    @Test
    void leavesOutWhatIsTooLargeAndSaysWhy() {
        Dataset large = data(1001);
        Portfolio.Offer ease = PORTFOLIO.offers(Surface.DISCOVER, large, LIMITS).stream()
                .filter(offer -> offer.family().name().equals("ease"))
                .findFirst()
                .orElseThrow();
        LeftOut out = ease.hindrance();
        assertThat(out).isEqualTo(new LeftOut("ease", LeftOut.Reason.TOO_MANY_ITEMS, 1001, 1000));
        assertThat(out.why(Locale.ENGLISH))
                .isEqualTo("1,001 items, above the limit of 1,000 for a full matrix of items");
        assertThat(out.why(Locale.FRENCH)).contains("produits, au-delà de la limite");
        assertThat(PORTFOLIO
                        .usual(Surface.DISCOVER, large, LIMITS)
                        .parts()
                        .get(0)
                        .name())
                .isEqualTo("sparse");
        Portfolio.Offer heavy = PORTFOLIO.offers(Surface.DISCOVER, data(900), new Limits(1000, 1 << 20)).stream()
                .filter(offer -> offer.family().name().equals("ease"))
                .findFirst()
                .orElseThrow();
        assertThat(heavy.hindrance().reason()).isEqualTo(LeftOut.Reason.TOO_MUCH_MEMORY);
    }

    @Test
    void limitsAreChecked() {
        assertThatThrownBy(() -> new Limits(0, 1 << 30)).hasMessageContaining("dense items is 0");
        assertThatThrownBy(() -> new Limits(10, 5)).hasMessageContaining("bytes is 5");
    }

    @Test
    void aChoiceKeepsInfinityAndRefusesOtherTexts() {
        Choice choice = new Choice(
                Surface.SESSION,
                List.of(
                        new Choice.Part(
                                "vstan",
                                new TreeMap<>(Map.of("sessionDecayDays", Double.POSITIVE_INFINITY)),
                                .3,
                                Scale.MAXIMUM),
                        new Choice.Part("sr", new TreeMap<>(), 1, Scale.DEVIATION)));
        assertThat(Choice.fromJson(choice.toJson())).isEqualTo(choice);
        for (String broken : List.of(
                "",
                "[]",
                "null",
                "{}",
                "{\"format\":1}",
                choice.toJson().replace("\"format\":1", "\"format\":2"),
                choice.toJson().replace("SESSION", "MOON"),
                choice.toJson().replace("0.3", "-1"),
                choice.toJson().replace("\"Infinity\"", "\"much\""),
                choice.toJson().replace("\"sr\"", "7"),
                choice.toJson().substring(0, 60))) {
            assertThatThrownBy(() -> Choice.fromJson(broken)).as(broken).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Choice(Surface.SESSION, List.of())).hasMessageContaining("at least 1");
    }

    @Test
    void aFamilyRefusesGridsThatDoNotHoldTheDefault() {
        Family family = Family.of("mine", Map.of("alpha", 1.0), parameters -> PORTFOLIO.named("popularity", Map.of()));
        assertThatThrownBy(() -> family.trying("alpha", 2, 3)).hasMessageContaining("hold the default, 1.0");
        assertThatThrownBy(() -> family.trying("beta", 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Family.of("No Name", Map.of(), parameters -> PORTFOLIO.named("popularity", Map.of())))
                .hasMessageContaining("lower-case");
    }

    private static Dataset data(int items) {
        return Dataset.of(Histories.builder(items)
                .basket(0, 1, 2)
                .basket(86_400_000, 1)
                .endUser()
                .basket(0, 2, 3)
                .endUser()
                .build());
    }
}
