package dev.comptoir.value;

import dev.comptoir.value.internal.Maximum;
import dev.comptoir.value.internal.RankCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Finds the parameters of the Gamma-Gamma model. */
final class SpendFitting {
    private static final double PRIOR_DEVIATION = 3;

    private SpendFitting() {}

    static SpendFit fit(Collection<PurchaseHistory> histories, double priorWeight) {
        if (!(priorWeight >= 0 && priorWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The prior's weight is " + priorWeight + "; it must be finite and not negative.");
        }
        PurchaseHistory[] payers = histories.stream()
                .filter(SpendFitting::counts)
                .sorted(Comparator.comparingInt(PurchaseHistory::paidPurchases)
                        .thenComparingDouble(PurchaseHistory::meanSpend))
                .toArray(PurchaseHistory[]::new);
        if (payers.length == 0) {
            throw new IllegalArgumentException("No customer has a repeat purchase of a known amount above 0.");
        }
        double scale = Math.log(Arrays.stream(payers)
                .mapToDouble(PurchaseHistory::meanSpend)
                .average()
                .orElseThrow());
        List<double[]> starts =
                List.of(new double[] {0.7, 0.7, scale}, new double[] {1.8, 1.5, scale - 1}, new double[] {0, 0, scale});
        Maximum maximum =
                Maximum.search(logs -> logLikelihood(model(logs), payers) - penalty(logs, scale, priorWeight), starts);
        GammaGamma model = model(maximum.point());
        LogNormalSpread spread = new LogNormalSpread(maximum);
        List<ParameterEstimate> estimates = new ArrayList<>();
        estimates.add(estimate("p", model.p(), model.p(), spread.deviation(0)));
        estimates.add(estimate("q", model.q(), model.q() - 1, spread.deviation(1)));
        estimates.add(estimate("v", model.v(), model.v(), spread.deviation(2)));
        double correlation = RankCorrelation.of(
                Arrays.stream(payers).mapToDouble(PurchaseHistory::frequency).toArray(),
                Arrays.stream(payers).mapToDouble(PurchaseHistory::meanSpend).toArray());
        return new SpendFit(
                model,
                logLikelihood(model, payers),
                estimates,
                spread,
                payers.length,
                correlation,
                maximum.converged());
    }

    static boolean counts(PurchaseHistory history) {
        return history.paidPurchases() > 0 && history.meanSpend() > 0;
    }

    /** Of the logarithms of p, q - 1 and v. */
    static GammaGamma model(double[] logs) {
        return new GammaGamma(Math.exp(logs[0]), 1 + Math.max(1e-12, Math.exp(logs[1])), Math.exp(logs[2]));
    }

    private static ParameterEstimate estimate(String name, double value, double slope, OptionalDouble deviation) {
        return new ParameterEstimate(
                name,
                value,
                deviation.isPresent() ? OptionalDouble.of(slope * deviation.getAsDouble()) : OptionalDouble.empty());
    }

    private static double logLikelihood(GammaGamma model, PurchaseHistory[] payers) {
        double sum = 0;
        double head = 0;
        int headOf = -1;
        for (PurchaseHistory payer : payers) {
            if (payer.paidPurchases() != headOf) {
                headOf = payer.paidPurchases();
                head = model.head(headOf);
            }
            sum += head + model.body(headOf, payer.meanSpend());
        }
        return sum;
    }

    private static double penalty(double[] logs, double scale, double priorWeight) {
        double sum = logs[0] * logs[0] + logs[1] * logs[1] + (logs[2] - scale) * (logs[2] - scale);
        return priorWeight * sum / (2 * PRIOR_DEVIATION * PRIOR_DEVIATION);
    }
}
