package dev.comptoir.recommend.model.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Contribution;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionTest {
    private static final long SEED = 11;

    @Test
    void countsAndNormsWorkedByHand() {
        // One user: {0}, {1}, {1, 2}. Item 0 is had at 2 steps: N_0 = 2; item 1 at the second step: N_1 = 1.
        // T_01 = 2, T_02 = 1, T_11 = 1, T_12 = 1; C_1 = 2, C_2 = 1. shrink 2, powers 1/2.
        Dataset data = Dataset.of(Histories.builder(3)
                .basket(0, 0)
                .basket(0, 1)
                .basket(0, 1, 2)
                .endUser()
                .build());
        TransitionScorer scorer =
                TransitionAlgorithm.of(Double.POSITIVE_INFINITY, 0.5, 0.5, 2).train(data, Tiles.sequential());
        History user = History.of(0, new long[] {0}, new int[][] {{0}});

        float[] scores = new float[3];
        scorer.score(user, scores);

        assertThat(scores)
                .containsExactly(
                        new float[] {0, (float) (2 / Math.sqrt(4 * 4)), (float) (1 / Math.sqrt(4 * 3))}, within(1e-6f));
        assertThat(scorer.explain(user, 1))
                .singleElement()
                .satisfies(part -> assertThat(part.source()).isZero())
                .satisfies(part -> assertThat(part.kind()).isEqualTo(Contribution.Kind.SESSION));
    }

    @ParameterizedTest
    @CsvSource({"Infinity, .5, .5, 10", "2, .5, .3, 1", "1e-6, 1, 0, 5"})
    void scoresAgreeWithTheMatrixOfAllTransitions(double halfLife, double source, double target, double shrink) {
        int items = 25;
        Histories histories = histories(items);
        TransitionScorer scorer = TransitionAlgorithm.of(halfLife, source, target, shrink)
                .train(Dataset.of(histories), Tiles.sequential());

        for (int row = 0; row < histories.rows(); row += 7) {
            History history = histories.history(row, 0);
            double[] expected = naive(histories, history, halfLife, source, target, shrink);
            float[] scores = new float[items];
            scorer.score(history, scores);
            for (int item = 0; item < items; item++) {
                assertThat((double) scores[item])
                        .as("seed %d, row %d, item %d", SEED, row, item)
                        .isCloseTo(expected[item], within(1e-5 * (1 + expected[item])));
                List<Contribution> parts = scorer.explain(history, item);
                assertThat(parts.stream().mapToDouble(Contribution::value).sum())
                        .isCloseTo(expected[item], within(1e-5 * (1 + expected[item])));
            }
        }
    }

    @Test
    void badSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransitionAlgorithm.of(Double.NaN, 1, 1, 1))
                .withMessage("The half-life is NaN, but must be above 0.");
        assertThatIllegalArgumentException().isThrownBy(() -> TransitionAlgorithm.of(1, 2, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TransitionAlgorithm.of(1, 1, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TransitionAlgorithm.of(1, 1, 1, 0));
    }

    private static double[] naive(
            Histories histories, History history, double halfLife, double source, double target, double shrink) {
        int items = histories.items();
        double fade = Math.pow(2, -1 / halfLife);
        double[][] transitions = new double[items][items];
        double[] sources = new double[items];
        double[] targets = new double[items];
        for (int row = 0; row < histories.rows(); row++) {
            History user = histories.history(row, 0);
            for (int t = 0; t + 1 < user.baskets(); t++) {
                double[] state = state(user, t, fade, items);
                for (int i = 0; i < items; i++) {
                    sources[i] += state[i] * state[i];
                    for (int k = 0; k < user.basketSize(t + 1); k++) {
                        transitions[i][user.item(t + 1, k)] += state[i];
                    }
                }
                for (int k = 0; k < user.basketSize(t + 1); k++) {
                    targets[user.item(t + 1, k)]++;
                }
            }
        }
        double[] now = state(history, history.baskets() - 1, fade, items);
        double[] scores = new double[items];
        for (int j = 0; j < items; j++) {
            for (int i = 0; i < items; i++) {
                scores[j] += now[i]
                        * transitions[i][j]
                        / (Math.pow(sources[i] + shrink, source) * Math.pow(targets[j] + shrink, target));
            }
        }
        return scores;
    }

    private static double[] state(History user, int until, double fade, int items) {
        double[] state = new double[items];
        for (int s = 0; s <= until; s++) {
            for (int k = 0; k < user.basketSize(s); k++) {
                state[user.item(s, k)] += Math.pow(fade, until - s);
            }
        }
        return state;
    }

    private static Histories histories(int items) {
        Random random = new Random(SEED);
        Histories.Builder rows = Histories.builder(items);
        for (int user = 0; user < 60; user++) {
            for (int basket = 1 + random.nextInt(7); basket > 0; basket--) {
                rows.basket(0, random.ints(1 + random.nextInt(4), 0, items).toArray());
            }
            rows.endUser();
        }
        return rows.build();
    }
}
