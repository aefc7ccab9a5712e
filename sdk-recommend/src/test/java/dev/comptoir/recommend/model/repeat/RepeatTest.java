package dev.comptoir.recommend.model.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatTest {
    private static final long DAY = 86_400_000L;
    private static final long SEED = 17;

    @Test
    void everyTwentyEightDaysLastTwentySixDaysAgo() {
        Histories.Builder rows = Histories.builder(2);
        for (int user = 0; user < 40; user++) {
            for (int k = 0; k < 5; k++) {
                rows.basket((user + 28L * k) * DAY, 0);
            }
            rows.endUser();
        }
        RepeatScorer scorer = train(Dataset.of(rows.build()));
        long last = 500 * DAY;
        History user = History.of(
                last + 26 * DAY, new long[] {last - 56 * DAY, last - 28 * DAY, last}, new int[][] {{0}, {0, 1}, {0}});

        Rhythm rhythm = Objects.requireNonNull(scorer.rhythm(user, 0));

        assertThat(rhythm.purchases()).isEqualTo(3);
        assertThat(rhythm.meanIntervalDays().getAsDouble()).isCloseTo(28, within(1e-9));
        assertThat(rhythm.daysSinceLast()).isCloseTo(26, within(1e-9));
        // 160 intervals of 28 days and 10 of the month that is assumed before anything is known.
        assertThat(rhythm.intervalDays()).isBetween(28.0, 28.2);
        assertThat(Duration.between(Instant.ofEpochMilli(last), rhythm.due()).toHours())
                .isBetween(28L * 24, 28L * 24 + 5);
        // Somebody with 3 purchases: all 40 users had more. Shrunk by 10 to the shop's, which is 40 of 40 shrunk by 10
        // to 1/2.
        double shop = (40 + 10 * 0.5) / (40 + 10);
        assertThat(rhythm.rebuyProbability()).isCloseTo((40 + 10 * shop) / 50, within(1e-6));
        assertThat(Objects.requireNonNull(scorer.rhythm(user, 1)).meanIntervalDays())
                .isEmpty();
        assertThat(scorer.rhythm(History.empty(0), 0)).isNull();
    }

    @Test
    void theScoreRisesTowardsTheDueDate() {
        RepeatScorer scorer = train(simulated(Math.log(30), 0.3));
        double[] at = new double[3];
        for (int k = 0; k < 3; k++) {
            long now = (60 + new int[] {3, 15, 30}[k]) * DAY;
            History user = History.of(now, new long[] {0, 30 * DAY, 60 * DAY}, new int[][] {{0}, {0}, {0}});
            float[] scores = new float[2];
            scorer.score(user, scores);
            at[k] = scores[0];
        }
        assertThat(at[0]).isLessThan(at[1]);
        assertThat(at[1]).isLessThan(at[2]);
    }

    @Test
    void theDistributionOfIntervalsIsFoundAgain() {
        Dataset data = simulated(Math.log(20), 0.4);

        Interval interval = ItemRhythms.of(data, 10).interval(0);

        assertThat(interval.mean()).as("seed %d", SEED).isCloseTo(Math.log(20), within(0.05));
        assertThat(interval.deviation()).as("seed %d", SEED).isCloseTo(0.4, within(0.05));
        assertThat(interval.regular()).as("seed %d", SEED).isCloseTo(0.9545, within(0.02));
    }

    @Test
    void momentsAreShrunkFromItemToCategoryToShop() {
        // Item 0: two intervals of 10 days; item 1: one of 40; both in one category; item 2 elsewhere, never bought.
        Histories rows = Histories.builder(3)
                .basket(0, 0)
                .basket(10 * DAY, 0)
                .basket(20 * DAY, 0)
                .endUser()
                .basket(0, 1)
                .basket(40 * DAY, 1)
                .endUser()
                .build();
        ItemRhythms rhythms = ItemRhythms.of(
                new Dataset(rows, ItemFeatures.of(Arrays.asList(null, null, null), Arrays.asList("a", "a", null))), 2);

        double sum = 2 * Math.log(10) + Math.log(40);
        double shop = (sum + 2 * Math.log(30)) / 5;
        double category = (sum + 2 * shop) / 5;
        assertThat(rhythms.interval(0).mean()).isCloseTo((2 * Math.log(10) + 2 * category) / 4, within(1e-12));
        assertThat(rhythms.interval(1).mean()).isCloseTo((Math.log(40) + 2 * category) / 3, within(1e-12));
        assertThat(rhythms.interval(2).mean()).isCloseTo(shop, within(1e-12));
        double shopVariance = (2 * Math.pow(Math.log(10) - shop, 2) + Math.pow(Math.log(40) - shop, 2) + 2) / 5;
        assertThat(rhythms.interval(2).deviation()).isCloseTo(Math.sqrt(shopVariance), within(1e-9));
        // Buyers of one purchase: 2, both came back; the shop's figure is (2 + 1) / (2 + 2).
        assertThat(rhythms.ever(2, 1)).isCloseTo(0.75, within(1e-6));
        assertThat(rhythms.ever(0, 1)).isCloseTo((1 + 2 * (2 + 1.5) / 4) / 3, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"-3, .9986501", "-1, .8413447", "0, .5", "1.959964, .025", "4, 3.167124e-5"})
    void tailsOfTheNormal(double z, double expected) {
        assertThat(Interval.upperTail(z)).isCloseTo(expected, within(2e-7));
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "30, 1", "45, .7", "90, .2", "12, 0"})
    void theHazardIsTheRateAtWhichTheSurvivorsEnd(double days, double regular) {
        Interval interval = new Interval(Math.log(30), 0.5, regular);
        double step = 0.05;
        double before = survival(interval, days - step);
        double after = survival(interval, days + step);

        assertThat(interval.hazard(days)).isCloseTo(Math.log(before / after) / (2 * step), within(2e-4));
    }

    @Test
    void withoutTimesFrequencyAndRecencyAreLeft() {
        Histories.Builder rows = Histories.builder(3);
        for (int user = 0; user < 20; user++) {
            rows.basket(0, 0, 1, 2).basket(0, 0, 1, 2).basket(0, 0, 1, 2).endUser();
        }
        RepeatScorer scorer =
                RepeatAlgorithm.standard().withHalfLifeBaskets(1).train(Dataset.of(rows.build()), Tiles.sequential());
        float[] scores = new float[3];
        // Weights 1/4, 1/2 and 1; all are rebought alike after one purchase.
        History user = History.of(0, new long[3], new int[][] {{0}, {1}, {2}});

        scorer.score(user, scores);

        assertThat(scores[1] / scores[0]).isCloseTo(2, within(1e-5f));
        assertThat(scores[2] / scores[0]).isCloseTo(4, within(1e-5f));
        assertThat(scorer.rhythm(user, 0)).isNull();
    }

    @Test
    void badSettingsAreRefused() {
        RepeatAlgorithm fine = RepeatAlgorithm.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.withDueWeight(2))
                .withMessage("The weight of being due is 2.0, but must lie between 0 and 1.");
        assertThatIllegalArgumentException().isThrownBy(() -> fine.withHalfLifeDays(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> fine.withHalfLifeBaskets(0));
        assertThatIllegalArgumentException().isThrownBy(() -> fine.withPriors(0, 1));
    }

    /** The regular share by a fine sum of the density, and the exponential. */
    private static double survival(Interval interval, double days) {
        double below = 0;
        int steps = 200_000;
        double width = days / steps;
        for (int k = 0; k < steps; k++) {
            double t = (k + 0.5) * width;
            double z = (Math.log(t) - interval.mean()) / interval.deviation();
            below += width * Math.exp(-z * z / 2) / (Math.sqrt(2 * Math.PI) * interval.deviation() * t);
        }
        return interval.regular() * (1 - below) + (1 - interval.regular()) * Math.exp(-days / interval.medianDays());
    }

    private static Dataset simulated(double mean, double deviation) {
        Random random = new Random(SEED);
        Histories.Builder rows = Histories.builder(2);
        for (int user = 0; user < 200; user++) {
            double at = 0;
            for (int k = 0; k < 8; k++) {
                rows.basket((long) (at * DAY), 0);
                at += Math.exp(mean + deviation * random.nextGaussian());
            }
            rows.endUser();
        }
        return Dataset.of(rows.build());
    }

    private static RepeatScorer train(Dataset data) {
        return RepeatAlgorithm.standard().train(data, Tiles.sequential());
    }
}
