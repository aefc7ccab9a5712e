package dev.comptoir.recommend.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final long SEED = 20261124;
    private static final Tiles ONE = Tiles.sequential();

    private static Sample independent(double... values) {
        return Sample.of(values, IntStream.range(0, values.length).toArray(), new int[values.length]);
    }

    @Test
    void theStandardErrorIsThatOfTheMean() {
        Interval interval = Bootstrap.interval(independent(1, 2, 3, 4), SEED, ONE);

        assertThat(interval.mean()).isEqualTo(2.5);
        // Variance 5/3, over 4 units.
        assertThat(interval.standardError()).isCloseTo(Math.sqrt(5 / 12.0), within(1e-15));
        assertThat(interval.units()).isEqualTo(4);
        assertThat(Bootstrap.interval(independent(1), SEED, ONE).standardError())
                .isNaN();
    }

    @Test
    void questionsOfOneCustomerAreDrawnTogether() {
        // Ten customers with 100 questions each, all alike: ten values are known, not a thousand.
        double[] values = IntStream.range(0, 1000).mapToDouble(q -> q / 100 % 2).toArray();
        int[] units = IntStream.range(0, 1000).map(q -> q / 100).toArray();

        Interval clustered = Bootstrap.interval(Sample.of(values, units, new int[1000]), SEED, ONE);

        // Ten values of 0 or 1, half each: sqrt(.25 * 10 / 9 / 10).
        assertThat(clustered.standardError()).isCloseTo(Math.sqrt(.25 / 9), within(1e-12));
        assertThat(clustered.upper() - clustered.lower()).isGreaterThan(.5);
    }

    @Test
    void valuesThatDoNotApplyArePassedOver() {
        Sample sample = Sample.of(new double[] {1, Double.NaN, 3}, new int[] {1, 2, 3}, new int[3]);

        assertThat(sample.mean()).isEqualTo(2);
        assertThat(sample.units()).isEqualTo(2);
        Interval none = Bootstrap.interval(independent(Double.NaN), SEED, ONE);
        assertThat(none.mean()).isNaN();
        assertThat(none.units()).isZero();
        assertThat(SignFlip.pValue(independent(Double.NaN), 100, SEED, ONE)).isEqualTo(1);
    }

    /** 95 % intervals of a skewed mean, customers with 1 to 6 questions: about 19 of 20 hold the true mean. */
    @Test
    void theIntervalCoversAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(SEED);
        int covered = 0;
        int studies = 400;
        for (int study = 0; study < studies; study++) {
            double[] values = new double[600];
            int[] units = new int[600];
            int questions = 0;
            for (int unit = 0; unit < 150; unit++) {
                double taste = random.nextDouble() * random.nextDouble();
                for (int q = 1 + random.nextInt(6); q > 0 && questions < 600; q--) {
                    values[questions] = random.nextDouble() < taste ? 1 : 0;
                    units[questions++] = unit;
                }
            }
            Interval interval = Bootstrap.interval(
                    Sample.of(Arrays.copyOf(values, questions), Arrays.copyOf(units, questions), new int[questions]),
                    400,
                    study,
                    ONE);
            covered += interval.lower() <= .25 && .25 <= interval.upper() ? 1 : 0;
        }

        // 1.1 % is the standard error of a share of .95 in 400.
        assertThat((double) covered / studies).as("seed %d", SEED).isBetween(.91, .98);
    }

    @Test
    void windowsThatDifferWidenTheInterval() {
        int[] units = IntStream.range(0, 400).map(q -> q % 100).toArray();
        int[] windows = IntStream.range(0, 400).map(q -> q / 100).toArray();

        double[] values = IntStream.of(windows).mapToDouble(w -> w * .1).toArray();

        Interval rolling = Bootstrap.interval(Sample.of(values, units, windows), SEED, ONE);

        // All customers of a window are alike: only the four windows are left, sd .1118 / sqrt(4).
        assertThat(rolling.mean()).isCloseTo(.15, within(1e-12));
        assertThat(rolling.standardError()).isCloseTo(.0559, within(.003));
        assertThat(rolling.units()).isEqualTo(100);
    }

    @Test
    void threadsDoNotShow() {
        SplittableRandom random = new SplittableRandom(SEED);
        Sample sample = independent(random.doubles(333).toArray());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Comparison one = Comparison.of(sample, SEED, ONE);
            assertThat(Comparison.of(sample, SEED, Tiles.on(pool, 8))).isEqualTo(one);
            assertThat(Comparison.of(sample, SEED + 1, ONE)).isNotEqualTo(one);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void signsAreFlippedAsWorkedByHand() {
        // |1 + 2 + 3| = 6 comes up with all signs equal: 2 of 8 ways.
        assertThat(SignFlip.pValue(independent(1, 2, 3), 40_000, SEED, ONE)).isCloseTo(.25, within(.01));
        // |1 + 1 - 1| = 1 is the least there is: always as large.
        assertThat(SignFlip.pValue(independent(1, 1, -1), 100, SEED, ONE)).isEqualTo(1);
        assertThat(SignFlip.pValue(independent(0, 0), 100, SEED, ONE)).isEqualTo(1);
        double[] better = new double[60];
        Arrays.fill(better, .1);
        assertThat(SignFlip.pValue(independent(better), 10_000, SEED, ONE)).isEqualTo(1 / 10_001.0);
    }

    /** Where no model is better, one test in twenty says so at .05. */
    @Test
    void thePermutationTestErrsAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(SEED);
        int wrong = 0;
        for (int study = 0; study < 500; study++) {
            double[] differences = random.doubles(40, -1, 1).toArray();
            wrong += SignFlip.pValue(independent(differences), 400, study, ONE) <= .05 ? 1 : 0;
        }
        assertThat(wrong / 500.0).as("seed %d", SEED).isBetween(.02, .08);
    }

    @Test
    void holmMultipliesTheSmallestByAllAndNeverFalls() {
        // From the smallest on: .01 * 4 = .04; .02 * 3 = .06; .03 * 2 = .06; .04 * 1, but never below .06.
        assertThat(Holm.adjust(.01, .04, .03, .02)).containsExactly(new double[] {.04, .06, .06, .06}, within(1e-15));
        assertThat(Holm.adjust(.9, .8)).containsExactly(1, 1);
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test
    void theDetectableDifferenceIsTwoPointEightErrors() {
        Comparison comparison = Comparison.of(independent(1, 2, 3, 4), SEED, ONE);

        assertThat(comparison.detectable()).isCloseTo(2.8 * Math.sqrt(5 / 12.0), within(1e-12));
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.of(new double[2], new int[1], new int[2]))
                .withMessageContaining("2 values, 1 units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.interval(independent(1, 2), 10, SEED, ONE))
                .withMessageContaining("10");
    }
}
