package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Estimates by the Gamma-Gamma model. Immutable. */
final class GammaSpendEstimator implements SpendEstimator {
    private final GammaGamma model;
    private final List<GammaGamma> drawn;

    GammaSpendEstimator(SpendFit fit, Draws draws) {
        model = fit.model();
        drawn = Stream.generate(() -> SpendFitting.model(fit.spread().draw(draws)))
                .limit(LifetimeValue.DRAWS)
                .toList();
    }

    @Override
    public double expectedSpend(PurchaseHistory history) {
        return model.expectedSpend(history);
    }

    @Override
    public double drawMean(int i, PurchaseHistory history, Draws draws) {
        GammaGamma one = drawn.get(i);
        double paid = history.paidPurchases();
        double scale = draws.gamma(one.q() + one.p() * paid) / (one.v() + paid * history.meanSpend());
        return one.p() / Math.max(scale, Double.MIN_NORMAL);
    }

    @Override
    public double drawAmount(int i, double mean, Draws draws) {
        double p = drawn.get(i).p();
        return mean * draws.gamma(p) / p;
    }

    @Override
    public String name() {
        return ValueEvidence.GAMMA_GAMMA;
    }

    @Override
    public Map<String, Double> parameters() {
        return model.parameters();
    }
}
