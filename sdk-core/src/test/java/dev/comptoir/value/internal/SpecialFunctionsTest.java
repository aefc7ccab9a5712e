package dev.comptoir.value.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reference values: mpmath 1.3 with 40 digits; 1e-12 relative unless said otherwise. */
class SpecialFunctionsTest {
    private static final double PRECISION = 1e-12;

    @Test
    void logGammaOfSmallAndLargeNumbers() {
        double[][] known = {
            {1e-10, 23.025850929882736},
            {0.001, 6.907178885383853},
            {0.243, 1.3180435846996699},
            {1.5, -0.12078223763524522},
            {3.7, 1.4280723266653879},
            {11.99, 17.477885575426185},
            {12, 17.502307845873887},
            {25.5, 56.389167643719944},
            {132.243, 512.1938462973578},
            {5000.5, 37586.884887281056},
            {1e8, 1742068066.1038346}
        };
        for (double[] one : known) {
            close(LogGamma.of(one[0]), one[1], PRECISION);
        }
        assertThat(LogGamma.of(1)).isCloseTo(0, within(1e-14));
        assertThat(LogGamma.of(2)).isCloseTo(0, within(1e-14));
        assertThat(LogGamma.of(0)).isInfinite();
        close(LogGamma.rising(0.3, 4), Math.log(0.3 * 1.3 * 2.3 * 3.3), PRECISION);
        close(LogGamma.rising(3, 20), LogGamma.of(23) - Math.log(2), PRECISION);
        close(LogGamma.beta(2, 3), Math.log(1.0 / 12), PRECISION);
    }

    @Test
    void theContinuedFractionHoldsNearOne() {
        double[][] known = {
            {0.5, 3, 0.3, 1.0566524021882335},
            {1.606, 28, 0.0968, 1.0056010379828593},
            {0.243, 1.9, 0.5, 1.0836640265068405},
            {3.2, 3.7, 0.99, 25.818391953988357},
            {26.5, 29, 0.9, 5.980956708078841},
            {0.05, 1.2, 0.999, 1.2092911814611336},
            {400, 404.5, 0.97, 24.86741614475589}
        };
        for (double[] one : known) {
            close(Hypergeometric.unit(one[0], one[1], one[2]), one[3], PRECISION);
        }
        assertThat(Hypergeometric.unit(2, 3, 0)).isEqualTo(1);
    }

    @Test
    void theTailHoldsWhereTheScalesAreFarApart() {
        double[][] known = {
            {11.669, 10.578, 2.553, 3.159, 0, -7.571811570322178},
            {1000, 0.001, 1.6, 4.2, 0.5, -22.554150306252904},
            {1e6, 0.5, 3.3, 7.1, 0, -63.5930283479667},
            {50, 0.01, 0.4, 1.9, 0, -6.725420599491291},
            {8, 1e-7, 30.5, 33, 2, -28.41885070406218},
            {14.1, 2.88, 221.5, 221.8, 103, -1034.2299334973143},
            {1e5, 1e-4, 2, 5, 0, -35.23192365003036}
        };
        for (double[] one : known) {
            close(Hypergeometric.logTail(one[0], one[1], one[2], one[3], one[4]), one[5], PRECISION);
        }
    }

    @Test
    void theMeanOfAnEndingProcessHoldsAtItsSingularPoints() {
        double[][] known = {
            {0.243, 4.414, 0.793, 2.426, 39, 1.196723193320817},
            {2.243, 43.274, 0.793, 4.426, 39, 1.687399305805313},
            {2000.25, 43.3, 0.793, 2002.4, 100, 2717.380176924575},
            {1.5, 3, 1, 2, 10, 2.431293517059108},
            {5, 1, 1e6, 2e6, 30, 2.9999833721394933},
            {50, 0.5, 0.02, 300, 4000, 353329.0684860331}
        };
        for (double[] one : known) {
            close(Hypergeometric.endingProcessMean(one[0], one[1], one[2], one[3], one[4]), one[5], 1e-11);
        }
    }

    @Test
    void seriesAndIntegralAgree() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            double shape = Math.exp(2 * random.nextGaussian());
            double rate = Math.exp(2 * random.nextGaussian());
            double a = Math.exp(random.nextGaussian());
            // Every third time at the two points where the published form is 0/0.
            double b = i % 3 == 0 && a < 1 ? 1 - a : Math.exp(1 + random.nextGaussian());
            double t = Math.exp(2 * random.nextGaussian());
            double one = i % 3 == 1 ? 1 : a;
            assertThat(Hypergeometric.endingProcessMean(shape, rate, one, b, t))
                    .as("seed %d, %d: %s %s %s %s %s", seed, i, shape, rate, one, b, t)
                    .isCloseTo(
                            EndingProcess.mean(shape, rate, one, b, t),
                            within(1e-9 * EndingProcess.mean(shape, rate, one, b, t)));
        }
    }

    @Test
    void negativeBinomialCountsAreThoseOfThePoissonMixture() {
        // Shape 1 is geometric: P(n) = (1-q) q^n with q = t/(rate+t) = 1/3.
        double[] counts = new double[6];
        NegativeBinomial.add(1, 2, 1, 1, counts, 1);
        assertThat(counts[0]).isZero();
        close(counts[1], 2.0 / 3, PRECISION);
        close(counts[4], 2.0 / 81, PRECISION);

        // So large that the first probabilities underflow: the mean and the whole still come out.
        double[] many = new double[4000];
        NegativeBinomial.add(20_000, 1000, 100, 0.5, many, 0);
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < many.length; n++) {
            sum += many[n];
            mean += n * many[n];
        }
        close(sum, 0.5, 1e-10);
        close(mean, 0.5 * 2000, 1e-10);
        assertThat(NegativeBinomial.reach(20_000, 1000, 100, 4000)).isBetween(2300, 4000);
    }

    @Test
    void gaussIntegratesPolynomialsExactly() {
        Quadrature rule = new Quadrature(5, 3);
        double whole = 0;
        double ninth = 0;
        for (int i = 0; i < rule.size(); i++) {
            whole += rule.weight(i);
            ninth += rule.weight(i) * Math.pow(rule.node(i), 9);
        }
        close(whole, 1, 1e-14);
        close(ninth, 0.1, 1e-14);
    }

    @Test
    void sumsOfLogarithmsNeitherOverflowNorLose() {
        close(LogSum.of(1000, 1000), 1000 + Math.log(2), PRECISION);
        assertThat(LogSum.of(Double.NEGATIVE_INFINITY, -3)).isEqualTo(-3);
        assertThat(LogSum.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LogSum.shareAgainst(0)).isEqualTo(0.5);
        assertThat(LogSum.shareAgainst(1e4)).isZero();
    }

    private static void close(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.max(1e-3, Math.abs(expected))));
    }
}
