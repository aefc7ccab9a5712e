package dev.comptoir.recommend.model.ials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each solver against the paper's formulas in double precision. */
class SolversTest {
    /** Rows with fewer and with more interactions than factors, long rows summed in parts, and every exponent. */
    @ParameterizedTest
    @CsvSource({"200,90,1,1", "200,90,7,.5", "200,90,24,1", "200,90,24,0", "60,2500,12,1"})
    void theNormalEquationsHoldForUsersJustSolved(int users, int items, int factors, double exponent) {
        IalsSettings settings = new IalsSettings(factors, 1, 0.02, 0.2, exponent, Samples.SEED, factors);
        InteractionMatrix matrix = Samples.matrix(users, items);
        Side[] sides = Samples.sides(matrix, settings);
        Solver solver = Samples.solver(sides, settings);
        solver.epoch();
        solver.epoch();

        for (int user = 0; user < users; user++) {
            double[] gradient = Samples.gradient(sides[0], sides[1], settings, user);
            for (double component : gradient) {
                assertThat(component)
                        .as("user %d, seed %d", user, Samples.SEED)
                        .isCloseTo(0, within(2e-4 * (1 + Math.sqrt(matrix.rowLength(user)))));
            }
        }
    }

    @Test
    void theLossFallsWithEachEpochOfEachSolver() {
        InteractionMatrix matrix = Samples.matrix(150, 60);
        for (int block : new int[] {0, 16, 5}) {
            IalsSettings settings = new IalsSettings(16, 1, 0.02, 0.2, 1, Samples.SEED, block);
            Side[] sides = Samples.sides(matrix, settings);
            Solver solver = block == 5
                    ? new BlockSolver(sides[0], sides[1], settings, Tiles.sequential())
                    : Samples.solver(sides, settings);
            double before = Double.POSITIVE_INFINITY;
            for (int epoch = 0; epoch < 12; epoch++) {
                solver.epoch();
                double loss = Samples.loss(sides[0], sides[1], settings);
                assertThat(loss).as("block %d, epoch %d", block, epoch).isLessThan(before * (1 + 1e-6));
                before = loss;
            }
        }
    }

    @Test
    void gradientsAndBlocksEndWhereCholeskyDoes() {
        InteractionMatrix matrix = Samples.matrix(300, 80);
        double exact = lossAfter(matrix, 12, 12, 40);

        assertThat(lossAfter(matrix, 12, 0, 40)).isCloseTo(exact, within(2e-3 * exact));
        assertThat(lossAfter(matrix, 12, 4, 40)).isCloseTo(exact, within(1e-2 * exact));
    }

    @Test
    void oneBlockOfAllFactorsIsOneHalfSweepOfCholesky() {
        InteractionMatrix matrix = Samples.matrix(120, 50);
        IalsSettings settings = new IalsSettings(10, 1, 0.02, 0.2, 1, Samples.SEED, 10);
        Side[] exact = Samples.sides(matrix, settings);
        Side[] blocks = Samples.sides(matrix, settings);

        Samples.solver(exact, settings).epoch();
        new BlockSolver(blocks[0], blocks[1], settings, Tiles.sequential()).epoch();

        // The axes differ, the scores do not.
        for (int u = 0; u < 120; u++) {
            for (int i = 0; i < 50; i++) {
                assertThat(Samples.dot(blocks[0].factors[u], blocks[1].factors[i]))
                        .as("user %d, item %d, seed %d", u, i, Samples.SEED)
                        .isCloseTo(Samples.dot(exact[0].factors[u], exact[1].factors[i]), within(2e-3));
            }
        }
    }

    private static double lossAfter(InteractionMatrix matrix, int factors, int block, int epochs) {
        IalsSettings settings = new IalsSettings(factors, epochs, 0.02, 0.2, 1, Samples.SEED, block);
        Side[] sides = Samples.sides(matrix, settings);
        Solver solver = block == 0 || block == factors
                ? Samples.solver(sides, settings)
                : new BlockSolver(sides[0], sides[1], settings, Tiles.sequential());
        for (int epoch = 0; epoch < epochs; epoch++) {
            solver.epoch();
        }
        return Samples.loss(sides[0], sides[1], settings);
    }
}
