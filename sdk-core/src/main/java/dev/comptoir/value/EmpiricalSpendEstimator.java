package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Estimates by the customer's own mean, drawn towards the shop's by one purchase; below the data gate. Immutable. */
final class EmpiricalSpendEstimator implements SpendEstimator {
    private final double[] means;
    private final double shopMean;

    private EmpiricalSpendEstimator(double[] means) {
        this.means = means;
        this.shopMean = Arrays.stream(means).average().orElse(0);
    }

    /** Empty where no repeat purchase has an amount. */
    static Optional<SpendEstimator> of(Collection<PurchaseHistory> histories) {
        double[] means = histories.stream()
                .filter(history -> history.paidPurchases() > 0)
                .mapToDouble(PurchaseHistory::meanSpend)
                .sorted()
                .toArray();
        return means.length == 0 ? Optional.empty() : Optional.of(new EmpiricalSpendEstimator(means));
    }

    @Override
    public double expectedSpend(PurchaseHistory history) {
        double paid = history.paidPurchases();
        return (paid * history.meanSpend() + shopMean) / (paid + 1);
    }

    @Override
    public double drawMean(int i, PurchaseHistory history, Draws draws) {
        double paid = history.paidPurchases();
        return draws.uniform() * (paid + 1) < paid
                ? history.meanSpend()
                : means[(int) (draws.uniform() * means.length)];
    }

    @Override
    public double drawAmount(int i, double mean, Draws draws) {
        return mean;
    }

    @Override
    public String name() {
        return ValueEvidence.EMPIRICAL;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("shopMean", shopMean);
    }
}
