package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import dev.comptoir.value.internal.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes the values of single customers. Immutable. */
final class Valuation {
    private final PurchaseEstimator purchases;
    private final Optional<SpendEstimator> spend;
    private final ValueTerms terms;
    private final List<ValueNotice> notices;
    private final long seed;

    Valuation(
            PurchaseEstimator purchases,
            Optional<SpendEstimator> spend,
            ValueTerms terms,
            List<ValueNotice> notices,
            long seed) {
        this.purchases = purchases;
        this.spend = spend;
        this.terms = terms;
        this.notices = notices;
        this.seed = seed;
    }

    CustomerValue of(PurchaseHistory history) {
        // The customer's own draws: a value depends neither on the order nor on the company in which it is asked for.
        Draws draws = new Draws(Draws.mix(seed, bits(history)));
        double[] alive = new double[LifetimeValue.DRAWS];
        double[] expected = new double[alive.length];
        double[] counts = new double[alive.length];
        double[] means = new double[alive.length];
        double[] values = new double[alive.length];
        for (int i = 0; i < alive.length; i++) {
            PurchaseEstimator drawn = purchases.drawn(i, history, draws);
            alive[i] = drawn.probabilityAlive(history);
            expected[i] = drawn.expectedPurchases(history, terms.horizonWeeks());
            Future future = new Future(i, history, draws);
            if (draws.uniform() < alive[i]) {
                drawn.simulateAlive(history, terms.horizonWeeks(), draws, future::purchase);
            }
            counts[i] = future.count;
            means[i] = future.mean;
            values[i] = future.value;
        }
        double mean = purchases.expectedPurchases(history, terms.horizonWeeks());
        Optional<Double> amount = spend.map(known -> known.expectedSpend(history));
        return new CustomerValue(
                estimate(purchases.probabilityAlive(history), alive),
                estimate(mean, expected),
                whole(estimate(mean, counts)),
                amount.map(known -> estimate(known, means)),
                amount.map(known -> estimate(known * terms.margin() * discountedPurchases(history, terms), values)),
                evidence(history));
    }

    /** The mean of the lifetime value as {@link #of} has it, without any draws. */
    Optional<Double> meanValue(PurchaseHistory history) {
        return spend.map(known -> known.expectedSpend(history) * terms.margin() * discountedPurchases(history, terms));
    }

    /** The same futures as those of {@link #of}, looked at in equal steps on their way to the horizon. */
    List<ValuePoint> curve(PurchaseHistory history, int points) {
        double[] weeks = new double[points];
        for (int p = 0; p < points; p++) {
            weeks[p] = p == points - 1 ? terms.horizonWeeks() : terms.horizonWeeks() * (p + 1) / points;
        }
        double[][] counts = new double[points][LifetimeValue.DRAWS];
        double[][] values = new double[points][LifetimeValue.DRAWS];
        Draws draws = new Draws(Draws.mix(seed, bits(history)));
        for (int i = 0; i < LifetimeValue.DRAWS; i++) {
            int draw = i;
            PurchaseEstimator drawn = purchases.drawn(i, history, draws);
            double alive = drawn.probabilityAlive(history);
            Future future = new Future(i, history, draws);
            if (draws.uniform() < alive) {
                drawn.simulateAlive(history, terms.horizonWeeks(), draws, time -> {
                    future.purchase(time);
                    for (int p = points - 1; p >= 0 && time <= weeks[p]; p--) {
                        counts[p][draw] = future.count;
                        values[p][draw] = future.value;
                    }
                });
            }
        }
        List<ValuePoint> curve = new ArrayList<>();
        for (int p = 0; p < points; p++) {
            ValueTerms until = terms.over(weeks[p]);
            double mean = purchases.expectedPurchases(history, weeks[p]);
            double[] drawnValues = values[p];
            curve.add(new ValuePoint(
                    weeks[p],
                    whole(estimate(mean, counts[p])),
                    spend.map(known -> estimate(
                            known.expectedSpend(history) * terms.margin() * discountedPurchases(history, until),
                            drawnValues))));
        }
        return List.copyOf(curve);
    }

    /** The mean number of purchases in each step, each counting less the further it is away. */
    private double discountedPurchases(PurchaseHistory history, ValueTerms terms) {
        int steps = terms.steps();
        double sum = 0;
        double before = 0;
        for (int i = 1; i <= steps; i++) {
            double end = terms.horizonWeeks() * i / steps;
            double until = purchases.expectedPurchases(history, end);
            sum += Math.max(0, until - before) * terms.discount(terms.horizonWeeks() * (i - 0.5) / steps);
            before = until;
        }
        return sum;
    }

    private Estimate estimate(double value, double[] draws) {
        Arrays.sort(draws);
        double outside = (1 - terms.level()) / 2;
        return new Estimate(value, Quantiles.of(draws, outside), Quantiles.of(draws, 1 - outside));
    }

    private static Estimate whole(Estimate counted) {
        return new Estimate(counted.value(), Math.floor(counted.lower()), Math.ceil(counted.upper()));
    }

    private ValueEvidence evidence(PurchaseHistory history) {
        return new ValueEvidence(
                history,
                purchases.name(),
                purchases.parameters(history),
                spend.map(SpendEstimator::name).orElse(ValueEvidence.NONE),
                spend.map(SpendEstimator::parameters).orElse(Map.of()),
                terms,
                notices);
    }

    private static long bits(PurchaseHistory history) {
        long bits = history.frequency();
        for (double number : new double[] {history.recency(), history.age(), history.meanSpend()}) {
            bits = Draws.mix(bits, Double.doubleToLongBits(number));
        }
        return Draws.mix(bits, history.paidPurchases());
    }

    /** One possible future, while it is drawn. */
    private final class Future {
        private final int draw;
        private final Draws draws;
        private final double mean;
        private int count;
        private double value;

        Future(int draw, PurchaseHistory history, Draws draws) {
            this.draw = draw;
            this.draws = draws;
            this.mean = spend.map(known -> known.drawMean(draw, history, draws)).orElse(0.0);
        }

        void purchase(double weeks) {
            count++;
            if (spend.isPresent()) {
                value += spend.get().drawAmount(draw, mean, draws) * terms.margin() * terms.discount(weeks);
            }
        }
    }
}
