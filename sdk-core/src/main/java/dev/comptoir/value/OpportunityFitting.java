package dev.comptoir.value;

import dev.comptoir.value.internal.Maximum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Finds the parameters of the BG/BB model. */
final class OpportunityFitting {
    private static final double PRIOR_DEVIATION = 3;

    private OpportunityFitting() {}

    static OpportunityFit fit(Collection<OpportunityHistory> histories, double priorWeight) {
        if (histories.isEmpty()) {
            throw new IllegalArgumentException("A model cannot be fitted to no history at all.");
        }
        if (!(priorWeight >= 0 && priorWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The prior's weight is " + priorWeight + "; it must be finite and not negative.");
        }
        Map<OpportunityHistory, Integer> groups = new TreeMap<>(Comparator.comparingInt(OpportunityHistory::frequency)
                .thenComparingInt(OpportunityHistory::recency)
                .thenComparingInt(OpportunityHistory::opportunities));
        histories.forEach(history -> groups.merge(history, 1, Integer::sum));
        Maximum maximum = Maximum.search(
                logs -> logLikelihood(model(logs), groups) - penalty(logs, priorWeight),
                List.of(new double[] {0, 0, 0, 0}, new double[] {0, 1, -0.7, 1}, new double[] {-0.7, 0.7, 0.7, 1.4}));
        BgBb model = model(maximum.point());
        LogNormalSpread spread = new LogNormalSpread(maximum);
        List<ParameterEstimate> estimates = new ArrayList<>();
        model.parameters().forEach((name, value) -> {
            OptionalDouble deviation = spread.deviation(estimates.size());
            estimates.add(new ParameterEstimate(
                    name,
                    value,
                    deviation.isPresent() ? OptionalDouble.of(value * deviation.getAsDouble()) : deviation));
        });
        return new OpportunityFit(
                model, logLikelihood(model, groups), estimates, histories.size(), maximum.converged());
    }

    private static BgBb model(double[] logs) {
        return new BgBb(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
    }

    private static double logLikelihood(BgBb model, Map<OpportunityHistory, Integer> groups) {
        double sum = 0;
        for (Map.Entry<OpportunityHistory, Integer> group : groups.entrySet()) {
            sum += group.getValue() * model.logLikelihood(group.getKey());
        }
        return sum;
    }

    private static double penalty(double[] logs, double priorWeight) {
        double sum = 0;
        for (double log : logs) {
            sum += log * log;
        }
        return priorWeight * sum / (2 * PRIOR_DEVIATION * PRIOR_DEVIATION);
    }
}
