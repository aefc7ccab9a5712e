package dev.comptoir.assist.certify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Watches whether replies sent alone are still wrong at most at the certified rate. Immutable; constant cost. If they are, the
 * probability that it ever raises an alarm is at most the target's risk, however long it runs and whenever one looks.
 */
public final class RiskMonitor {
    /*
     * An e-process: evidence E that is expected not to grow while the error rate is at most alpha; by Ville's inequality it
     * ever reaches 1 / risk with probability risk at most (Waudby-Smith & Ramdas, JRSS B 86, 2024; Shafer, JRSS A 184, 2021).
     * One bet c multiplies its wealth by
     *
     *   1 + c * (error - alpha),   with c = (q - alpha) / (alpha * (1 - alpha)) that is q / alpha or (1 - q) / (1 - alpha),
     *
     * the likelihood ratio of the rate q against alpha. The single bet c = .5 / alpha, q = (1 + alpha) / 2, is fair too, but
     * halves its wealth with each right reply: at 5 % it grows only above 23 % errors, and after a good month it can hardly
     * be won any more. So six bets share the stake, q = 1.5, 2, 3, 5 and 10 alpha and that one; and the stake is laid out
     * over time, 1 / (t (t + 1)) of it from reply t on, so that drift is noticed however long all was well before:
     *
     *   wealth <- (wealth + 1 / (t (t + 1)) / 6) * factor,   E = sum of wealth + 1 / (t + 1), the stake not laid out yet.
     */
    private static final double[] MULTIPLES = {1.5, 2, 3, 5, 10};
    private static final int BETS = MULTIPLES.length + 1;
    private static final double ENOUGH = 1e100;

    private final double rate;
    private final double risk;
    private final long replies;
    private final long errors;
    private final boolean alarmed;
    private final double[] wealth;

    private RiskMonitor(double rate, double risk, long replies, long errors, boolean alarmed, double[] wealth) {
        this.rate = rate;
        this.risk = risk;
        this.replies = replies;
        this.errors = errors;
        this.alarmed = alarmed;
        this.wealth = wealth;
    }

    /** One that has seen nothing. */
    public static RiskMonitor start(Target target) {
        return new RiskMonitor(target.rate(), target.risk(), 0, 0, false, new double[BETS]);
    }

    /** After one more reply that was sent alone and then judged. An alarm stays. */
    public RiskMonitor after(boolean correct) {
        long t = replies + 1;
        double stake = 1.0 / t / (t + 1) / BETS;
        double[] next = new double[BETS];
        double sum = 1.0 / (t + 1);
        for (int i = 0; i < BETS; i++) {
            double q = bet(i);
            double factor = correct ? (1 - q) / (1 - rate) : q / rate;
            next[i] = Math.min(ENOUGH, (wealth[i] + stake) * factor);
            sum += next[i];
        }
        return new RiskMonitor(rate, risk, t, errors + (correct ? 0 : 1), alarmed || sum >= 1 / risk, next);
    }

    private double bet(int i) {
        double even = (1 + rate) / 2;
        return i < MULTIPLES.length ? Math.min(even, MULTIPLES[i] * rate) : even;
    }

    /** How strongly the replies speak against the certified rate: 1 at the start, an alarm from 1 / risk on. */
    public double evidence() {
        return Arrays.stream(wealth).sum() + 1.0 / (replies + 1);
    }

    /** Whether there was an alarm: the error rate is no longer what was certified. */
    public boolean isAlarmed() {
        return alarmed;
    }

    /** How many replies it has seen. */
    public long replies() {
        return replies;
    }

    /** How many of them were wrong. */
    public long errors() {
        return errors;
    }

    /** All it knows as one line, for {@link #restore}. */
    public String state() {
        List<String> parts = new ArrayList<>(List.of(
                "1",
                String.valueOf(rate),
                String.valueOf(risk),
                String.valueOf(replies),
                String.valueOf(errors),
                String.valueOf(alarmed)));
        Arrays.stream(wealth).mapToObj(String::valueOf).forEach(parts::add);
        return String.join(" ", parts);
    }

    /**
     * The monitor as it was.
     *
     * @throws IllegalArgumentException if the line is not a state
     */
    public static RiskMonitor restore(String state) {
        String[] parts = state.length() > 1_000 ? new String[0] : state.split(" ", -1);
        if (parts.length != 6 + BETS || !parts[0].equals("1")) {
            throw new IllegalArgumentException("The text is not the state of a risk monitor of this release.");
        }
        double[] wealth = new double[BETS];
        for (int i = 0; i < BETS; i++) {
            wealth[i] = Double.parseDouble(parts[6 + i]);
            if (!(wealth[i] >= 0 && wealth[i] <= ENOUGH)) {
                throw new IllegalArgumentException("The state of a risk monitor holds a wealth of " + wealth[i] + ".");
            }
        }
        double rate = Double.parseDouble(parts[1]);
        double risk = Double.parseDouble(parts[2]);
        Target.checkOpen("rate", rate);
        Target.checkOpen("risk", risk);
        long replies = Long.parseLong(parts[3]);
        long errors = Long.parseLong(parts[4]);
        if (errors < 0 || replies < errors) {
            throw new IllegalArgumentException(errors + " errors among " + replies + " replies cannot be.");
        }
        return new RiskMonitor(rate, risk, replies, errors, Boolean.parseBoolean(parts[5]), wealth);
    }
}
