package dev.comptoir.value.next.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The closed forms beside integrals over the unknown rate and chance to leave, taken step by step. */
class RenewalTest {
    private static final long SEED = 20261124;

    /** With k = 1, r = 1, alpha = 1, a = b = 1, no interval, e = 1: s(t) = 1 / (1 + t), delta = 1. */
    @Test
    void workedByHand() {
        Renewal model = new Renewal(1, 1, 1, 1, 1);
        assertThat(model.survival(0, 0, 1)).isCloseTo(0.5, within(1e-14));
        assertThat(model.probabilityActive(0, 0, 1)).isCloseTo(0.5 / 1.5, within(1e-14));
        assertThat(model.probabilityWithin(0, 0, 1, 2)).isCloseTo((0.5 - 0.25) / 1.5, within(1e-14));
        // Half of those who are still there have come when s(1 + t) = 1/4.
        assertThat(model.quantile(0, 0, 1, 0.5, 1e6)).isCloseTo(2, within(1e-5));
    }

    @Test
    void closedFormsEqualIntegrals() {
        System.out.println("seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n = 0; n < 40; n++) {
            Renewal model = new Renewal(
                    random.nextDouble(0.3, 6),
                    random.nextDouble(0.3, 4),
                    random.nextDouble(1, 60),
                    random.nextDouble(0.1, 2),
                    random.nextDouble(0.2, 4));
            int x = random.nextInt(8);
            double sum = x * random.nextDouble(2, 30);
            double e = random.nextDouble(0.5, 90);
            double d = random.nextDouble(1, 60);
            double[] parts = integrate(model, x, sum, e, d);
            assertThat(model.probabilityActive(x, sum, e)).isCloseTo(parts[0] / parts[1], within(1e-6));
            assertThat(model.probabilityWithin(x, sum, e, d)).isCloseTo(parts[2] / parts[1], within(1e-6));
            PaceRange range = PaceRange.of(model, x, sum, e, d);
            assertThat(range.mean()).isCloseTo(1 - model.probabilityWithin(x, sum, e, d), within(1e-8));
            assertThat(range.lower()).isBetween(0.0, range.mean());
            assertThat(range.upper()).isBetween(range.mean(), 1.0);
        }
    }

    /** Weights of: still there; there or left; buys within d. Factors that all three share are left out. */
    private static double[] integrate(Renewal m, int x, double sum, double e, double d) {
        int steps = 4_000;
        double[] all = new double[3];
        // p = u^4 on one side and 1 - p = v^4 on the other would be finer; the beta moments are exact instead.
        double stays = Math.exp(SpecialFunctions.logBeta(m.a(), m.b() + x + 1));
        double leaves = Math.exp(SpecialFunctions.logBeta(m.a() + 1, m.b() + x));
        double centre = Math.log(m.shape(x) / (m.alpha() + sum));
        double width = 60 / Math.min(1, m.shape(x));
        for (int i = 0; i < steps; i++) {
            double log = centre - width + (width + 6) * (i + 0.5) / steps;
            double rate = Math.exp(log);
            // prior of ln rate times the density of the x intervals, up to constants
            double weight =
                    Math.exp((m.r() + m.k() * x) * (log - centre) - (m.alpha() + sum) * (rate - Math.exp(centre)));
            double now = SpecialFunctions.gammaTail(m.k(), rate * e);
            double then = SpecialFunctions.gammaTail(m.k(), rate * (e + d));
            all[0] += weight * stays * now;
            all[1] += weight * (stays * now + leaves);
            all[2] += weight * stays * (now - then);
        }
        return all;
    }

    @Test
    void theLikelihoodOfAllHistoriesOfOneDayIsOne() {
        // x = 0 and e: either bought within e, or not. P(not) is the likelihood of a row without intervals.
        Renewal model = new Renewal(2.3, 0.9, 20, 0.4, 1.7);
        SeriesSet.Builder set = new SeriesSet.Builder();
        set.add("one", new long[] {0}, new double[] {Double.NaN});
        SeriesSet one = set.build();
        double silent = Math.exp(FitRows.of(one, Histories.at(one, 30, 0), 10).logLikelihood(model));
        double bought = model.probabilityWithin(0, 0, 0, 30.5);
        assertThat(silent + bought).isCloseTo(1, within(1e-12));
    }

    @Test
    void probabilityGrowsWithTheHorizonAndFallsAfterLongSilence() {
        Renewal model = new Renewal(2, 1.2, 20, 0.4, 0.9);
        double before = 0;
        for (double d = 0; d < 5_000; d += 7) {
            double p = model.probabilityWithin(5, 50, 3, d);
            assertThat(p).isBetween(before, 1.0);
            before = p;
        }
        assertThat(before).isLessThanOrEqualTo(model.probabilityActive(5, 50, 3) + 1e-12);
        assertThat(model.probabilityWithin(5, 50, 400, 28)).isLessThan(model.probabilityWithin(5, 50, 10, 28) / 20);
    }
}
