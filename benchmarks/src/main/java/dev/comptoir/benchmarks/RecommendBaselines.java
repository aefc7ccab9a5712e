package dev.comptoir.benchmarks;

import dev.comptoir.recommend.evaluate.Evaluation;
import dev.comptoir.recommend.evaluate.Metric;
import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What every table holds to be beaten: recent popularity, everybody's own top items, and item-kNN, each with the settings that
 * did best on the validation windows. A baseline that nobody tuned flatters the model beside it.
 */
final class RecommendBaselines {
    private static final Map<String, List<Map<String, Double>>> TRIED = Map.of(
            "recent-popularity",
            List.of(halfLife(30), halfLife(3), halfLife(7), halfLife(90), halfLife(Double.POSITIVE_INFINITY)),
            "personal-top",
            List.of(Map.of()),
            "item-knn",
            List.of(knn(100, 20), knn(100, 0), knn(20, 0), knn(300, 0), knn(300, 100)));

    private RecommendBaselines() {}

    private static Map<String, Double> halfLife(double days) {
        return Map.of("halfLifeDays", days);
    }

    private static Map<String, Double> knn(double neighbors, double shrink) {
        return Map.of("neighbors", neighbors, "shrink", shrink);
    }

    /** The baselines by name, but those that the heap is too small for; the first settings of each where there is no validation. */
    static Map<String, Algorithm> of(Split split, Metric metric, Tiles tiles, Consumer<String> progress) {
        Map<String, Algorithm> chosen = new LinkedHashMap<>();
        for (String name : RecommendModels.BASELINES) {
            List<Map<String, Double>> tried = TRIED.getOrDefault(name, List.of()).stream()
                    .filter(parameters -> Stream.concat(split.validation().stream(), split.test().stream())
                            .allMatch(window -> RecommendRun.fits(RecommendModels.named(name, parameters), window)))
                    .toList();
            if (tried.isEmpty()) {
                progress.accept(name + ": left out, the heap is too small");
            } else {
                chosen.put(name, best(name, tried, split.validation(), metric, tiles, progress));
            }
        }
        return chosen;
    }

    private static Algorithm best(
            String name,
            List<Map<String, Double>> tried,
            List<Window> validation,
            Metric metric,
            Tiles tiles,
            Consumer<String> progress) {
        Algorithm best = RecommendModels.named(name, tried.get(0));
        if (validation.isEmpty() || tried.size() == 1) {
            return best;
        }
        progress.accept(name + ": choosing among " + tried.size() + " settings on the validation");
        double most = Double.NEGATIVE_INFINITY;
        for (Map<String, Double> parameters : tried) {
            Algorithm algorithm = RecommendModels.named(name, parameters);
            double mean = Evaluation.run(validation, algorithm, List.of(metric), tiles)
                    .mean(metric.name());
            if (mean > most) {
                most = mean;
                best = algorithm;
            }
        }
        return best;
    }
}
