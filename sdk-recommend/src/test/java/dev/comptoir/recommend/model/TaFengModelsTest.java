package dev.comptoir.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.TaFeng.Figures;
import dev.comptoir.recommend.model.basket.NeighbourBasketAlgorithm;
import dev.comptoir.recommend.model.frequency.FrequencyAlgorithm;
import dev.comptoir.recommend.model.frequency.FrequencyAlgorithm.Ties;
import dev.comptoir.recommend.model.popularity.PopularityAlgorithm;
import dev.comptoir.recommend.model.transition.TransitionAlgorithm;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Next baskets of a supermarket (Ta Feng): the baselines at the figures of an independent implementation on all users, and the
 * models on the test users of a seeded split, whose settings were chosen on its validation users alone. The figures and what
 * was tried are in {@code docs/benchmarks/recommend-tafeng.md}.
 */
@Tag("data")
class TaFengModelsTest {
    private static TaFeng shop;

    @BeforeAll
    static void read() throws IOException {
        shop = TaFeng.read();
        assertThat(shop.data.histories().lines()).isEqualTo(480_611);
        assertThat(shop.test).hasSize(11_858);
    }

    @Test
    void popularityOnAllUsers() {
        check(shop.evaluate(train(PopularityAlgorithm.topFrequency()), shop.everybody()), .0803, .0842, .2489);
    }

    @ParameterizedTest
    @CsvSource({"false, .1062, .0953, .3513", "true, .1195, .1007, .3721"})
    void frequencyInTheOrderOfInsertionOnAllUsers(boolean filled, double recall, double ndcg, double hitRate) {
        Scorer scorer = train(
                filled
                        ? FrequencyAlgorithm.personalThenPopular(Ties.INSERTION)
                        : FrequencyAlgorithm.personal(Ties.INSERTION));

        // One item a basket keeps the order of the file, in which the reference breaks ties.
        check(
                shop.evaluate((row, scores) -> scorer.score(shop.oneItemABasket(row), scores), shop.everybody()),
                recall,
                ndcg,
                hitRate);
    }

    @ParameterizedTest
    @CsvSource({"RECENCY, .1286, .1062, .4024", "POPULARITY, .1350, .1163, .4204"})
    void frequencyThenPopularityOnAllUsers(Ties ties, double recall, double ndcg, double hitRate) {
        check(
                shop.evaluate(train(FrequencyAlgorithm.personalThenPopular(ties)), shop.everybody()),
                recall,
                ndcg,
                hitRate);
    }

    @Test
    void tifuKnnWithThePublishedSettings() {
        Figures figures =
                shop.evaluate(train(NeighbourBasketAlgorithm.tifuKnn(300, .9, .7, .7, 7, true)), shop.everybody());

        assertThat(figures.recall()).as(figures.toString()).isBetween(.121, .130);
    }

    @Test
    void upCfOnTheTestUsers() {
        Figures plain = shop.evaluate(
                train(NeighbourBasketAlgorithm.upCf(5, .75, 2, 900).withCounts()), shop.test);
        assertThat(plain.recall()).as(plain.toString()).isCloseTo(.1522, within(1e-3));
        assertThat(plain.ndcg()).as(plain.toString()).isCloseTo(.1276, within(1e-3));

        Figures tuned = shop.evaluate(train(upCf().withPopularity(.3)), shop.test);
        assertThat(tuned.recall()).as(tuned.toString()).isCloseTo(.1538, within(1e-3));
        assertThat(tuned.ndcg()).as(tuned.toString()).isCloseTo(.1326, within(1e-3));
    }

    @Test
    void aBlendOfThreeOnTheTestUsers() {
        Scorer neighbours = train(upCf());
        Scorer recent = train(PopularityAlgorithm.topFrequency().withRecentBaskets(1));
        Scorer transition = train(TransitionAlgorithm.cosine());
        float[] one = new float[shop.data.items()];
        Figures figures = shop.evaluate(
                (row, scores) -> {
                    History history = shop.history(row);
                    neighbours.score(history, scores);
                    scale(scores, 1 / max(scores));
                    recent.score(history, one);
                    add(scores, one, .6f / max(one));
                    transition.score(history, one);
                    add(scores, one, max(one) > 0 ? .5f / max(one) : 0);
                },
                shop.test);

        assertThat(figures.recall()).as(figures.toString()).isGreaterThan(.1555);
        assertThat(figures.ndcg()).as(figures.toString()).isGreaterThan(.138);
    }

    private static NeighbourBasketAlgorithm upCf() {
        return NeighbourBasketAlgorithm.upCf(5, .75, 2, 300)
                .withCounts()
                .withNeighborBaskets(3)
                .withIdf(.5);
    }

    private static Scorer train(Algorithm algorithm) {
        return algorithm.train(shop.data, Tiles.sequential());
    }

    private static void check(Figures figures, double recall, double ndcg, double hitRate) {
        assertThat(figures.recall()).as(figures.toString()).isCloseTo(recall, within(1e-4));
        assertThat(figures.ndcg()).as(figures.toString()).isCloseTo(ndcg, within(1e-4));
        assertThat(figures.hitRate()).as(figures.toString()).isCloseTo(hitRate, within(1e-4));
    }

    private static float max(float[] scores) {
        float max = 0;
        for (float score : scores) {
            max = Math.max(max, score);
        }
        return max;
    }

    private static void scale(float[] scores, float factor) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] *= factor;
        }
    }

    private static void add(float[] scores, float[] others, float factor) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] += factor * others[item];
        }
    }
}
