package dev.comptoir.recommend.model.ials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstFactorsTest {
    /** Quantiles from tables of the normal distribution. */
    @ParameterizedTest
    @CsvSource({
        ".5, 0",
        ".975, 1.959963985",
        ".025, -1.959963985",
        ".99, 2.326347874",
        ".001, -3.090232306",
        ".999999, 4.753424309",
        ".7, .524400513"
    })
    void quantilesAreThoseOfTables(double share, double quantile) {
        assertThat(FirstFactors.normal(share)).isCloseTo(quantile, within(1e-8));
    }

    @Test
    void meanAndDeviationAreThePapers() {
        FirstFactors first = new FirstFactors(3, 16);
        float[] row = new float[16];
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int user = 0; user < 5000; user++) {
            first.fill(user, row);
            for (float value : row) {
                sum += value;
                squares += value * value;
                count++;
            }
        }
        double deviation = 0.1 / 4;
        assertThat(sum / count).isCloseTo(0, within(4 * deviation / Math.sqrt(count)));
        assertThat(Math.sqrt(squares / count)).isCloseTo(deviation, within(4 * deviation / Math.sqrt(2 * count)));
    }

    @Test
    void aRowDependsOnSeedAndNumberOnly() {
        float[] alone = new float[5];
        float[] after = new float[5];
        new FirstFactors(9, 5).fill(1234, alone);
        FirstFactors first = new FirstFactors(9, 5);
        first.fill(7, after);
        first.fill(1234, after);
        assertThat(after).containsExactly(alone);

        new FirstFactors(10, 5).fill(1234, after);
        assertThat(after).isNotEqualTo(alone);
    }
}
