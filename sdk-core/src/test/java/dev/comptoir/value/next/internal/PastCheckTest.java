package dev.comptoir.value.next.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.value.next.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PastCheckTest {
    private static final long SEED = 20261124;

    /** Outcomes whose logit is level + 2 * logit of what was said, with another level in every window. */
    @Test
    void theSlopeIsLearntAndTheMeanIsKept() {
        System.out.println("seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        List<PastWindow> windows = new ArrayList<>();
        for (double level : new double[] {-0.8, 0.3, 0.9}) {
            PastWindow window = new PastWindow(20_000, 1);
            for (int i = 0; i < 20_000; i++) {
                double z = random.nextDouble(-3, 1.5);
                window.predicted[i] = 1 / (1 + Math.exp(-z));
                window.happened[i] = random.nextDouble() < 1 / (1 + Math.exp(-level - 2 * z));
            }
            windows.add(window);
        }

        LogitMap map = LogitMap.fit(windows);

        assertThat(map.slope()).isCloseTo(2, within(0.05));
        double before = 0;
        double after = 0;
        for (PastWindow window : windows) {
            for (double p : window.predicted) {
                before += p;
                after += map.apply(p);
            }
        }
        assertThat(after).isCloseTo(before, within(1e-6 * before));
        assertThat(windows.get(0).mapped(map).gainOver(windows.get(0))).isPositive();
    }

    @Test
    void aMapKeepsTheOrderAndTheEnds() {
        LogitMap map = new LogitMap(-0.4, 1.7);
        assertThat(map.apply(0)).isZero();
        assertThat(map.apply(1)).isOne();
        // logit .5 = 0, so that the intercept alone is left: 1 / (1 + e^.4).
        assertThat(map.apply(0.5)).isCloseTo(1 / (1 + Math.exp(0.4)), within(1e-15));
        double before = 0;
        for (double p = 1e-12; p < 1; p += 1e-3) {
            assertThat(map.apply(p)).isBetween(before, 1.0);
            before = map.apply(p);
        }
        assertThat(LogitMap.IDENTITY.apply(0.3)).isEqualTo(0.3);
    }

    /** Two bins: .05 and .15 said of one customer each, .25 and .25 of two; the first bought, and one of the last two. */
    @Test
    void theCalibrationErrorWorkedByHand() {
        double[] said = {0.05, 0.15, 0.25, 0.25};
        boolean[] came = {true, false, true, false};
        assertThat(Scores.calibrationError(said, came)).isCloseTo((0.95 + 0.15 + 0.5) / 4, within(1e-15));
        assertThat(Scores.logLoss(0.2, true)).isCloseTo(-Math.log(0.2), within(1e-15));
        assertThat(Scores.logLoss(0, true)).isCloseTo(-Math.log(1e-6), within(1e-12));
    }

    @Test
    void aShortPastIsNotProven() {
        SeriesSet.Builder set = new SeriesSet.Builder();
        for (int i = 0; i < 100; i++) {
            set.add("c" + i, new long[] {0, 10 + i % 5, 30}, new double[] {Double.NaN, Double.NaN, Double.NaN});
        }
        Habit habit = Habit.of(set.build(), 50);
        PastCheck check = PastCheck.of(habit.set(), 50, 0, habit.fit(), 7, 28);
        assertThat(check.calibration().status()).isEqualTo(Calibration.Status.UNCHECKED);
        assertThat(check.map()).isEqualTo(LogitMap.IDENTITY);
    }
}
