package dev.comptoir.assist.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskMonitorTest {
    private static final Target FIVE = Target.wrongAtMost(0.05);

    @Test
    void theFirstReplyByHand() {
        // Six bets share 1/2 of the stake after one reply; 1/2 is not laid out yet.
        // Rates bet on: .075, .1, .15, .25, .5 and .525; a wrong reply multiplies by q / .05, a right one by (1 - q) /
        // .95.
        double wrong = 0.5 + (1.5 + 2 + 3 + 5 + 10 + 10.5) / 12;
        double right = 0.5 + (0.925 + 0.9 + 0.85 + 0.75 + 0.5 + 0.475) / 0.95 / 12;

        assertThat(RiskMonitor.start(FIVE).evidence()).isEqualTo(1);
        assertThat(RiskMonitor.start(FIVE).after(false).evidence()).isCloseTo(wrong, within(1e-12));
        assertThat(RiskMonitor.start(FIVE).after(true).evidence()).isCloseTo(right, within(1e-12));
    }

    @Test
    void underTheCertifiedRateEvidenceIsNotExpectedToGrow() {
        RiskMonitor monitor = RiskMonitor.start(FIVE);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            double expected = 0.05 * monitor.after(false).evidence()
                    + 0.95 * monitor.after(true).evidence();
            assertThat(expected).isCloseTo(monitor.evidence(), within(1e-9 * monitor.evidence()));
            monitor = monitor.after(random.nextDouble() >= 0.05);
        }
    }

    @Test
    void allRightNeverAlarmsAndAllWrongDoesSoon() {
        RiskMonitor right = RiskMonitor.start(FIVE);
        for (int i = 0; i < 100_000; i++) {
            right = right.after(true);
            assertThat(right.evidence()).isPositive().isFinite();
        }
        assertThat(right.isAlarmed()).isFalse();

        RiskMonitor wrong = RiskMonitor.start(FIVE);
        for (int i = 0; i < 5; i++) {
            wrong = wrong.after(false);
        }
        assertThat(wrong.isAlarmed()).isTrue();
        for (int i = 0; i < 10_000; i++) {
            wrong = wrong.after(false);
        }
        assertThat(wrong.evidence()).isFinite();
        assertThat(wrong.after(true).isAlarmed()).as("an alarm stays").isTrue();
    }

    @Test
    void itsStateSurvivesARestart() {
        RiskMonitor monitor = RiskMonitor.start(FIVE);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 200; i++) {
            boolean correct = random.nextDouble() >= 0.1;
            RiskMonitor restored = RiskMonitor.restore(monitor.state());
            assertThat(restored.after(correct).evidence())
                    .isEqualTo(monitor.after(correct).evidence());
            monitor = restored.after(correct);
        }
        assertThat(monitor.replies()).isEqualTo(200);
        assertThat(RiskMonitor.restore(monitor.state()).errors()).isEqualTo(monitor.errors());
        assertThat(RiskMonitor.restore(monitor.state()).isAlarmed()).isEqualTo(monitor.isAlarmed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2 0.05 0.05 0 0 false 0 0 0 0 0 0",
                "1 0.05 0.05 0 1 false 0 0 0 0 0 0",
                "1 NaN 0.05 0 0 false 0 0 0 0 0 0",
                "1 0.05 0.05 0 0 false NaN 0 0 0 0 0",
                "1 0.05 0.05 0 0 false -1 0 0 0 0 0",
                "1 0.05 0.05 x 0 false 0 0 0 0 0 0"
            })
    void whatIsNoStateIsRefused(String state) {
        assertThatThrownBy(() -> RiskMonitor.restore(state)).isInstanceOf(IllegalArgumentException.class);
    }

    /** 1,000 merchants whose assistants are wrong exactly as often as certified; each watched for 3,000 replies. */
    @Test
    void falseAlarmsAreAsRareAsPromised() {
        long seed = 20_261_124;
        int runs = Boolean.getBoolean("comptoir.long") ? 20_000 : 1_000;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            alarms += firstAlarm(new SplittableRandom(seed + run), FIVE, 0.05, 0, 0.05, 3_000) > 0 ? 1 : 0;
        }
        double share = (double) alarms / runs;
        System.out.printf("risk monitor, seed %d: %d of %d false alarms (%.3f)%n", seed, alarms, runs, share);
        // Three standard errors beside the promise.
        assertThat(share).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / runs));
        assertThat(alarms).as("a monitor that never alarms would prove nothing").isPositive();
    }

    /** Half the certified rate for 500 replies, then drift. */
    @Test
    void driftIsNoticed() {
        long seed = 42;
        for (double drift : new double[] {0.1, 0.15, 0.2, 0.3, 0.5}) {
            long[] delays = new long[200];
            for (int run = 0; run < delays.length; run++) {
                long alarm = firstAlarm(new SplittableRandom(seed + run), FIVE, 0.025, 500, drift, 10_000);
                delays[run] = alarm == 0 ? Long.MAX_VALUE : alarm - 500;
            }
            Arrays.sort(delays);
            System.out.printf(
                    "risk monitor, seed %d, 5 %% certified, %.0f %% wrong after 500 replies: noticed after %d (median), %d (p90)%n",
                    seed, 100 * drift, delays[100], delays[180]);
            assertThat(delays[100]).isLessThan(drift < 0.15 ? 1_500 : drift < 0.3 ? 400 : 100);
        }
    }

    /** The reply at which the alarm comes; 0 for never. */
    private static long firstAlarm(
            SplittableRandom random, Target target, double before, int until, double after, int max) {
        RiskMonitor monitor = RiskMonitor.start(target);
        for (int i = 0; i < max; i++) {
            monitor = monitor.after(random.nextDouble() >= (i < until ? before : after));
            if (monitor.isAlarmed()) {
                return i + 1L;
            }
        }
        return 0;
    }
}
