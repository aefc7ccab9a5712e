package dev.comptoir.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final int[] RANKED = {4, 7, 1, 9};

    private static double value(Task task, String name, int k, int[] ranked, int... target) {
        HeldOut question = HeldOut.of(1, History.of(5, new long[] {1}, new int[][] {{1, 2}}), target, 1, false);
        Metric metric = Metric.of(task, k).stream()
                .filter(one -> one.name().equals(name + "@" + k))
                .findFirst()
                .orElseThrow();
        return metric.of(Answer.of(question, ranked, metric.part()));
    }

    private static double basket(String name, int k, int... target) {
        return value(Task.NEXT_BASKET, name, k, RANKED, target);
    }

    @Test
    void recallIsDividedByWhatIsWithinReachOrByAll() {
        // Two of the first three are hits, of five targets only three fit.
        assertThat(basket("RecallCapped", 3, 4, 1, 20, 21, 22)).isEqualTo(2 / 3.0);
        assertThat(basket("Recall", 3, 4, 1, 20, 21, 22)).isEqualTo(2 / 5.0);
        assertThat(basket("Precision", 3, 4, 1, 20, 21, 22)).isEqualTo(2 / 3.0);
        assertThat(basket("Recall", 4, 9, 30)).isEqualTo(0.5);
        assertThat(basket("Recall", 3, 9)).isZero();
        assertThat(value(Task.REST_OF_SET, "Recall", 3, RANKED, 4, 1, 20, 21, 22))
                .isEqualTo(2 / 3.0);
        assertThat(value(Task.REST_OF_SET, "RecallPlain", 3, RANKED, 4, 1, 20, 21, 22))
                .isEqualTo(2 / 5.0);
    }

    @Test
    void ndcgDiscountsByTheLogarithmOfThePlace() {
        // Hits at places 1 and 3: 1 + 1/2. Ideal of two hits: 1 + 1/log2(3).
        double two = 1 + Math.log(2) / Math.log(3);

        assertThat(basket("NDCG", 4, 4, 1)).isCloseTo(1.5 / two, within(1e-15));
        // Of three targets only two fit into two places; the full ideal has three: 1 + 1/log2(3) + 1/2.
        assertThat(basket("NDCG", 2, 4, 30, 31)).isCloseTo(1 / two, within(1e-15));
        assertThat(basket("NDCGfull", 2, 4, 30, 31)).isCloseTo(1 / (two + 0.5), within(1e-15));
        assertThat(value(Task.NEXT_BASKET, "NDCG", 2, new int[] {1, 2}, 1, 2, 3, 4))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void firstHitAndPrecisionAtEachHit() {
        assertThat(basket("HR", 3, 1)).isEqualTo(1);
        assertThat(basket("HR", 2, 1)).isZero();
        assertThat(basket("MRR", 4, 1, 9)).isEqualTo(1 / 3.0);
        assertThat(basket("MRR", 2, 1, 9)).isZero();
        // Hits at places 1 and 3, three targets: (1/1 + 2/3) / 3.
        assertThat(basket("MAP", 4, 4, 1, 30)).isCloseTo((1 + 2 / 3.0) / 3, within(1e-15));
    }

    @Test
    void repeatsAndDiscoveriesAreCountedApart() {
        // The history holds 1 and 2; of the targets 1, 2, 4, 30 the list of four finds 1 and 4.
        assertThat(basket("RecallRepeat", 4, 1, 2, 4, 30)).isEqualTo(0.5);
        assertThat(basket("RecallExplore", 4, 1, 2, 4, 30)).isEqualTo(0.5);
        assertThat(basket("NDCGExplore", 4, 1, 2, 4)).isEqualTo(1);
        assertThat(basket("RecallRepeat", 4, 4)).isNaN();
        assertThat(basket("RecallExplore", 4, 1)).isNaN();
    }

    @Test
    void aListShorterThanKCountsItsPlaces() {
        assertThat(value(Task.NEXT_BASKET, "Recall", 20, new int[] {1}, 1, 2)).isEqualTo(0.5);
    }

    @Test
    void namesAreUniqueAndSayTheirVariant() {
        for (Task task : Task.values()) {
            for (List<Metric> metrics : List.of(Metric.of(task), Metric.of(task, 5, 10))) {
                assertThat(metrics).extracting(Metric::name).doesNotHaveDuplicates();
                assertThat(metrics).allMatch(metric -> !metric.variant().isBlank());
            }
        }
        assertThat(Metric.of(Task.REST_OF_SET).subList(0, 3))
                .extracting(Metric::name)
                .containsExactly("Recall@20", "Recall@50", "NDCG@100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metric.of(Task.NEXT_ITEM, 0))
                .withMessageContaining("0");
    }

    @Test
    void rankingPartsEqualScoresByIndexAndLeavesOutWhatIsMasked() {
        float[] scores = {1, 3, -2, 3, 2, 1};
        History one = History.of(0, new long[1], new int[][] {{1, 8}});

        assertThat(Ranking.top(scores, null, 4)).containsExactly(1, 3, 4, 0);
        assertThat(Ranking.top(scores, one, 9)).containsExactly(3, 4, 0, 5, 2);
    }

    @Test
    void giniIsZeroForEqualAndNearOneForOneItem() {
        assertThat(ListShape.gini(new int[] {3, 3, 3})).isZero();
        // (2 * 4 - 4 - 1) * 8 / (4 * 8)
        assertThat(ListShape.gini(new int[] {0, 8, 0, 0})).isEqualTo(.75);
        // Sorted 1, 3: (2 - 3) * 1 + (4 - 3) * 3 = 2, over 2 * 4.
        assertThat(ListShape.gini(new int[] {3, 1})).isEqualTo(.25);
    }

    @Test
    void shapesOfListsAsWorkedByHand() {
        // Items 0, 1 of category a, 2 of b, 3 of both; four users, who all have item 0, two have 1, one has 2.
        Histories train = Histories.builder(4)
                .basket(1, 0)
                .endUser()
                .basket(1, 0, 1)
                .endUser()
                .basket(1, 0, 1, 2)
                .endUser()
                .basket(1, 0)
                .endUser()
                .build();
        ItemFeatures features =
                ItemFeatures.of(Arrays.asList(null, null, null, null), Arrays.asList("a", "a", "b", "a|b"));
        HeldOut question = HeldOut.of(9, History.of(5, new long[] {1}, new int[][] {{0}}), new int[] {1}, 1, false);
        Window window =
                Window.of("w", new Dataset(train, features), new int[] {0, 1, 2, 3}, List.of(question), Map.of());

        SortedMap<String, Double> figures = new ListShape(window, new int[][] {{0, 2, 3}}, 3).figures();

        assertThat(figures.get("coverage@3")).isEqualTo(.75);
        assertThat(figures.get("repeatRatio@3")).isCloseTo(1 / 3.0, within(1e-15));
        // -log2 of 4/4, 1/4 and 1/4, the last without buyers.
        assertThat(figures.get("novelty@3")).isCloseTo(4 / 3.0, within(1e-15));
        // a-b 1, a-ab 1/2, b-ab 1/2.
        assertThat(figures.get("categoryDistance@3")).isCloseTo(2 / 3.0, within(1e-15));
        // p = (1, 0), q = (1/2, 1/2).
        assertThat(figures.get("calibrationKL@3")).isCloseTo(-Math.log(.99 / 2 + .01), within(1e-12));
    }

    @Test
    void withoutCategoriesDistanceIsByBuyers() {
        Histories train = Histories.builder(3)
                .basket(1, 0, 1)
                .endUser()
                .basket(1, 0)
                .endUser()
                .build();
        HeldOut question = HeldOut.of(9, History.empty(5), new int[] {1}, 0, false);
        Window window = Window.of("w", Dataset.of(train), new int[] {0, 1}, List.of(question), Map.of());

        SortedMap<String, Double> figures = new ListShape(window, new int[][] {{0, 1, 2}}, 2).figures();

        assertThat(figures.get("buyerDistance@2")).isCloseTo(1 - 1 / Math.sqrt(2), within(1e-15));
        assertThat(figures).doesNotContainKey("calibrationKL@2");
    }
}
