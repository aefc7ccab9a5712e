package dev.comptoir.value.next.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against exact values, and against sums that are closed for whole parameters. */
class SpecialFunctionsTest {
    @Test
    void logGammaOfWholeAndHalfNumbers() {
        assertThat(SpecialFunctions.logGamma(1)).isCloseTo(0, within(1e-14));
        assertThat(SpecialFunctions.logGamma(2)).isCloseTo(0, within(1e-14));
        assertThat(SpecialFunctions.logGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-13));
        double logFactorial = 0;
        for (int n = 2; n <= 170; n++) {
            logFactorial += Math.log(n);
            assertThat(SpecialFunctions.logGamma(n + 1)).isCloseTo(logFactorial, within(1e-13 * logFactorial + 1e-13));
        }
        // Stirling's series for a large argument.
        double x = 1e5 + 0.25;
        double stirling = (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + 1 / (12 * x);
        assertThat(SpecialFunctions.logGamma(x)).isCloseTo(stirling, within(1e-12 * stirling));
    }

    /** For a whole b, I_x(a, b) = x^a sum over j below b of (a)_j / j! (1 - x)^j. */
    @Test
    void ratioTailIsTheSumForWholeShapes() {
        for (double a : new double[] {0.3, 1, 7.5, 120, 3_000}) {
            for (int b = 1; b <= 6; b++) {
                for (double t : new double[] {1e-6, 0.01, 0.5, 1, 3, 40, 2e4}) {
                    double x = 1 / (1 + t);
                    double y = t / (1 + t);
                    double term = Math.exp(-a * Math.log1p(t));
                    double sum = 0;
                    for (int j = 0; j < b; j++) {
                        sum += term;
                        term *= (a + j) / (j + 1) * y;
                    }
                    assertThat(SpecialFunctions.ratioTail(a, b, SpecialFunctions.logBeta(a, b), 2.5, 2.5 * t))
                            .as("a %s b %s x %s", a, b, x)
                            .isCloseTo(sum, within(1e-11 * sum + 1e-300));
                }
            }
        }
    }

    /** For a whole a, Q(a, x) = e^-x sum over j below a of x^j / j!. */
    @Test
    void gammaTailIsTheSumForWholeShapes() {
        for (int a = 1; a <= 40; a++) {
            for (double x : new double[] {1e-5, 0.3, 1, 5, 39, 41, 200}) {
                double term = Math.exp(-x);
                double sum = 0;
                for (int j = 0; j < a; j++) {
                    sum += term;
                    term *= x / (j + 1);
                }
                assertThat(SpecialFunctions.gammaTail(a, x))
                        .as("a %s x %s", a, x)
                        .isCloseTo(sum, within(1e-12 + 1e-11 * sum));
            }
        }
    }

    @Test
    void tailsStayProbabilitiesFarOut() {
        double[] far = {0, 1e-300, 1e-12, 1, 1e12, 1e300, Double.POSITIVE_INFINITY};
        for (double shape : new double[] {0.05, 1, 200, 2e6}) {
            for (double t : far) {
                assertThat(SpecialFunctions.gammaTail(shape, t)).isBetween(0.0, 1.0);
                if (t < 1e300) {
                    assertThat(SpecialFunctions.ratioTail(shape, 200, SpecialFunctions.logBeta(shape, 200), 3, t))
                            .isBetween(0.0, 1.0);
                }
            }
        }
    }
}
