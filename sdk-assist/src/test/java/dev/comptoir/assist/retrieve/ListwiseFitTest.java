package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListwiseFitTest {
    private static final long SEED = 20260314;

    @Test
    void noNeighbourOfTheFitHasALowerLoss() {
        List<ListwiseFit.Choice> choices = choices(200, new double[] {1, -0.5, 0});
        double[] prior = {0.5, 0, 0};
        double[] fitted = ListwiseFit.fit(choices, prior, 2);
        double least = ListwiseFit.loss(choices, fitted, prior, 2);
        for (int i = 0; i < fitted.length; i++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                double[] moved = fitted.clone();
                moved[i] += step;
                assertThat(ListwiseFit.loss(choices, moved, prior, 2)).isGreaterThan(least);
            }
        }
    }

    @Test
    void plantedWeightsAreFound() {
        double[] fitted = ListwiseFit.fit(choices(4_000, new double[] {1, -0.5, 0}), new double[3], 0.1);

        assertThat(fitted[0]).as("seed %d", SEED).isCloseTo(1, within(0.1));
        assertThat(fitted[1]).isCloseTo(-0.5, within(0.1));
        assertThat(fitted[2]).isCloseTo(0, within(0.1));
    }

    @Test
    void withoutChoicesThePriorStays() {
        assertThat(ListwiseFit.fit(List.of(), new double[] {1, 2}, 1)).containsExactly(1, 2);
    }

    @Test
    void aChoiceBetweenInputsAndNothingIsLogisticRegression() {
        // Of four equal cases three are right: the weight of the constant is ln 3, but for the penalty.
        List<ListwiseFit.Choice> choices = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            choices.add(new ListwiseFit.Choice(List.of(new double[] {1}, new double[] {0}), i == 0 ? 1 : 0));
        }
        assertThat(ListwiseFit.fit(choices, new double[1], 1e-9)[0]).isCloseTo(Math.log(3), within(1e-5));
    }

    /** Questions of five candidates, the right one drawn by the softmax of the planted weights. */
    private static List<ListwiseFit.Choice> choices(int n, double[] planted) {
        Random random = new Random(SEED);
        List<ListwiseFit.Choice> choices = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<double[]> candidates = new ArrayList<>();
            double best = Double.NEGATIVE_INFINITY;
            int right = 0;
            for (int c = 0; c < 5; c++) {
                double[] x = new double[planted.length];
                // The highest of scores plus Gumbel noise is a draw from their softmax.
                double score = -Math.log(-Math.log(random.nextDouble()));
                for (int f = 0; f < x.length; f++) {
                    x[f] = random.nextGaussian();
                    score += planted[f] * x[f];
                }
                if (score > best) {
                    best = score;
                    right = c;
                }
                candidates.add(x);
            }
            choices.add(new ListwiseFit.Choice(candidates, right));
        }
        return choices;
    }
}
