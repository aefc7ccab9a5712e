package dev.comptoir.value.evaluate;

import dev.comptoir.value.PurchaseDays;
import dev.comptoir.value.PurchaseHistories;
import dev.comptoir.value.PurchaseHistory;
import dev.comptoir.value.PurchaseModel;
import dev.comptoir.value.PurchaseScores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The customers of a business at the end of the calibration time, and how often each of them bought in the time after it, which
 * nothing is fitted to. Immutable.
 */
public final class Holdout {
    private static final double LEAST_PROBABILITY = 1e-300;

    private final List<PurchaseHistory> histories;
    private final int[] actual;
    private final int horizonDays;

    private Holdout(List<PurchaseHistory> histories, int[] actual, int horizonDays) {
        this.histories = histories;
        this.actual = actual;
        this.horizonDays = horizonDays;
    }

    /**
     * Splits by time.
     *
     * @param calibrationEnd the last day of the calibration time; whoever bought later for the first time is not in it
     * @param horizonDays how many days after it are held out, at least 1
     * @throws IllegalArgumentException if nobody bought in the calibration time, or there are no days to hold out
     */
    public static Holdout split(PurchaseHistories all, LocalDate calibrationEnd, int horizonDays) {
        if (horizonDays < 1) {
            throw new IllegalArgumentException("The horizon is " + horizonDays + " days; at least 1 is needed.");
        }
        List<PurchaseHistory> histories = new ArrayList<>();
        List<Integer> actual = new ArrayList<>();
        LocalDate end = calibrationEnd.plusDays(horizonDays);
        for (PurchaseDays days : all.customers().values()) {
            days.history(calibrationEnd).ifPresent(history -> {
                histories.add(history);
                actual.add(days.count(calibrationEnd, end));
            });
        }
        if (histories.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nobody bought until " + calibrationEnd + ". Maybe a later end of the calibration time?");
        }
        return new Holdout(
                List.copyOf(histories),
                actual.stream().mapToInt(Integer::intValue).toArray(),
                horizonDays);
    }

    /** The calibration histories, in the order of the customers' ids. */
    public List<PurchaseHistory> histories() {
        return histories;
    }

    /** How often one of them bought in the hold-out time. */
    public int actual(int customer) {
        return actual[customer];
    }

    public double horizonWeeks() {
        return horizonDays / PurchaseDays.DAYS_PER_WEEK;
    }

    /** How well a model foretells. */
    public HoldoutReport evaluate(PurchaseModel model) {
        PurchaseScores scores = model.score(histories, horizonWeeks());
        double[] predicted = new double[histories.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = scores.expectedPurchases(i);
        }
        return Accuracy.report(model.kind().title(), predicted, actual);
    }

    /** How well anything else foretells that looks at one history at a time. */
    public HoldoutReport evaluate(String name, ToDoubleFunction<PurchaseHistory> predictor) {
        return Accuracy.report(name, histories.stream().mapToDouble(predictor).toArray(), actual);
    }

    /** The natural logarithm of the probability that a model gave to what came. */
    public double logLikelihood(PurchaseModel model) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            double[] distribution = model.purchaseDistribution(histories.get(i), horizonWeeks(), actual[i]);
            sum += Math.log(Math.max(LEAST_PROBABILITY, distribution[actual[i]]));
        }
        return sum;
    }

    /**
     * Guesses that need no model: the customer goes on at the rate x/T; the same for those seen in the later half of the
     * calibration time (rounded up to whole weeks) and nothing for the others; nothing for everybody.
     */
    public List<HoldoutReport> baselines() {
        double longest =
                histories.stream().mapToDouble(PurchaseHistory::age).max().orElse(0);
        double recent = Math.ceil(longest / 2);
        return List.of(
                evaluate("rate x/T", this::atSameRate),
                evaluate(
                        "rate if seen < " + (long) recent + " weeks",
                        history -> history.timeSinceLastPurchase() < recent ? atSameRate(history) : 0),
                evaluate("predict 0", history -> 0));
    }

    private double atSameRate(PurchaseHistory history) {
        return history.age() > 0 ? history.frequency() / history.age() * horizonWeeks() : 0;
    }
}
