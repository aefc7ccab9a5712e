package dev.comptoir.recommend.model.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.HalfLife;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemKnnTest {
    private static final long SEED = 5;
    private static final int ITEMS = 20;
    private static final int USERS = 50;

    private final double[][] x = new double[USERS][ITEMS];
    private final Dataset data = data();

    @Test
    void cosineAgreesWithItsDefinition() {
        ItemNeighboursScorer scorer = train(ItemKnnAlgorithm.cosine(ITEMS, 3));
        each((i, j) -> {
            double expected = dot(i, j, 1, 0) / (Math.sqrt(dot(i, i, 1, 0) * dot(j, j, 1, 0)) + 3);
            check(scorer, i, j, expected);
        });
    }

    @Test
    void bm25AgreesWithItsDefinition() {
        double mean = 0;
        for (int u = 0; u < USERS; u++) {
            mean += length(u) / USERS;
        }
        double[][] weighed = new double[USERS][ITEMS];
        for (int u = 0; u < USERS; u++) {
            for (int i = 0; i < ITEMS; i++) {
                weighed[u][i] = x[u][i]
                        * (1.5 + 1)
                        / (1.5 * (1 - 0.75 + 0.75 * length(u) / mean) + 1)
                        * Math.log(1 + ITEMS / length(u));
            }
        }
        ItemNeighboursScorer scorer = train(ItemKnnAlgorithm.bm25(ITEMS, 1.5, 0.75));
        each((i, j) -> {
            double ij = 0;
            double ii = 0;
            double jj = 0;
            for (double[] row : weighed) {
                ij += row[i] * row[j];
                ii += row[i] * row[i];
                jj += row[j] * row[j];
            }
            check(scorer, i, j, ij / Math.sqrt(ii * jj));
        });
    }

    @Test
    void rp3betaAgreesWithItsDefinition() {
        ItemNeighboursScorer scorer = train(ItemKnnAlgorithm.rp3beta(ITEMS, 0.8, 0.4));
        each((i, j) -> {
            double users = dot(i, i, 1, 0);
            double expected = Math.pow(1 / users, 0.8) * dot(i, j, 1, 0.8) / Math.pow(dot(j, j, 1, 0), 0.4);
            check(scorer, i, j, expected);
        });
    }

    @Test
    void theNearestAreKeptAndScoresAddUp() {
        ItemNeighboursScorer all = train(ItemKnnAlgorithm.cosine(ITEMS, 1));
        ItemNeighboursScorer some = train(ItemKnnAlgorithm.cosine(4, 1).withHalfLife(HalfLife.baskets(1)));
        ItemNeighboursScorer walk = train(ItemKnnAlgorithm.rp3beta(ITEMS, 0.8, 0.4));
        ItemNeighboursScorer someWalk = train(ItemKnnAlgorithm.rp3beta(4, 0.8, 0.4));
        for (int one = 0; one < ITEMS; one++) {
            int item = one;
            checkKept(other -> some.weight(other, item), other -> all.weight(other, item));
            checkKept(other -> someWalk.weight(item, other), other -> walk.weight(item, other));
        }
        History history = History.of(0, new long[2], new int[][] {{3}, {5}});
        float[] scores = new float[ITEMS];
        some.score(history, scores);
        for (int j = 0; j < ITEMS; j++) {
            assertThat(scores[j]).isCloseTo(some.weight(3, j) / 2 + some.weight(5, j), within(1e-6f));
        }
    }

    @Test
    void badSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemKnnAlgorithm.cosine(0, 1))
                .withMessage("The number of neighbors is 0, but must be at least 1.");
        assertThatIllegalArgumentException().isThrownBy(() -> ItemKnnAlgorithm.cosine(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ItemKnnAlgorithm.bm25(1, 1, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> ItemKnnAlgorithm.rp3beta(1, -1, 0));
    }

    private static void checkKept(IntToDoubleFunction kept, IntToDoubleFunction all) {
        double[] largest = IntStream.range(0, ITEMS).mapToDouble(all).sorted().toArray();
        double[] found = IntStream.range(0, ITEMS).mapToDouble(kept).sorted().toArray();
        for (int k = 0; k < ITEMS; k++) {
            assertThat(found[k]).as("seed %d", SEED).isEqualTo(k < ITEMS - 4 ? 0 : largest[k]);
        }
    }

    private interface Pair {
        void check(int i, int j);
    }

    private static void each(Pair pair) {
        for (int i = 0; i < ITEMS; i++) {
            for (int j = 0; j < ITEMS; j++) {
                pair.check(i, j);
            }
        }
    }

    private static void check(ItemNeighboursScorer scorer, int i, int j, double expected) {
        assertThat((double) scorer.weight(i, j))
                .as("seed %d, %d to %d", SEED, i, j)
                .isCloseTo(i == j ? 0 : expected, within(1e-6));
    }

    private double dot(int i, int j, double factor, double lengthPower) {
        double sum = 0;
        for (int u = 0; u < USERS; u++) {
            sum += factor * x[u][i] * x[u][j] * Math.pow(length(u), -lengthPower);
        }
        return sum;
    }

    private double length(int user) {
        double length = 0;
        for (double one : x[user]) {
            length += one;
        }
        return length;
    }

    private ItemNeighboursScorer train(ItemKnnAlgorithm algorithm) {
        return algorithm.train(data, Tiles.sequential());
    }

    private Dataset data() {
        Random random = new Random(SEED);
        Histories.Builder rows = Histories.builder(ITEMS);
        for (int user = 0; user < USERS; user++) {
            for (int basket = 0; basket < 3; basket++) {
                int[] items = random.ints(1 + random.nextInt(4), 0, ITEMS).toArray();
                for (int item : items) {
                    x[user][item] = 1;
                }
                rows.basket(0, items);
            }
            rows.endUser();
        }
        return Dataset.of(rows.build());
    }
}
