package dev.comptoir.recommend.evaluate;

import java.util.List;
import java.util.Map;

/**
 * How good a model is on a split. Immutable.
 *
 * @param protocol which split
 * @param model which model
 * @param parameters what it was set to
 * @param metrics in the order Recall@20, Recall@50, NDCG@100
 * @param trainUsers users it learnt from
 * @param testUsers users it was tested on
 * @param skippedUsers users held out with nothing to show or to find
 * @param items items known from training
 * @param trainInteractions pairs of user and item it learnt from
 * @param trainSeconds how long training took
 * @param testSeconds how long scoring and ranking of all test users took
 */
public record EvaluationReport(
        String protocol,
        String model,
        Map<String, Double> parameters,
        List<MetricResult> metrics,
        int trainUsers,
        int testUsers,
        int skippedUsers,
        int items,
        int trainInteractions,
        double trainSeconds,
        double testSeconds) {
    public EvaluationReport {
        parameters = Map.copyOf(parameters);
        metrics = List.copyOf(metrics);
    }

    /**
     * The metric of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public MetricResult metric(String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no metric " + name + "."));
    }
}
