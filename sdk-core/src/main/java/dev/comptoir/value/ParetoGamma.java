package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import dev.comptoir.value.internal.Hypergeometric;
import dev.comptoir.value.internal.LogGamma;
import dev.comptoir.value.internal.LogSum;
import dev.comptoir.value.internal.NegativeBinomial;
import dev.comptoir.value.internal.Quadrature;
import java.util.function.DoubleConsumer;

/*
 * Purchases at a rate L ~ Gamma(r, alpha) during a lifetime that is exponential with a rate M ~ Gamma(s, beta): Schmittlein,
 * Morrison, Colombo, Management Science 33 (1987); likelihood after Fader and Hardie's note of 2005.
 *
 *   L = G(r+x)/G(r) alpha^r beta^s [ (alpha+T)^-(r+x) (beta+T)^-s + s/w (A(t_x) - A(T)) ],   w = r+s+x,
 *   A(y) = (H+y)^-w 2F1(w, B; w+1; |alpha-beta|/(H+y)),   H = max(alpha, beta),   B = alpha < beta ? r+x : s+1.
 *
 * 2F1(w, B; w+1; z) diverges near z = 1: A is computed in logarithms, by a continued fraction that never cancels.
 *
 * Given alive at T, L ~ Gamma(r+x, alpha+T) and M ~ Gamma(s, beta+T), independent: the future is the same kind of process.
 */
record ParetoGamma(double r, double alpha, double s, double beta) implements PurchaseProcess {
    private static final Quadrature LIFETIMES = new Quadrature(16, 4);

    @Override
    public double logLikelihood(PurchaseHistory history) {
        int x = history.frequency();
        return head(x) + body(x, history.recency(), history.age());
    }

    double logLikelihood(GroupedHistories groups) {
        double sum = 0;
        double head = 0;
        int headOf = -1;
        for (int i = 0; i < groups.size(); i++) {
            int x = groups.frequency(i);
            if (x != headOf) {
                head = head(x);
                headOf = x;
            }
            sum += groups.weight(i) * (head + body(x, groups.recency(i), groups.age(i)));
        }
        return sum;
    }

    private double head(int x) {
        return r * Math.log(alpha) + s * Math.log(beta) + LogGamma.of(r + x) - LogGamma.of(r);
    }

    private double body(int x, double recency, double age) {
        return LogSum.of(alive(x, age), gone(x, recency, age));
    }

    private double alive(int x, double age) {
        return -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
    }

    private double gone(int x, double recency, double age) {
        double early = integral(x, recency);
        double gap = integral(x, age) - early;
        // Rounding can leave nothing or less between two times that are nearly one.
        return gap < 0 ? Math.log(s / (r + s + x)) + early + Math.log(-Math.expm1(gap)) : Double.NEGATIVE_INFINITY;
    }

    /** ln A(y). */
    private double integral(int x, double y) {
        double second = alpha < beta ? r + x : s + 1;
        return Hypergeometric.logTail(Math.max(alpha, beta), Math.min(alpha, beta), second, r + s + x, y);
    }

    @Override
    public double probabilityAlive(int x, double recency, double age) {
        return LogSum.shareAgainst(gone(x, recency, age) - alive(x, age));
    }

    @Override
    public double expectedIfAlive(int x, double recency, double age, double horizon) {
        double log = -Math.log1p(horizon / (beta + age));
        double e = s - 1;
        double lived = Math.abs(e) < 1e-300 ? -log : -Math.expm1(e * log) / e;
        return (r + x) / (alpha + age) * (beta + age) * lived;
    }

    @Override
    public double[] distribution(PurchaseHistory history, double horizon, int max) {
        double alive = probabilityAlive(history.frequency(), history.recency(), history.age());
        double shape = r + history.frequency();
        double rate = alpha + history.age();
        double scale = beta + history.age();
        double[] exactly = new double[max + 1];
        double log = Math.log1p(horizon / scale);
        NegativeBinomial.add(shape, rate, horizon, alive * Math.exp(-s * log), exactly, 0);
        // The end of the lifetime, on the scale y = ln(1 + time / scale) on which its density is s e^(-s y).
        for (int i = 0; i < LIFETIMES.size(); i++) {
            double y = log * LIFETIMES.node(i);
            double weight = LIFETIMES.weight(i) * log * s * Math.exp(-s * y);
            NegativeBinomial.add(shape, rate, scale * Math.expm1(y), alive * weight, exactly, 0);
        }
        exactly[0] += 1 - alive;
        return exactly;
    }

    @Override
    public void simulateAlive(PurchaseHistory history, double horizon, Draws draws, DoubleConsumer purchases) {
        double rate = draws.gamma(r + history.frequency()) / (alpha + history.age());
        double leaving = draws.gamma(s) / (beta + history.age());
        double end = Math.min(horizon, draws.exponential() / leaving);
        double time = 0;
        for (int i = 0; i < MAX_SIMULATED; i++) {
            time += draws.exponential() / rate;
            if (!(time <= end)) {
                return;
            }
            purchases.accept(time);
        }
    }
}
