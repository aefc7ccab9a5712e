package dev.comptoir.recommend.model.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.BuyerCounts;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Contribution.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentScorerTest {
    private static final long DAY = 86_400_000L;

    private static ContentScorer train(ContentAlgorithm algorithm, ItemFeatures features) {
        Histories nobody = Histories.builder(features.items()).build();
        return algorithm.train(new Dataset(nobody, features), Tiles.sequential());
    }

    private static float[] scores(ContentScorer scorer, History history) {
        float[] scores = new float[scorer.items()];
        scorer.score(history, scores);
        return scores;
    }

    private static History bought(int... items) {
        return History.of(9 * DAY, new long[] {DAY}, new int[][] {items});
    }

    @Test
    void embeddingsAgreeWithTheFormula() {
        Random random = new Random(127);
        int items = 70;
        float[][] vectors = new float[items][6];
        for (int i = 0; i < items; i++) {
            for (int d = 0; d < 6; d++) {
                vectors[i][d] = (float) (3 * random.nextGaussian());
            }
        }
        ContentAlgorithm algorithm =
                ContentAlgorithm.of().withThreshold(0.3).withHalfLife(10).withNeighbors(items);
        ContentScorer scorer = train(algorithm, ItemFeatures.none(items).withEmbeddings(vectors));
        History history = History.of(90 * DAY, new long[] {0, 5 * DAY, 20 * DAY}, new int[][] {{1, 2}, {2, 3}, {4}});
        int[] own = {1, 2, 3, 4};
        double[] weight = {Math.pow(2, -2), Math.pow(2, -1.5), Math.pow(2, -1.5), 1};

        float[] scores = scores(scorer, history);

        for (int i = 0; i < items; i++) {
            double sum = 0;
            double norm = 0;
            for (int k = 0; k < own.length; k++) {
                norm += weight[k];
                sum += own[k] == i ? 0 : weight[k] * Math.max(0, cosine(vectors[i], vectors[own[k]]) - 0.3);
            }
            assertThat(scores[i]).as("seed 127, item " + i).isCloseTo((float) (sum / norm), within(2e-6f));
            assertThat(scorer.similarity(i, 7)).isCloseTo((float) cosine(vectors[i], vectors[7]), within(2e-6f));
        }
    }

    private static double cosine(float[] left, float[] right) {
        double dot = 0;
        double l = 0;
        double r = 0;
        for (int d = 0; d < left.length; d++) {
            dot += left[d] * right[d];
            l += left[d] * left[d];
            r += right[d] * right[d];
        }
        return dot / Math.sqrt(l * r);
    }

    @Test
    void aNewProductIsFoundByItsWords() {
        ItemFeatures features = ItemFeatures.of(
                Arrays.asList(
                        "Tarte à l'abricot",
                        "Tartelettes aux abricots",
                        "Baguette tradition",
                        "Pain de campagne",
                        "Tarte au citron",
                        null),
                Arrays.asList("Pâtisserie", null, "Pains", "pains", "PATISSERIE", "pains"));
        ContentScorer scorer = train(ContentAlgorithm.of(), features);

        float[] scores = scores(scorer, bought(0));

        assertThat(scores[1]).as("by spelling alone").isPositive();
        assertThat(scores[4]).as("word and category").isGreaterThan(scores[1]);
        assertThat(scores[2]).isZero();
        assertThat(scores[0]).as("nothing speaks for itself").isZero();
        assertThat(scorer.explain(bought(0), 1)).containsExactly(new Contribution(Kind.SIMILAR_TEXT, 0, scores[1]));
        assertThat(scorer.explain(bought(3), 5)).extracting(Contribution::kind).containsExactly(Kind.CATEGORY);
    }

    @Test
    void descriptionsSpeakToo() {
        ItemFeatures features = ItemFeatures.of(
                        Arrays.asList("Numéro 1", "Numéro 2", "Numéro 3"), Arrays.asList(null, null, null))
                .withDescriptions(Arrays.asList("un polar norvégien", "polar, Norvège, neige", "recettes du Périgord"));
        float[] scores = scores(train(ContentAlgorithm.of(), features), bought(0));

        assertThat(scores[1]).isGreaterThan(scores[2]);
    }

    @Test
    void categoriesAloneAreEnoughAndWithoutAnythingAllIsZero() {
        ItemFeatures categories = ItemFeatures.of(
                Arrays.asList(new String[6]), Arrays.asList("Pains", "PAINS", "vins", "vins", null, "pains"));
        float[] scores = scores(train(ContentAlgorithm.of(), categories), bought(0));
        assertThat(scores[1]).isCloseTo(0.9f, within(1e-5f));
        assertThat(scores[5]).isEqualTo(scores[1]);
        assertThat(scores[2]).isZero();
        assertThat(scores[4]).isZero();

        assertThat(scores(train(ContentAlgorithm.of(), ItemFeatures.none(4)), bought(0, 1)))
                .containsOnly(0);
    }

    @Test
    void itemsWithoutAVectorAreComparedByWords() {
        ItemFeatures features = ItemFeatures.of(
                        Arrays.asList("stylo bleu", "stylo rouge", "lampe", "stylo vert"),
                        Arrays.asList(null, null, null, null))
                .withEmbeddings(new float[][] {{1, 0}, {0, 1}, {1, 0}, null});
        ContentScorer scorer = train(ContentAlgorithm.of(), features);

        float[] scores = scores(scorer, bought(0));

        assertThat(scores[1]).as("the vectors say no").isZero();
        assertThat(scores[2]).as("the vectors say yes").isCloseTo(0.6f, within(1e-6f));
        assertThat(scores[3]).as("the words say yes").isPositive();
        assertThat(scores(scorer, bought(3))[0]).isEqualTo(scores[3]);
    }

    @Test
    void vectorsThatAreNoneAndOthersThatAreRefused() {
        float[][] vectors = {{1, 0}, {Float.NaN, 1}, {0, 0}, {Float.POSITIVE_INFINITY, 0}, {2, 0}};
        float[] scores =
                scores(train(ContentAlgorithm.of(), ItemFeatures.none(5).withEmbeddings(vectors)), bought(0));
        assertThat(scores).containsExactly(0, 0, 0, 0, 0.6f);

        ItemFeatures uneven = ItemFeatures.none(2).withEmbeddings(new float[][] {{1, 0}, {1, 0, 0}});
        assertThatThrownBy(() -> train(ContentAlgorithm.of(), uneven))
                .hasMessage("The vector of item 1 has 3 dimensions, but must have 2 as the others do.");
        assertThatThrownBy(() -> ContentAlgorithm.of().withThreshold(Double.NaN))
                .hasMessageContaining("threshold is NaN");
        assertThatThrownBy(() -> ContentAlgorithm.of().withWordThreshold(1)).hasMessageContaining("is 1.0");
        assertThatThrownBy(() -> ContentAlgorithm.of().withHalfLife(0)).hasMessageContaining("half-life is 0.0");
        assertThatThrownBy(() -> ContentAlgorithm.of().withNeighbors(0)).hasMessageContaining("neighbors is 0");
    }

    @Test
    void onlyTheNearestSpeakForAnItem() {
        float[][] vectors = {{1, 0}, {1, 0.1f}, {1, 0.25f}, {1, 0.3f}};
        ContentScorer scorer = train(
                ContentAlgorithm.of().withNeighbors(1), ItemFeatures.none(4).withEmbeddings(vectors));
        assertThat(scores(scorer, bought(0))).satisfies(scores -> {
            assertThat(scores[1]).isPositive();
            assertThat(scores[3]).as("its nearest is 2").isZero();
        });
    }

    @Test
    void withBuyersTheCollaborativeSideTakesOver() {
        // Item 0 is what was bought; 1 is like it, 2 is bought with it.
        ItemFeatures features = ItemFeatures.none(4).withEmbeddings(new float[][] {{1, 0}, {1, 0}, {0, 1}, {0, 1}});
        ContentScorer content = train(ContentAlgorithm.of(), features);
        ItemFeatures together = ItemFeatures.none(4).withEmbeddings(new float[][] {{1, 0}, {0, 1}, {2, 0.5f}, {0, 1}});
        ContentScorer other = train(ContentAlgorithm.of(), together);

        ShrunkenScorer scorer = ShrunkenScorer.of(other, content, buyers(5, 0, 30, 10), 10);
        float[] scores = new float[4];
        scorer.score(bought(0), scores);

        // Either side's best is 1 on its own: item 1 has no buyers, item 2 has 30 of 30 + 10.
        assertThat(scores).containsExactly(0, 1, 0.75f, 0);
        assertThat(scorer.explain(bought(0), 2)).containsExactly(new Contribution(Kind.SIMILAR_TEXT, 0, 0.75));
        assertThatThrownBy(() -> ShrunkenScorer.of(other, content, buyers(1, 1, 1), 10))
                .hasMessageContaining("know 4 and 4 items, but must both know 3");
        assertThatThrownBy(() -> ShrunkenAlgorithm.of(ContentAlgorithm.of(), ContentAlgorithm.of(), Double.NaN))
                .hasMessageContaining("shrinkage is NaN");
    }

    private static BuyerCounts buyers(int... counts) {
        Histories.Builder rows = Histories.builder(counts.length);
        for (int item = 0; item < counts.length; item++) {
            for (int user = 0; user < counts[item]; user++) {
                rows.basket(0, item).basket(DAY, item).endUser();
            }
        }
        return BuyerCounts.ofAll(rows.build());
    }

    @Test
    void buyersAreCountedOnceARow() {
        Histories histories = Histories.builder(2)
                .basket(0, 0)
                .basket(DAY, 0)
                .endUser()
                .basket(0, 0, 1)
                .endAnonymous()
                .build();
        ItemFeatures features = ItemFeatures.none(2).withEmbeddings(new float[][] {{1, 0}, {1, 0}});
        float[] scores = new float[2];
        ShrunkenAlgorithm.of(
                        ContentAlgorithm.of().withThreshold(0),
                        ContentAlgorithm.of().withThreshold(0.9),
                        1)
                .train(new Dataset(histories, features), Tiles.sequential())
                .score(bought(1), scores);
        assertThat(List.of(scores[0], scores[1])).containsExactly(1f, 0f);
    }
}
