package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import dev.comptoir.value.internal.Hypergeometric;
import dev.comptoir.value.internal.LogGamma;
import dev.comptoir.value.internal.LogSum;
import dev.comptoir.value.internal.NegativeBinomial;
import dev.comptoir.value.internal.StagedPurchases;
import java.util.function.DoubleConsumer;

/*
 * One process behind four models. While alive, a customer goes through Erlang stages at a rate L ~ Gamma(r, alpha); every k-th
 * stage ends in a purchase. After each purchase (modified: the first one too) the customer leaves with probability
 * p ~ Beta(a, b).
 *
 *   BG/NBD      k = 1            Fader, Hardie, Lee, Marketing Science 24 (2005)
 *   MBG/NBD     k = 1, modified  Batislam, Denizel, Filiztekin, IJRM 24 (2007); Hoppe, Wagner, Marketing JRM 29 (2007)
 *   (M)BG/CNBD-k                 Platzer (2016); Reutterer, Platzer, Schroeder, IJRM 38 (2021)
 *
 * With y = x + (modified ? 1 : 0) survived chances to leave, the likelihood is the sum of
 *   alive: G(r+kx)/G(r) alpha^r (alpha+T)^-(r+kx)  B(a, b+y)/B(a,b) S2
 *   gone:  G(r+kx)/G(r) alpha^r (alpha+t_x)^-(r+kx) B(a+1, b+y-1)/B(a,b)      (y > 0)
 * times exp((k-1) sum ln(intervals)) / (k-1)!^x, where S2 = sum_{j<k} (r+kx)_j ((T-t_x)/(alpha+T))^j / j!; its j-th part is
 * the weight of the stage j in which a customer who is alive stands at T. Given alive and j, L ~ Gamma(r+kx+j, alpha+T) and
 * p ~ Beta(a, b+y), independent. Hence the future is the same kind of process, and the number N of further purchases has
 *   P(N >= n) = P(at least nk stages are reached) * prod_{i<n-1} (b+y+i)/(a+b+y+i),
 * which is exact also for k > 1; published implementations approximate the mean there.
 */
record BetaGeometric(boolean modified, int k, double r, double alpha, double a, double b) implements PurchaseProcess {
    private static final int MAX_STAGES = 20_000;
    private static final double NEGLIGIBLE = 1e-14;

    @Override
    public double logLikelihood(PurchaseHistory history) {
        int x = history.frequency();
        double shape = r + (double) k * x;
        double head = LogGamma.of(shape)
                - LogGamma.of(r)
                + r * Math.log(alpha)
                + LogGamma.beta(a, survived(b, x))
                - LogGamma.beta(a, b);
        double regularity = k == 1 ? 0 : (k - 1) * history.logIntervals() - x * LogGamma.of(k);
        return head + regularity + body(x, history.recency(), history.age(), shape);
    }

    /** The part of the logarithm that depends on the times. */
    private double body(int x, double recency, double age, double shape) {
        double alive = -shape * Math.log(alpha + age) + Math.log(stageSum(shape, recency, age));
        double left = survived(b, x) - 1;
        if (x == 0 && !modified) {
            return alive;
        }
        return LogSum.of(alive, Math.log(a / left) - shape * Math.log(alpha + recency));
    }

    /** The log-likelihood of many, what depends on the frequency alone computed once for each. */
    double logLikelihood(GroupedHistories groups) {
        double sum = 0;
        double head = 0;
        double fixed = r * Math.log(alpha) - LogGamma.of(r) - LogGamma.beta(a, b);
        int headOf = -1;
        for (int i = 0; i < groups.size(); i++) {
            int x = groups.frequency(i);
            double shape = r + (double) k * x;
            if (x != headOf) {
                head = fixed + LogGamma.of(shape) + LogGamma.beta(a, survived(b, x));
                headOf = x;
            }
            sum += groups.weight(i) * (head + body(x, groups.recency(i), groups.age(i), shape));
        }
        return k == 1 ? sum : sum + (k - 1) * groups.logIntervals() - groups.purchases() * LogGamma.of(k);
    }

    @Override
    public double probabilityAlive(int x, double recency, double age) {
        if (x == 0 && !modified) {
            return 1;
        }
        double shape = r + (double) k * x;
        double gone = Math.log(a / (survived(b, x) - 1)) + shape * Math.log((alpha + age) / (alpha + recency));
        return LogSum.shareAgainst(k == 1 ? gone : gone - Math.log(stageSum(shape, recency, age)));
    }

