package dev.comptoir.assist.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
    /** Golden: SciPy 1's beta.isf(risk, e + 1, n - e). */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.05, 0.95",
        "0, 59, 0.05, 0.0495076098882269",
        "0, 117, 0.0025, 0.049920010723067",
        "1, 20, 0.05, 0.216106164206847",
        "3, 100, 0.05, 0.0757107937498301",
        "10, 100, 0.025, 0.176222597740023",
        "5, 10, 0.025, 0.812913971552601",
        "9, 10, 0.05, 0.994883803108176",
        "40, 1000, 0.0025, 0.0606179802771682",
        "250, 100000, 0.0025, 0.0029769703021775",
        "12345, 1000000, 1e-06, 0.0128779170726816",
        "2, 3, 1e-09, 0.999999999666667",
        "0, 100000, 0.05, 2.9956874019428e-05"
    })
    void boundsAreThoseOfAnotherLibrary(int errors, int n, double risk, double expected) {
        assertThat(ClopperPearson.upper(errors, n, risk)).isCloseTo(expected, within(1e-9 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, .3, .3",
        "2, 5, .1, .114265",
        "50, 950, .06, .920943346098859",
        ".5, .5, .2, .2951672353008665",
        "1e5, 1e5, .501, .8144532554424423",
        "3, 4, 0, 0",
        "3, 4, 1, 1"
    })
    void theBetaFunctionIsThatOfAnotherLibrary(double a, double b, double x, double expected) {
        assertThat(IncompleteBeta.regularized(a, b, x)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void theBoundIsWhereTheTailOfTheBinomialEqualsTheRisk() {
        long seed = 20_261_124;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            int n = random.nextInt(1, 400);
            int errors = random.nextInt(0, n);
            double risk = random.nextDouble(1e-4, 0.5);
            double bound = ClopperPearson.upper(errors, n, risk);
            assertThat(tail(errors, n, bound))
                    .as("seed %d: %d of %d at %s", seed, errors, n, risk)
                    .isCloseTo(risk, within(1e-8));
        }
    }

    /** P(Binomial(n, p) <= errors), added up term by term. */
    private static double tail(int errors, int n, double p) {
        double sum = 0;
        double logChoose = 0;
        for (int k = 0; k <= errors; k++) {
            sum += Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p));
            logChoose += Math.log(n - k) - Math.log(k + 1);
        }
        return sum;
    }

    @Test
    void nothingSeenAndAllWrongBoundNothing() {
        assertThat(ClopperPearson.upper(0, 0, 0.05)).isEqualTo(1);
        assertThat(ClopperPearson.upper(7, 7, 0.05)).isEqualTo(1);
    }

    /** Recipe: ceil(ln(risk) / ln(1 - rate)). */
    @ParameterizedTest
    @CsvSource({".05, 59, 117", ".02, 149, 297", ".01, 299, 597"})
    void soManyRightRepliesAreNeededAtTheLeast(double rate, int single, int grid) {
        assertThat(Target.wrongAtMost(rate).atDeclaredThreshold(0.8).leastReplies())
                .isEqualTo(single);
        assertThat(Target.wrongAtMost(rate).leastReplies()).isEqualTo(grid);
        assertThat(ClopperPearson.upper(0, grid, 0.05 / 20)).isLessThanOrEqualTo(rate);
        assertThat(ClopperPearson.upper(0, grid - 1, 0.05 / 20)).isGreaterThan(rate);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> ClopperPearson.upper(3, 2, 0.05)).hasMessageContaining("3 errors among 2");
        assertThatThrownBy(() -> ClopperPearson.upper(-1, 2, 0.05)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClopperPearson.upper(0, 2, 0)).hasMessageContaining("risk is 0.0");
        assertThatThrownBy(() -> ClopperPearson.upper(0, 2, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Target.wrongAtMost(0)).hasMessageContaining("rate is 0.0");
        assertThatThrownBy(() -> Target.wrongAtMost(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Target.wrongAtMost(0.05).withConfidence(1)).hasMessageContaining("confidence");
        assertThatThrownBy(() -> Target.wrongAtMost(0.05).atDeclaredThreshold(Double.NaN))
                .hasMessageContaining("threshold is NaN");
    }
}
