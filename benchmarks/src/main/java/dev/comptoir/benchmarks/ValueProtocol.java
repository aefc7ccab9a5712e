package dev.comptoir.benchmarks;

import dev.comptoir.CustomerId;
import dev.comptoir.value.GammaGamma;
import dev.comptoir.value.LifetimeValue;
import dev.comptoir.value.ModelFit;
import dev.comptoir.value.ModelScore;
import dev.comptoir.value.PurchaseHistories;
import dev.comptoir.value.PurchaseHistory;
import dev.comptoir.value.PurchaseModel;
import dev.comptoir.value.PurchaseModel.Kind;
import dev.comptoir.value.SpendFit;
import dev.comptoir.value.evaluate.Holdout;
import dev.comptoir.value.evaluate.HoldoutReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Everything up to the end of the calibration time fits and chooses; the days after it only judge. */
final class ValueProtocol {
    private final Transactions data;
    private final LocalDate calibrationEnd;
    private final int horizonDays;
    private final PurchaseHistories calibration;
    private final Holdout holdout;

    /**
     * One model fitted and judged.
     *
     * @param fitSeconds on one core, the first time in this virtual machine, which compiles meanwhile
     * @param fitAgainSeconds the second time
     * @param choiceScore by which the automatic choice compares; empty where there was no comparison
     * @param holdoutLogLikelihood of how often each customer bought in the hold-out time
     * @param anyPurchase the probability of any purchase in the hold-out time against what came
     */
    record Judged(
            ModelFit fit,
            double fitSeconds,
            double fitAgainSeconds,
            OptionalDouble choiceScore,
            HoldoutReport report,
            double holdoutLogLikelihood,
            Reliability anyPurchase,
            ScoringSpeed speed) {}

    /**
     * What customers spent in the hold-out time: mean error for each and total.
     *
     * @param mae of the model's expected purchases times expected spend
     * @param sameRateMae of the customer's own rate x/T times the customer's own mean amount
     */
    record Revenue(double predictedTotal, double actualTotal, double mae, double sameRateTotal, double sameRateMae) {}

    /**
     * @param models each as in its paper, with the prior of the options
     * @param library what the library answers with its defaults: the model it takes, or the simpler estimate below its data gate
     * @param spend the spend model, with the prior of the options
     */
    record Figures(
            LifetimeValue value,
            double allSeconds,
            List<Judged> models,
            HoldoutReport library,
            List<HoldoutReport> baselines,
            Optional<SpendFit> spend,
            Optional<Revenue> revenue) {}

    ValueProtocol(Transactions data, LocalDate calibrationEnd, int horizonDays) {
        this.data = data;
        this.calibrationEnd = calibrationEnd;
        this.horizonDays = horizonDays;
        calibration = data.through(calibrationEnd);
        holdout = Holdout.split(data.through(calibrationEnd.plusDays(horizonDays)), calibrationEnd, horizonDays);
    }

    Holdout holdout() {
        return holdout;
    }

    /** @param scored how many customers the speed of scoring is measured on */
    Figures run(Set<Kind> kinds, double priorWeight, int scored, long seed) {
        // Timed before anything else is fitted: the first fit in a virtual machine is what a merchant waits for.
        List<Timed> timed = kinds.stream().map(kind -> timed(kind, priorWeight)).toList();
        long start = ScoringSpeed.cpu();
        LifetimeValue value = LifetimeValue.builder()
                .horizonWeeks(Math.min(5220, holdout.horizonWeeks()))
                .annualDiscountRate(0)
                .seed(seed)
                .models(kinds.iterator().next(), kinds.toArray(Kind[]::new))
                .fit(calibration);
        double allSeconds = (ScoringSpeed.cpu() - start) / 1e9;
        List<Judged> models = value.purchases().isEmpty()
                ? List.of()
                : timed.stream().map(one -> judge(one, value, scored)).toList();
        return new Figures(
                value,
                allSeconds,
                models,
                library(value),
                holdout.baselines(),
                value.spend().map(known -> GammaGamma.fit(holdout.histories(), priorWeight)),
                revenue(value));
    }

    private HoldoutReport library(LifetimeValue value) {
        String by = value.purchases().map(fit -> fit.model().kind().title()).orElse("simpler estimate");
        return holdout.evaluate(
                "library: " + by,
                value.purchases().isPresent()
                        ? history -> value.purchases().get().model().expectedPurchases(history, holdout.horizonWeeks())
                        : history -> value.of(history).expectedPurchases().value());
    }

    private record Timed(ModelFit fit, double first, double second) {}

    private Timed timed(Kind kind, double priorWeight) {
        List<PurchaseHistory> histories = holdout.histories();
        long start = ScoringSpeed.cpu();
        PurchaseModel.fit(kind, histories, priorWeight);
        long middle = ScoringSpeed.cpu();
        ModelFit fit = PurchaseModel.fit(kind, histories, priorWeight);
        return new Timed(fit, (middle - start) / 1e9, (ScoringSpeed.cpu() - middle) / 1e9);
    }

    private Judged judge(Timed timed, LifetimeValue value, int scored) {
        PurchaseModel model = timed.fit.model();
        OptionalDouble score = value.choice().stream()
                .flatMap(choice -> choice.scores().stream())
                .filter(candidate -> candidate.kind() == model.kind())
                .mapToDouble(ModelScore::score)
                .findFirst();
        return new Judged(
                timed.fit,
                timed.first,
                timed.second,
                score,
                holdout.evaluate(model),
                holdout.logLikelihood(model),
                anyPurchase(model),
                ScoringSpeed.measure(model, holdout.histories(), scored, holdout.horizonWeeks()));
    }

    private Reliability anyPurchase(PurchaseModel model) {
        int customers = holdout.histories().size();
        double[] predicted = new double[customers];
        boolean[] happened = new boolean[customers];
        for (int i = 0; i < customers; i++) {
            double none = model.purchaseDistribution(holdout.histories().get(i), holdout.horizonWeeks(), 0)[0];
            predicted[i] = Math.max(0, 1 - none);
            happened[i] = holdout.actual(i) > 0;
        }
        return Reliability.of(predicted, happened, 0);
    }

    private Optional<Revenue> revenue(LifetimeValue value) {
        if (value.spend().isEmpty() || value.purchases().isEmpty()) {
            return Optional.empty();
        }
        PurchaseModel purchases = value.purchases().get().model();
        Map<CustomerId, Double> spent = data.spent(calibrationEnd, calibrationEnd.plusDays(horizonDays));
        double[] sums = new double[5];
        calibration.all().forEach((customer, history) -> {
            double predicted = purchases.expectedPurchases(history, holdout.horizonWeeks())
                    * value.spend().get().model().expectedSpend(history);
            double rate = history.age() > 0 ? history.frequency() / history.age() * holdout.horizonWeeks() : 0;
            double actual = spent.getOrDefault(customer, 0.0);
            sums[0] += predicted;
            sums[1] += actual;
            sums[2] += Math.abs(predicted - actual);
            sums[3] += rate * history.meanSpend();
            sums[4] += Math.abs(rate * history.meanSpend() - actual);
        });
        int customers = holdout.histories().size();
        return Optional.of(new Revenue(sums[0], sums[1], sums[2] / customers, sums[3], sums[4] / customers));
    }
}
