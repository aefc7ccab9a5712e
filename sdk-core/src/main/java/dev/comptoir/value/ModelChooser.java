package dev.comptoir.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares purchase models. */
final class ModelChooser {
    private static final double INNER_SHARE = 2.0 / 3;

    private final Set<PurchaseModel.Kind> kinds;
    private final double priorWeight;

    ModelChooser(Set<PurchaseModel.Kind> kinds, double priorWeight) {
        this.kinds = new TreeSet<>(kinds);
        this.priorWeight = priorWeight;
    }

    /** One customer at the inner split and at the end. */
    private record Case(PurchaseHistory inner, PurchaseHistory whole) {}

    ModelChoice byTime(PurchaseHistories all) {
        Optional<LocalDate> split = all.dayAfterShare(INNER_SHARE);
        if (split.isPresent()) {
            LocalDate day = split.get();
            List<Case> cases = new ArrayList<>();
            for (PurchaseDays days : all.customers().values()) {
                days.history(day)
                        .ifPresent(inner -> cases.add(
                                new Case(inner, days.history(all.through()).orElseThrow())));
            }
            List<PurchaseHistory> inner = cases.stream().map(Case::inner).toList();
            if (Gates.purchases(inner).isEmpty() && day.isBefore(all.through())) {
                return sorted(ModelChoice.Criterion.OUT_OF_TIME, inner, fit -> foretold(fit.model(), cases));
            }
        }
        return within(all.all().values());
    }

    ModelChoice within(Collection<PurchaseHistory> histories) {
        return sorted(
                ModelChoice.Criterion.IN_SAMPLE,
                histories,
                fit -> fit.logLikelihood() - fit.parameters().size());
    }

    private static double foretold(PurchaseModel model, List<Case> cases) {
        PurchaseProcess process = Processes.of(model);
        double sum = 0;
        for (Case one : cases) {
            sum += process.logLikelihood(one.whole) - process.logLikelihood(one.inner);
        }
        return sum;
    }

    private ModelChoice sorted(
            ModelChoice.Criterion criterion, Collection<PurchaseHistory> histories, ScoreOf scoreOf) {
        boolean intervals = histories.stream().allMatch(PurchaseHistory::intervalsKnown);
        List<ModelScore> scores = new ArrayList<>();
        for (PurchaseModel.Kind kind : kinds) {
            if (intervals || !kind.needsIntervals()) {
                ModelFit fit = PurchaseModel.fit(kind, histories, priorWeight);
                scores.add(new ModelScore(kind, scoreOf.score(fit), fit));
            }
        }
        scores.sort(Comparator.comparingDouble(ModelScore::score).reversed());
        return new ModelChoice(criterion, scores);
    }

    private interface ScoreOf {
        double score(ModelFit fit);
    }
}