    @Override
    public double expectedIfAlive(int x, double recency, double age, double horizon) {
        double shape = r + (double) k * x;
        double rate = alpha + age;
        double surviving = survived(b, x);
        int stages = k == 1 ? MAX_STAGES : NegativeBinomial.reach(shape + k, rate, horizon, MAX_STAGES);
        if (stages == MAX_STAGES) {
            // For k > 1 this counts stages in fractions of purchases, which so many of them forgive.
            return Hypergeometric.endingProcessMean(shape, k * rate, a, surviving, horizon);
        }
        double quick = StagedPurchases.mean(
                shape, rate, age - recency, stageSum(shape, recency, age), k, a, surviving, horizon, stages);
        return quick < Double.POSITIVE_INFINITY
                ? quick
                : meanOf(stagesReached(shape, recency, age, horizon, stages + k), surviving);
    }

    private double meanOf(double[] reached, double surviving) {
        double atLeast = 1;
        double staying = 1;
        double mean = 0;
        for (int n = 1; n * k < reached.length; n++) {
            for (int m = (n - 1) * k; m < n * k; m++) {
                atLeast -= reached[m];
            }
            if (atLeast < NEGLIGIBLE) {
                break;
            }
            mean += staying * atLeast;
            staying *= (surviving + n - 1) / (a + surviving + n - 1);
        }
        return mean;
    }

    @Override
    public double[] distribution(PurchaseHistory history, double horizon, int max) {
        int x = history.frequency();
        double shape = r + (double) k * x;
        double alive = probabilityAlive(x, history.recency(), history.age());
        double surviving = survived(b, x);
        int needed = Math.max(
                (max + 2) * k, NegativeBinomial.reach(shape + k, alpha + history.age(), horizon, MAX_STAGES) + k);
        double[] reached = stagesReached(shape, history.recency(), history.age(), horizon, needed);
        double[] exactly = new double[max + 1];
        double beyond = 0;
        for (int m = reached.length - 1; m >= (max + 1) * k; m--) {
            beyond += reached[m];
        }
        double[] stays = new double[max + 2];
        stays[0] = 1;
        for (int n = 0; n <= max; n++) {
            stays[n + 1] = stays[n] * (surviving + n) / (a + surviving + n);
        }
        for (int n = max; n >= 0; n--) {
            double here = 0;
            for (int m = n * k; m < (n + 1) * k; m++) {
                here += reached[m];
            }
            exactly[n] = alive * (n == 0 ? here : stays[n - 1] * here + beyond * (stays[n - 1] - stays[n]));
            beyond += here;
        }
        exactly[0] += 1 - alive;
        return exactly;
    }

    @Override
    public void simulateAlive(PurchaseHistory history, double horizon, Draws draws, DoubleConsumer purchases) {
        double shape = r + (double) k * history.frequency();
        int stage = drawStage(shape, history.recency(), history.age(), draws);
        double rate = draws.gamma(shape + stage) / (alpha + history.age());
        double leaving = draws.beta(a, survived(b, history.frequency()));
        double time = 0;
        int missing = k - stage;
        for (int i = 0; i < MAX_SIMULATED; i++) {
            time += (missing == 1 ? draws.exponential() : draws.gamma(missing)) / rate;
            if (!(time <= horizon)) {
                return;
            }
            purchases.accept(time);
            if (draws.uniform() < leaving) {
                return;
            }
            missing = k;
        }
    }

    private int drawStage(double shape, double recency, double age, Draws draws) {
        if (k == 1) {
            return 0;
        }
        double left = draws.uniform() * stageSum(shape, recency, age);
        double ratio = (age - recency) / (alpha + age);
        double weight = 1;
        for (int j = 0; j < k - 1; j++) {
            left -= weight;
            if (left < 0) {
                return j;
            }
            weight *= (shape + j) * ratio / (j + 1);
        }
        return k - 1;
    }

    /** The probabilities that 0, 1, ... stages, counted from the last purchase, are reached by the end of the horizon. */
    private double[] stagesReached(double shape, double recency, double age, double horizon, int size) {
        double[] reached = new double[size];
        double sum = k == 1 ? 1 : stageSum(shape, recency, age);
        double ratio = (age - recency) / (alpha + age);
        double weight = 1;
        for (int j = 0; j < k && j < size; j++) {
            NegativeBinomial.add(shape + j, alpha + age, horizon, weight / sum, reached, j);
            weight *= (shape + j) * ratio / (j + 1);
        }
        return reached;
    }

    private double stageSum(double shape, double recency, double age) {
        double sum = 1;
        double ratio = (age - recency) / (alpha + age);
        double weight = 1;
        for (int j = 1; j < k; j++) {
            weight *= (shape + j - 1) * ratio / j;
            sum += weight;
        }
        return sum;
    }

    private double survived(double from, int x) {
        return from + (modified ? x + 1 : x);
    }
}
