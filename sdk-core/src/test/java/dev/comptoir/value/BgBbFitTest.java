package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.value.internal.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Customers who live through opportunities exactly as the model says. */
class BgBbFitTest {
    private static final long SEED = 5;
    private static final int CUSTOMERS = 8_000;
    private static final int AFTER = 5;
    private static final BgBb TRUTH = new BgBb(1.2, 0.75, 0.66, 2.8);

    private final List<OpportunityHistory> histories = new ArrayList<>();
    private int came;
    private int there;

    BgBbFitTest() {
        Draws draws = new Draws(SEED);
        for (int i = 0; i < CUSTOMERS; i++) {
            double buying = draws.beta(TRUTH.alpha(), TRUTH.beta());
            double leaving = draws.beta(TRUTH.gamma(), TRUTH.delta());
            int opportunities = 4 + i % 5;
            int x = 0;
            int last = 0;
            boolean alive = true;
            for (int n = 1; n <= opportunities + AFTER; n++) {
                alive = alive && draws.uniform() >= leaving;
                boolean bought = alive && draws.uniform() < buying;
                if (n > opportunities) {
                    came += bought ? 1 : 0;
                    there += alive && n == opportunities + 1 ? 1 : 0;
                } else if (bought) {
                    x++;
                    last = n;
                }
            }
            histories.add(new OpportunityHistory(x, last, opportunities));
        }
    }

    @Test
    void aFitFindsTheParametersAndTheFuture() {
        OpportunityFit fit = BgBb.fit(histories, 0);

        assertThat(fit.converged()).isTrue();
        assertThat(fit.customers()).isEqualTo(CUSTOMERS);
        for (ParameterEstimate estimate : fit.parameters()) {
            double error = estimate.standardError().orElseThrow();
            assertThat(error).isLessThan(estimate.value());
            assertThat(estimate.value())
                    .as("%s, seed %d", estimate, SEED)
                    .isCloseTo(TRUTH.parameters().get(estimate.name()), within(4 * error));
        }
        double expected = 0;
        double alive = 0;
        double likelihood = 0;
        double likelihoodOfTruth = 0;
        for (OpportunityHistory history : histories) {
            expected += fit.model().expectedPurchases(history, AFTER);
            alive += fit.model().probabilityAlive(history);
            likelihood += fit.model().logLikelihood(history);
            likelihoodOfTruth += TRUTH.logLikelihood(history);
        }
        assertThat(expected).as("seed %d", SEED).isCloseTo(came, within(0.04 * came));
        assertThat(alive).as("seed %d", SEED).isCloseTo(there, within(0.04 * there));
        assertThat(fit.logLikelihood()).isCloseTo(likelihood, within(1e-6)).isGreaterThan(likelihoodOfTruth);
    }

    @Test
    void theOrderOfCustomersChangesNothing() {
        List<OpportunityHistory> shuffled = new ArrayList<>(histories);
        Collections.shuffle(shuffled, new Random(SEED));
        assertThat(BgBb.fit(shuffled, 1)).isEqualTo(BgBb.fit(histories, 1));
    }
}
