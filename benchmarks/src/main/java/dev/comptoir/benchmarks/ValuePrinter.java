package dev.comptoir.benchmarks;

import dev.comptoir.value.ParameterEstimate;
import dev.comptoir.value.evaluate.CalibrationGroup;
import dev.comptoir.value.evaluate.Holdout;
import dev.comptoir.value.evaluate.HoldoutReport;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of {@code benchmarks value} as tables of text. */
final class ValuePrinter {
    private final PrintWriter out;

    ValuePrinter(PrintWriter out) {
        this.out = out;
    }

    void data(Transactions data, LocalDate calibrationEnd, int horizonDays, Holdout holdout) {
        line(
                "%s: %s to %s, %d lines, %d rejected",
                data.file().getFileName(), data.firstDay(), data.lastDay(), data.lines(), data.rejectedLines());
        data.rejected()
                .forEach((reason, bad) ->
                        line("  rejected: %s, %d lines; the first is line %d", reason, bad.lines(), bad.firstLine()));
        if (!data.otherFiles().isEmpty()) {
            line("  not read: %s; --file takes another one", data.otherFiles());
        }
        line(
                "fitted to %d customers until %s, judged by the %d days after it",
                holdout.histories().size(), calibrationEnd, horizonDays);
        LocalDate end = calibrationEnd.plusDays(horizonDays);
        if (end.isAfter(data.lastDay())) {
            line("  caution: the record ends on %s, but counts as complete until %s", data.lastDay(), end);
        }
    }

    void figures(ValueProtocol.Figures figures) {
        figures.value().notices().forEach(notice -> line("notice: %s", notice.text(Locale.ENGLISH)));
        figures.models().forEach(this::model);
        figures.spend().ifPresent(fit -> {
            line("%nGamma-Gamma, %d customers, log-likelihood %.4f", fit.customers(), fit.logLikelihood());
            parameters(fit.parameters());
            line("  rank correlation of spend and frequency %.3f", fit.spendFrequencyCorrelation());
        });
        String chosen = ValueReport.chosen(figures);
        if (chosen != null) {
            line("%nthe library takes %s; choice and fit %.2f s", chosen, figures.allSeconds());
        }
        line(
                "%n%-28s %7s %7s %7s %7s %7s %10s %7s %8s",
                "hold-out", "MAE", "rel.MAE", "RMSE", "corr", "AUC", "total", "error", "top 10 %");
        figures.models().forEach(judged -> row(judged.report()));
        row(figures.library());
        figures.baselines().forEach(this::row);
        line("purchases that came: %d", figures.baselines().get(0).actualTotal());
        figures.revenue()
                .ifPresent(revenue -> line(
                        "revenue: came %.2f, model %.2f (MAE %.2f), own rate and mean %.2f (MAE %.2f)",
                        revenue.actualTotal(),
                        revenue.predictedTotal(),
                        revenue.mae(),
                        revenue.sameRateTotal(),
                        revenue.sameRateMae()));
        figures.models().forEach(this::calibration);
        groups(figures.library().name(), figures.library().calibration());
    }

    private void model(ValueProtocol.Judged judged) {
        line(
                "%n%s, %d customers, log-likelihood %.4f%s",
                judged.fit().model().kind().title(),
                judged.fit().customers(),
                judged.fit().logLikelihood(),
                judged.fit().converged() ? "" : ", not converged (maybe --prior-weight 1)");
        parameters(judged.fit().parameters());
        judged.choiceScore().ifPresent(score -> line("  score for the choice %.3f", score));
        line("  hold-out log-likelihood %.2f", judged.holdoutLogLikelihood());
        line("  fit %.3f s at first, %.3f s again", judged.fitSeconds(), judged.fitAgainSeconds());
        line(
                "  scoring %d customers %.3f s, scalar limit %.3f s",
                judged.speed().customers(),
                judged.speed().seconds(),
                judged.speed().scalarLimitSeconds());
    }

    private void parameters(List<ParameterEstimate> estimates) {
        out.println(estimates.stream()
                .map(estimate -> estimate.standardError().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%s %.5g (s.e. %.3g)",
                                estimate.name(),
                                estimate.value(),
                                estimate.standardError().getAsDouble())
                        : String.format(Locale.ROOT, "%s %.5g", estimate.name(), estimate.value()))
                .collect(Collectors.joining(", ", "  ", "")));
    }

    private void row(HoldoutReport report) {
        line(
                "%-28s %7.4f %7.4f %7.4f %7.4f %7.4f %10.1f %6.1f%% %7.1f%%",
                report.name(),
                report.mae(),
                report.relativeMae(),
                report.rmse(),
                report.correlation(),
                report.auc(),
                report.predictedTotal(),
                100 * report.totalError(),
                100 * report.topOverlap());
    }

    private void calibration(ValueProtocol.Judged judged) {
        groups(judged.report().name(), judged.report().calibration());
        Reliability any = judged.anyPurchase();
        line(
                "  any purchase: said %.4f came %.4f ECE %.4f (chance %.4f) Brier %.4f AUC %.4f",
                any.predicted(),
                any.happened(),
                any.expectedCalibrationError(),
                any.errorOfPerfect(),
                any.brier(),
                any.auc());
        for (Reliability.Bin bin : any.bins()) {
            line(
                    "    from %.1f %6d customers: said %.4f, came %.4f",
                    bin.from(), bin.customers(), bin.predicted(), bin.happened());
        }
    }

    private void groups(String name, List<CalibrationGroup> groups) {
        line("%ncalibration of %s: customers, purchases foretold / that came, each", name);
        for (CalibrationGroup group : groups) {
            line("  %6d %9.4f / %9.4f", group.customers(), group.meanPredicted(), group.meanActual());
        }
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
