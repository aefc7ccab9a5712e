package dev.comptoir.benchmarks;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.select.Portfolio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The models by their names on the command line: those of the library's portfolio. Stateless. */
final class RecommendModels {
    /** In every table, to be beaten. */
    static final List<String> BASELINES = List.of("recent-popularity", "personal-top", "item-knn");

    private static final Portfolio PORTFOLIO = Portfolio.standard();

    private RecommendModels() {}

    static Portfolio portfolio() {
        return PORTFOLIO;
    }

    static List<String> names() {
        return PORTFOLIO.names();
    }

    /**
     * The models of these names, each once, in this order.
     *
     * @param changed parameters other than the defaults; each must belong to one of the models
     * @throws IllegalArgumentException for a name or a parameter that is not known
     */
    static Map<String, Algorithm> named(List<String> names, Map<String, Double> changed) {
        Map<String, Algorithm> models = new LinkedHashMap<>();
        Set<String> known = new TreeSet<>();
        for (String name : names) {
            if (!names().contains(name)) {
                throw new IllegalArgumentException(
                        "--model is " + name + "; there are auto, " + String.join(", ", names()) + ".");
            }
            known.addAll(PORTFOLIO.defaults(name).keySet());
            Map<String, Double> own = new TreeMap<>(changed);
            own.keySet().retainAll(PORTFOLIO.defaults(name).keySet());
            models.put(name, PORTFOLIO.named(name, own));
        }
        for (String key : changed.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "--param is " + key + "; the models named have " + String.join(", ", known) + ".");
            }
        }
        return models;
    }

    /** One model with these parameters in place of its defaults. */
    static Algorithm named(String name, Map<String, Double> changed) {
        return PORTFOLIO.named(name, changed);
    }
}
