package dev.comptoir.recommend.model.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Scorer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast code against the formulas written down plainly, on seeded random sessions. */
class NaiveNeighboursTest {
    private static final int ITEMS = 40;
    private static final long DAY = 86_400_000L;

    static List<SessionNeighboursSettings> settings() {
        SessionNeighboursSettings vstan = SessionNeighboursSettings.vstan();
        return List.of(
                SessionNeighboursSettings.vsknn(),
                SessionNeighboursSettings.vsknn().withNeighbors(7).withRecentSessions(30),
                SessionNeighboursSettings.stan(),
                SessionNeighboursSettings.stan().withNeighbors(10),
                vstan,
                vstan.withNeighbors(20).withRecentSessions(60).withRemind(false),
                vstan.withNeighbors(1).withSessionDecayDays(0.5),
                mixed(Similarity.DOT, Decay.Shape.LOG, Decay.Shape.LINEAR, Decay.Shape.DIV),
                mixed(Similarity.COSINE, Decay.Shape.LINEAR, Decay.Shape.LOG, Decay.Shape.QUADRATIC),
                mixed(Similarity.VEC, Decay.Shape.SAME, Decay.Shape.DIV, Decay.Shape.LOG),
                SessionNeighboursSettings.smallShop());
    }

    private static SessionNeighboursSettings mixed(
            Similarity similarity, Decay.Shape position, Decay.Shape step, Decay.Shape distance) {
        return new SessionNeighboursSettings(
                15, 50, similarity, Decay.of(position), Decay.of(step), Decay.of(distance), 3, 1, 1000, true);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void scoresAreThoseOfTheFormulas(SessionNeighboursSettings settings) {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            // Few distinct times: many sessions end together.
            Histories histories = sessions(random, seed % 2 == 0 ? 1 : 200);
            Scorer fast = new SessionNeighboursAlgorithm(settings).train(Dataset.of(histories), Tiles.sequential());
            NaiveNeighbours naive = new NaiveNeighbours(histories, settings);
            float[] scores = new float[ITEMS];
            double said = 0;
            for (int q = 0; q < 40; q++) {
                History history = current(random);
                fast.score(history, scores);
                double[] expected = naive.scores(history);
                double largest = 0;
                for (double one : expected) {
                    largest = Math.max(largest, one);
                }
                said += largest;
                for (int item = 0; item < ITEMS; item++) {
                    assertThat((double) scores[item])
                            .as("seed %d, query %d, item %d", seed, q, item)
                            .isCloseTo(expected[item], within(1e-6 * largest));
                }
            }
            assertThat(said).isPositive();
        }
    }

    private static Histories sessions(Random random, int times) {
        Histories.Builder rows = Histories.builder(ITEMS);
        for (int row = 0; row < 150; row++) {
            long begin = random.nextInt(times) * DAY / 10;
            int length = 1 + random.nextInt(6);
            for (int step = 0; step < length; step++) {
                rows.basket(begin + step, basket(random, ITEMS));
            }
            rows.endAnonymous();
        }
        return rows.build();
    }

    private static History current(Random random) {
        int length = 1 + random.nextInt(8);
        long[] times = new long[length];
        int[][] baskets = new int[length][];
        for (int step = 0; step < length; step++) {
            times[step] = 15 * DAY + step;
            // Two items more than any session can have.
            baskets[step] = basket(random, ITEMS + 2);
        }
        return History.of(random.nextInt(30) * DAY, times, baskets);
    }

    private static int[] basket(Random random, int items) {
        int one = (int) (items * Math.pow(random.nextDouble(), 2));
        int other = random.nextInt(items);
        return random.nextInt(4) == 0 && one != other ? new int[] {one, other} : new int[] {one};
    }
}
