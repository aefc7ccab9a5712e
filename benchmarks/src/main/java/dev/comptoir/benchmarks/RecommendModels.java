package dev.comptoir.benchmarks;

import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.Selection;
import dev.comptoir.recommend.select.SelectionReport;
import dev.comptoir.recommend.select.Surface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The models by their names on the command line, with defaults that can be changed. Stateless. */
final class RecommendModels {
    /** In every table, to be beaten. */
    static final List<String> BASELINES = List.of("recent-popularity", "personal-top", "item-knn");

    private static final Portfolio PORTFOLIO = Portfolio.standard();

    private RecommendModels() {}

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
            Map<String, Double> own = new TreeMap<>(changed);
            Set<String> defaults = PORTFOLIO.family(name).defaults().keySet();
            own.keySet().retainAll(defaults);
            known.addAll(defaults);
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

    /** Chooses on the validation windows. */
    static SelectionReport choose(Split split, long seed, Tiles tiles, Consumer<String> progress) {
        return Selection.of(surface(split), PORTFOLIO)
                .limits(Limits.usual())
                .seed(seed)
                .progress((step, of, what) -> progress.accept("auto: " + step + " of " + of + ", " + what))
                .run(split.task(), split.validation(), tiles);
    }

    /** What a surface begins with, for data that leave nothing to choose by. */
    static Algorithm usual(Split split) {
        return split.test().isEmpty()
                ? PORTFOLIO.named("popularity", Map.of())
                : PORTFOLIO.blend(
                        PORTFOLIO.usual(surface(split), split.test().get(0).train(), Limits.usual()));
    }

    /** What was chosen, ready to learn. */
    static Algorithm chosen(SelectionReport report) {
        return PORTFOLIO.blend(report.choice());
    }

    private static Surface surface(Split split) {
        return split.task() == Task.REST_OF_SET
                ? Surface.DISCOVER
                : split.task() == Task.NEXT_BASKET ? Surface.FOR_CUSTOMER : Surface.SESSION;
    }
}
