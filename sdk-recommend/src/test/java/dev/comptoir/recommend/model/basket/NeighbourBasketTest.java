package dev.comptoir.recommend.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.HalfLife;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourBasketTest {
    private static final long SEED = 3;
    private static final int ITEMS = 30;
    private static final long DAY = 86_400_000L;

    private final Histories histories = histories();

    @Test
    void upCfWorkedByHand() {
        // x of user 0: {0, 1}, of user 1: {0, 2}, of user 2: {3}. sim_01 = 1 / (2^.5 2^.5) = 1/2, squared 1/4.
        Dataset data = Dataset.of(Histories.builder(4)
                .basket(0, 0)
                .basket(1, 1)
                .endUser()
                .basket(0, 0, 2)
                .endUser()
                .basket(0, 3)
                .endUser()
                .build());
        Scorer scorer = NeighbourBasketAlgorithm.upCf(2, 0.5, 2, 10).train(data, Tiles.sequential());

        float[] scores = new float[4];
        scorer.score(data.histories().history(0, 2), scores);

        assertThat(scores).containsExactly(new float[] {0.5f + 0.25f, 0.5f, 0.25f, 0}, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({
        "false, 5, 5, .75, 2, 9, 0, Infinity",
        "true, 5, 2, .25, 1, 9, 2, Infinity",
        "true, 100, 3, 0, 5, 100, 0, 20",
        "false, 1, 1, 1, 2, 3, 0, Infinity"
    })
    void upCfAgreesWithItsDefinition(
            boolean counts, int recent, int theirs, double a, double q, int k, double shrink, double halfLife) {
        NeighbourBasketAlgorithm algorithm = NeighbourBasketAlgorithm.upCf(recent, a, q, k)
                .withNeighborBaskets(theirs)
                .withShrink(shrink)
                .withHalfLife(HalfLife.days(halfLife));
        Scorer scorer = (counts ? algorithm.withCounts() : algorithm).train(Dataset.of(histories), Tiles.sequential());
        for (int row = 0; row < histories.rows(); row += 5) {
            double[] x = vector(row, counts);
            double[] similarity = new double[histories.rows()];
            for (int v = 0; v < similarity.length; v++) {
                double[] other = vector(v, counts);
                similarity[v] = v == row
                        ? 0
                        : dot(x, other) / (Math.pow(dot(x, x), a) * Math.pow(dot(other, other), 1 - a) + shrink);
            }
            double[] expected = share(row, recent, halfLife);
            for (int v : nearest(similarity, k)) {
                double[] other = share(v, theirs, halfLife);
                for (int i = 0; i < ITEMS; i++) {
                    expected[i] += Math.pow(similarity[v], q) * other[i];
                }
            }
            check(scorer, row, expected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tifuKnnAgreesWithItsDefinition(boolean referenceCompatible) {
        TifuWeights weights = new TifuWeights(3, 0.9, 0.7, referenceCompatible);
        double[][] vectors = new double[histories.rows()][ITEMS];
        for (int row = 0; row < vectors.length; row++) {
            History history = histories.history(row, 0);
            float[] perBasket = weights.of(history);
            for (int b = 0; b < history.baskets(); b++) {
                for (int k = 0; k < history.basketSize(b); k++) {
                    vectors[row][history.item(b, k)] += perBasket[b];
                }
            }
        }
        Scorer scorer = NeighbourBasketAlgorithm.tifuKnn(7, 0.9, 0.7, 0.6, 3, referenceCompatible)
                .train(Dataset.of(histories), Tiles.sequential());
        for (int row = 0; row < histories.rows(); row += 5) {
            double[] closeness = new double[histories.rows()];
            for (int v = 0; v < closeness.length; v++) {
                double squared = 0;
                for (int i = 0; i < ITEMS; i++) {
                    squared += Math.pow(vectors[row][i] - vectors[v][i], 2);
                }
                closeness[v] = v == row ? 0 : 1 / (1e-12 + squared);
            }
            double[] expected = new double[ITEMS];
            for (int i = 0; i < ITEMS; i++) {
                expected[i] = 0.6 * vectors[row][i];
                for (int v : nearest(closeness, 7)) {
                    expected[i] += 0.4 / 7 * vectors[v][i];
                }
            }
            check(scorer, row, expected);
        }
    }

    @Test
    void tifuGroupsWorkedByHand() {
        // 5 baskets in 2 groups: 2 and 3 of them.
        History five = History.of(0, new long[5], new int[][] {{0}, {0}, {0}, {0}, {0}});
        assertThat(new TifuWeights(2, 0.5, 0.1, false).of(five))
                .containsExactly(new float[] {0.1f * 0.5f / 4, 0.1f / 4, 0.25f / 6, 0.5f / 6, 1 / 6f}, within(1e-7f));
        assertThat(new TifuWeights(2, 0.5, 0.1, true).of(five))
                .containsExactly(
                        new float[] {0.1f * 0.0625f / 4, 0.1f * 0.125f / 4, 0.25f / 6, 0.5f / 6, 1 / 6f},
                        within(1e-7f));
        // Fewer baskets than groups: each is one; the published code still counts from the last of 7.
        History two = History.of(0, new long[2], new int[][] {{0}, {0}});
        assertThat(new TifuWeights(7, 0.5, 0.1, false).of(two))
                .containsExactly(new float[] {0.1f / 2, 1 / 2f}, within(1e-7f));
        assertThat(new TifuWeights(7, 0.5, 0.1, true).of(two))
                .containsExactly(new float[] {1e-6f * 0.5f / 2, 1e-5f / 2}, within(1e-12f));
    }

    @Test
    void nobodyIsTheirOwnNeighbourAlsoAfterAnotherPurchase() {
        Histories.Builder rows = Histories.builder(4);
        for (int user = 0; user < 2; user++) {
            rows.basket(DAY, 0, 1).basket(3 * DAY, 2).endUser();
        }
        Dataset alone = Dataset.of(Histories.builder(4)
                .basket(DAY, 0, 1)
                .basket(3 * DAY, 2)
                .endUser()
                .build());
        History later = History.of(9 * DAY, new long[] {DAY, 3 * DAY, 8 * DAY}, new int[][] {{1, 0}, {2}, {3}});
        Scorer scorer = NeighbourBasketAlgorithm.upCf(5, 0.5, 1, 10).train(alone, Tiles.sequential());
        float[] scores = new float[4];
        scorer.score(later, scores);
        assertThat(scores).containsExactly(new float[] {1 / 3f, 1 / 3f, 1 / 3f, 1 / 3f}, within(1e-6f));

        // Of two alike rows one is a neighbour.
        Scorer two = NeighbourBasketAlgorithm.upCf(5, 0.5, 1, 10).train(Dataset.of(rows.build()), Tiles.sequential());
        two.score(alone.histories().history(0, 9 * DAY), scores);
        assertThat(scores).containsExactly(new float[] {1, 1, 1, 0}, within(1e-6f));
    }

    @Test
    void whatNearlyEverybodyBuysCanBeLeftOutOfTheComparison() {
        Histories.Builder rows = Histories.builder(4);
        rows.basket(0, 0).endUser();
        rows.basket(0, 0, 1).endUser();
        rows.basket(0, 0, 2).endUser();
        Dataset data = Dataset.of(rows.build());
        Scorer scorer = NeighbourBasketAlgorithm.upCf(5, 0.5, 1, 10)
                .withMaxItemShare(0.5)
                .train(data, Tiles.sequential());
        float[] scores = new float[4];
        scorer.score(data.histories().history(1, 0), scores);
        assertThat(scores).containsExactly(1, 1, 0, 0);
    }

    @Test
    void theLargestAreThoseOfASort() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 300; trial++) {
            int size = 1 + random.nextInt(60);
            float[] values = new float[size];
            for (int k = 0; k < size; k++) {
                values[k] = random.nextInt(1 + trial % 20);
            }
            int k = 1 + random.nextInt(size);
            int[] numbers = IntStream.range(0, size).map(n -> size - 1 - n).toArray();
            int chosen = Largest.choose(values, numbers, size, k);
            List<Integer> expected = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparing((Integer n) -> -values[n]).thenComparing(n -> n))
                    .limit(k)
                    .sorted()
                    .toList();
            assertThat(IntStream.of(numbers).limit(chosen).boxed().toList())
                    .as("seed %d, trial %d", SEED, trial)
                    .isEqualTo(expected);
        }
    }

    @Test
    void badSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeighbourBasketAlgorithm.upCf(5, 1.5, 2, 100))
                .withMessage("The asymmetry is 1.5, but must lie between 0.0 and 1.0.");
        assertThatIllegalArgumentException().isThrownBy(() -> NeighbourBasketAlgorithm.upCf(0, 0.5, 2, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> NeighbourBasketAlgorithm.upCf(5, 0.5, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NeighbourBasketAlgorithm.tifuKnn(5, 0, 1, 0.5, 7, false));
        NeighbourBasketAlgorithm tifu = NeighbourBasketAlgorithm.tifuKnn(5, 0.9, 0.7, 0.5, 7, false);
        assertThatIllegalStateException().isThrownBy(tifu::withCounts);
        assertThatIllegalArgumentException().isThrownBy(() -> tifu.withPopularity(Double.NaN));
    }

    private void check(Scorer scorer, int row, double[] expected) {
        float[] scores = new float[ITEMS];
        scorer.score(histories.history(row, 0), scores);
        for (int i = 0; i < ITEMS; i++) {
            assertThat((double) scores[i])
                    .as("seed %d, row %d, item %d", SEED, row, i)
                    .isCloseTo(expected[i], within(1e-6 * (1 + expected[i])));
        }
    }

    private static List<Integer> nearest(double[] similarity, int k) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < similarity.length; row++) {
            if (similarity[row] > 0) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing(row -> -(double) (float) similarity[row]));
        return rows.subList(0, Math.min(k, rows.size()));
    }

    private double[] vector(int row, boolean counts) {
        double[] x = new double[ITEMS];
        History history = histories.history(row, 0);
        for (int k = 0; k < history.distinct(); k++) {
            x[history.item(k)] = counts ? history.count(k) : 1;
        }
        return x;
    }

    private double[] share(int row, int recent, double halfLife) {
        History history = histories.history(row, 0);
        double[] sums = new double[ITEMS];
        double total = 0;
        int last = history.baskets() - 1;
        for (int b = last; b >= 0 && b > last - recent; b--) {
            double weight = Math.pow(2, -(history.time(last) - history.time(b)) / (double) DAY / halfLife);
            total += weight;
            for (int k = 0; k < history.basketSize(b); k++) {
                sums[history.item(b, k)] += weight;
            }
        }
        for (int i = 0; i < ITEMS; i++) {
            sums[i] /= total;
        }
        return sums;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static Histories histories() {
        Random random = new Random(SEED);
        Histories.Builder rows = Histories.builder(ITEMS);
        for (int user = 0; user < 80; user++) {
            for (int basket = 1 + random.nextInt(9); basket > 0; basket--) {
                int taste = user % 3 * 10;
                int[] items = random.ints(1 + random.nextInt(5), taste, taste + 14)
                        .map(item -> item % ITEMS)
                        .toArray();
                rows.basket(random.nextInt(100) * DAY, items);
            }
            rows.endUser();
        }
        return rows.build();
    }
}
