package dev.comptoir.benchmarks;

import dev.comptoir.value.ModelChoice;
import dev.comptoir.value.ParameterEstimate;
import dev.comptoir.value.SpendFit;
import dev.comptoir.value.ValueNotice;
import dev.comptoir.value.evaluate.Holdout;
import dev.comptoir.value.evaluate.HoldoutReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The figures of {@code benchmarks value} as fields of a JSON file. */
final class ValueReport {
    private ValueReport() {}

    static Map<String, Object> fields(
            Transactions data,
            LocalDate calibrationEnd,
            int horizonDays,
            double priorWeight,
            long seed,
            Holdout holdout,
            ValueProtocol.Figures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "value");
        fields.put("file", String.valueOf(data.file().getFileName()));
        fields.put("firstDay", data.firstDay().toString());
        fields.put("lastDay", data.lastDay().toString());
        fields.put("calibrationEnd", calibrationEnd.toString());
        fields.put("horizonDays", horizonDays);
        fields.put("priorWeight", priorWeight);
        fields.put("seed", seed);
        fields.put("lines", data.lines());
        fields.put("rejectedLines", data.rejectedLines());
        fields.put("rejected", data.rejected());
        fields.put("customers", holdout.histories().size());
        fields.put(
                "repeatCustomers",
                holdout.histories().stream()
                        .filter(history -> history.frequency() > 0)
                        .count());
        fields.put("chosen", chosen(figures));
        fields.put(
                "chosenBy",
                figures.value()
                        .choice()
                        .map(ModelChoice::criterion)
                        .map(Enum::name)
                        .orElse(null));
        fields.put(
                "notices",
                figures.value().notices().stream().map(ValueReport::notice).toList());
        fields.put("choiceAndFitSeconds", figures.allSeconds());
        fields.put("models", figures.models().stream().map(ValueReport::model).toList());
        fields.put("library", holdout(figures.library()));
        fields.put(
                "baselines",
                figures.baselines().stream().map(ValueReport::holdout).toList());
        fields.put("spend", figures.spend().map(ValueReport::spend).orElse(null));
        fields.put("revenue", figures.revenue().orElse(null));
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        fields.put("javaVersion", Runtime.version().toString());
        fields.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return fields;
    }

    /** The name of the model that the library takes; null below its data gate. */
    static @Nullable String chosen(ValueProtocol.Figures figures) {
        return figures.value()
                .purchases()
                .map(fit -> fit.model().kind().title())
                .orElse(null);
    }

    private static Map<String, Object> notice(ValueNotice notice) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("gate", notice.gate().name());
        fields.put("text", notice.text(Locale.ENGLISH));
        return fields;
    }

    private static Map<String, Object> model(ValueProtocol.Judged judged) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", judged.fit().model().kind().title());
        fields.put("parameters", parameters(judged.fit().parameters()));
        fields.put("logLikelihood", judged.fit().logLikelihood());
        fields.put("converged", judged.fit().converged());
        fields.put("customers", judged.fit().customers());
        fields.put("choiceScore", boxed(judged.choiceScore()));
        fields.put("fitSeconds", judged.fitSeconds());
        fields.put("fitAgainSeconds", judged.fitAgainSeconds());
        fields.put("holdout", holdout(judged.report()));
        fields.put("holdoutLogLikelihood", judged.holdoutLogLikelihood());
        fields.put("anyPurchase", judged.anyPurchase());
        fields.put("scoring", judged.speed());
        return fields;
    }

    private static List<Map<String, Object>> parameters(List<ParameterEstimate> estimates) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (ParameterEstimate estimate : estimates) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", estimate.name());
            fields.put("value", estimate.value());
            fields.put("standardError", boxed(estimate.standardError()));
            parameters.add(fields);
        }
        return parameters;
    }

    private static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static Map<String, Object> holdout(HoldoutReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", report.name());
        fields.put("mae", report.mae());
        fields.put("rmse", report.rmse());
        fields.put("relativeMae", report.relativeMae());
        fields.put("correlation", report.correlation());
        fields.put("auc", report.auc());
        fields.put("predictedTotal", report.predictedTotal());
        fields.put("actualTotal", report.actualTotal());
        fields.put("totalError", report.totalError());
        fields.put("topOverlap", report.topOverlap());
        fields.put("calibration", report.calibration());
        return fields;
    }

    private static Map<String, Object> spend(SpendFit fit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", "Gamma-Gamma");
        fields.put("parameters", parameters(fit.parameters()));
        fields.put("logLikelihood", fit.logLikelihood());
        fields.put("customers", fit.customers());
        fields.put("spendFrequencyCorrelation", fit.spendFrequencyCorrelation());
        return fields;
    }
}
