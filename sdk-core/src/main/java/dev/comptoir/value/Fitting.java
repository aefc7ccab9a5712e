package dev.comptoir.value;

import dev.comptoir.value.internal.Maximum;
import dev.comptoir.value.internal.Objective;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Finds the parameters of purchase models. */
final class Fitting {
    private static final double PRIOR_DEVIATION = 3;
    private static final int MAX_FALLS = 2;

    private final PurchaseModel.Kind kind;
    private final GroupedHistories groups;
    private final double priorWeight;
    private final double timeScale;

    private Fitting(PurchaseModel.Kind kind, GroupedHistories groups, double priorWeight) {
        this.kind = kind;
        this.groups = groups;
        this.priorWeight = priorWeight;
        this.timeScale = groups.meanAge() > 0 ? groups.meanAge() : 1;
    }

    static ModelFit fit(PurchaseModel.Kind kind, Collection<PurchaseHistory> histories, double priorWeight) {
        if (histories.isEmpty()) {
            throw new IllegalArgumentException("A model cannot be fitted to no history at all.");
        }
        if (!(priorWeight >= 0 && priorWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The prior's weight is " + priorWeight + "; it must be finite and not negative.");
        }
        GroupedHistories groups = new GroupedHistories(histories);
        if (kind.needsIntervals() && !groups.intervalsKnown()) {
            throw new IllegalArgumentException(kind.title()
                    + " needs the intervals between purchases. Maybe make the histories from days, with PurchaseDays?");
        }
        Fitting fitting = new Fitting(kind, groups, priorWeight);
        return kind.needsIntervals() ? fitting.overRegularities() : fitting.at(1, fitting.starts());
    }

    /** The likelihood has one peak in k nearly always: the search ends where it fell twice in a row. */
    private ModelFit overRegularities() {
        ModelFit best = at(1, starts());
        double[] start = best.spread().centre();
        ModelFit before = best;
        int falls = 0;
        for (int k = 2; k <= BgCnbdK.MAX_REGULARITY && falls < MAX_FALLS; k++) {
            // k stages take the time of one: from one k to the next only the scale of the rate moves much.
            double[] moved = start.clone();
            moved[1] += Math.log((k - 1.0) / k);
            ModelFit fit = at(k, List.of(moved));
            falls = fit.logLikelihood() < before.logLikelihood() ? falls + 1 : 0;
            best = fit.logLikelihood() > best.logLikelihood() ? fit : best;
            before = fit;
            start = fit.spread().centre();
        }
        return best;
    }

    private List<double[]> starts() {
        double scale = Math.log(timeScale);
        boolean pareto = kind == PurchaseModel.Kind.PARETO_NBD;
        List<double[]> starts = new ArrayList<>();
        for (double[] start : new double[][] {{0, 0, 0, 0}, {-0.7, -1.4, -0.7, -0.7}, {0.7, 0, -1, 1.5}}) {
            starts.add(new double[] {start[0], start[1] + scale, start[2], pareto ? start[3] + scale : start[3]});
        }
        return starts;
    }

    private ModelFit at(int k, List<double[]> starts) {
        Objective penalized = logs -> logLikelihood(model(kind, k, logs)) - penalty(k, logs);
        Maximum maximum = Maximum.search(penalized, starts);
        PurchaseModel model = model(kind, k, maximum.point());
        LogNormalSpread spread = new LogNormalSpread(maximum);
        List<ParameterEstimate> estimates = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, Double> parameter : model.parameters().entrySet()) {
            double value = parameter.getValue();
            OptionalDouble error = OptionalDouble.empty();
            if (!parameter.getKey().equals("k")) {
                OptionalDouble deviation = spread.deviation(i++);
                error = deviation.isPresent() ? OptionalDouble.of(value * deviation.getAsDouble()) : error;
            }
            estimates.add(new ParameterEstimate(parameter.getKey(), value, error));
        }
        return new ModelFit(model, logLikelihood(model), estimates, spread, groups.customers(), maximum.converged());
    }

    private double logLikelihood(PurchaseModel model) {
        PurchaseProcess process = Processes.of(model);
        return process instanceof BetaGeometric beta
                ? beta.logLikelihood(groups)
                : ((ParetoGamma) process).logLikelihood(groups);
    }

    private double penalty(int k, double[] logs) {
        double scale = Math.log(timeScale);
        boolean pareto = kind == PurchaseModel.Kind.PARETO_NBD;
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double centre = i == 1 ? scale - Math.log(k) : i == 3 && pareto ? scale : 0;
            sum += (logs[i] - centre) * (logs[i] - centre);
        }
        return priorWeight * sum / (2 * PRIOR_DEVIATION * PRIOR_DEVIATION);
    }

    /** The model whose parameters have these logarithms. */
    static PurchaseModel model(PurchaseModel.Kind kind, int k, double[] logs) {
        double first = Math.exp(logs[0]);
        double second = Math.exp(logs[1]);
        double third = Math.exp(logs[2]);
        double fourth = Math.exp(logs[3]);
        return switch (kind) {
            case BG_NBD -> new BgNbd(first, second, third, fourth);
            case MBG_NBD -> new MbgNbd(first, second, third, fourth);
            case BG_CNBD_K -> new BgCnbdK(k, first, second, third, fourth);
            case MBG_CNBD_K -> new MbgCnbdK(k, first, second, third, fourth);
            case PARETO_NBD -> new ParetoNbd(first, second, third, fourth);
        };
    }
}
