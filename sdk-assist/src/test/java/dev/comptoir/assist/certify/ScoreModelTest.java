package dev.comptoir.assist.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreModelTest {
    @Test
    void itFindsTheWeightsThatTheDataWereMadeWith() {
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> rows = new ArrayList<>();
        boolean[] correct = new boolean[20_000];
        for (int i = 0; i < correct.length; i++) {
            double[] row = {random.nextDouble(), 10 * random.nextDouble(), 1};
            rows.add(row);
            correct[i] = random.nextDouble() < 1 / (1 + Math.exp(-(4 * row[0] - 0.5 * row[1] + 0.7)));
        }
        ScoreModel model = ScoreModel.fit(rows, correct);

        for (double[] row : List.of(new double[] {0, 0, 1}, new double[] {1, 5, 1}, new double[] {0.5, 10, 1})) {
            double truth = 1 / (1 + Math.exp(-(4 * row[0] - 0.5 * row[1] + 0.7)));
            assertThat(model.score(row)).as("seed %d", seed).isCloseTo(truth, within(0.02));
        }
    }

    @Test
    void theSlopeAtTheEndIsFlat() {
        // One feature, standardised values -1 and 1: three of four right at 1, one of four at -1. The optimum of
        // sum(NLL) + w^2 / 2 solves 8 * (sigmoid(w) - 3/4) + w = 0.
        List<double[]> rows = new ArrayList<>();
        boolean[] correct = new boolean[8];
        for (int i = 0; i < 8; i++) {
            rows.add(new double[] {i < 4 ? 0 : 2});
            correct[i] = i == 0 || i > 4;
        }
        double probability = ScoreModel.fit(rows, correct).score(new double[] {2});
        double w = Math.log(probability / (1 - probability));
        assertThat(8 * (probability - 0.75) + w).isCloseTo(0, within(1e-6));
    }

    @Test
    void separableAndOneSidedDataStayFinite() {
        List<double[]> rows = List.of(new double[] {0, 3}, new double[] {1, 3}, new double[] {2, 3});

        ScoreModel separable = ScoreModel.fit(rows, new boolean[] {false, true, true});
        assertThat(separable.score(rows.get(2))).isGreaterThan(separable.score(rows.get(0)));
        ScoreModel right = ScoreModel.fit(rows, new boolean[] {true, true, true});
        assertThat(right.score(rows.get(0))).isBetween(0.9, 1.0);
        assertThat(ScoreModel.fit(rows, new boolean[3]).score(rows.get(0))).isBetween(0.0, 0.1);
    }

    @Test
    void textAndVersionTellTheSameModel() {
        ScoreModel model = ScoreModel.fit(List.of(new double[] {0.1}, new double[] {0.9}), new boolean[] {false, true});
        ScoreModel read = ScoreModel.of(model.text());

        assertThat(read.score(new double[] {0.3})).isEqualTo(model.score(new double[] {0.3}));
        assertThat(read.version()).isEqualTo(model.version()).startsWith("fitted-");
        assertThat(ScoreModel.of("0.5 0.5").version()).isNotEqualTo(model.version());
        assertThat(read.size()).isEqualTo(1);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> ScoreModel.fit(List.of(), new boolean[0])).hasMessageContaining("0 rows");
        assertThatThrownBy(() -> ScoreModel.fit(List.of(new double[1]), new boolean[2]))
                .hasMessageContaining("2 jud");
        assertThatThrownBy(() -> ScoreModel.fit(List.of(new double[1], new double[2]), new boolean[2]))
                .hasMessageContaining("2 features");
        assertThatThrownBy(() -> ScoreModel.fit(List.of(new double[] {Double.NaN}), new boolean[1]))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> ScoreModel.of("1 2 3").score(new double[1])).hasMessageContaining("1 features");
        for (String text : List.of("", "x", "NaN", "1 Infinity", "1 ".repeat(4_000))) {
            assertThatThrownBy(() -> ScoreModel.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
