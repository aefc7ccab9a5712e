package dev.comptoir.benchmarks;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.HalfLife;
import dev.comptoir.recommend.model.basket.NeighbourBasketAlgorithm;
import dev.comptoir.recommend.model.ease.EaseAlgorithm;
import dev.comptoir.recommend.model.ease.Recency;
import dev.comptoir.recommend.model.frequency.FrequencyAlgorithm;
import dev.comptoir.recommend.model.neighbours.ItemKnnAlgorithm;
import dev.comptoir.recommend.model.popularity.PopularityAlgorithm;
import dev.comptoir.recommend.model.repeat.RepeatAlgorithm;
import dev.comptoir.recommend.model.transition.TransitionAlgorithm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The models by their names on the command line, with defaults that can be changed. Stateless. */
final class RecommendModels {
    /** In every table, to be beaten. */
    static final List<String> BASELINES = List.of("recent-popularity", "personal-top", "item-knn");

    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Map<String, Made> ALL = all();

    private RecommendModels() {}

    /** How a model is made of its parameters. */
    private record Made(Map<String, Double> defaults, Function<Map<String, Double>, Algorithm> maker) {}

    static Set<String> names() {
        return ALL.keySet();
    }

    /**
     * The models of these names, each once, in this order.
     *
     * @param changed parameters other than the defaults; each must belong to one of the models
     * @throws IllegalArgumentException for a name or a parameter that is not known
     */
    static Map<String, Algorithm> named(List<String> names, Map<String, Double> changed) {
        Map<String, Algorithm> models = new LinkedHashMap<>();
        Set<String> used = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (String name : names) {
            Made made = ALL.get(name);
            if (made == null) {
                throw new IllegalArgumentException(
                        "--model is " + name + "; there are auto, " + String.join(", ", names()) + ".");
            }
            Map<String, Double> parameters = new TreeMap<>(made.defaults());
            known.addAll(parameters.keySet());
            changed.forEach((key, value) -> {
                if (parameters.containsKey(key)) {
                    parameters.put(key, value);
                    used.add(key);
                }
            });
            models.put(name, made.maker().apply(parameters));
        }
        for (String key : changed.keySet()) {
            if (!used.contains(key)) {
                throw new IllegalArgumentException(
                        "--param is " + key + "; the models named have " + String.join(", ", known) + ".");
            }
        }
        return models;
    }

    /** One model with these parameters in place of its defaults. */
    static Algorithm named(String name, Map<String, Double> changed) {
        Algorithm algorithm = named(List.of(name), changed).get(name);
        if (algorithm == null) {
            throw new IllegalStateException("There is no model " + name + ".");
        }
        return algorithm;
    }

    private static Map<String, Made> all() {
        Map<String, Made> all = new LinkedHashMap<>();
        all.put("popularity", new Made(Map.of(), p -> PopularityAlgorithm.topFrequency()));
        all.put(
                "recent-popularity",
                new Made(Map.of("halfLifeDays", 30.0), p -> PopularityAlgorithm.decayed(get(p, "halfLifeDays"))));
        all.put(
                "personal-top",
                new Made(Map.of(), p -> FrequencyAlgorithm.personalThenPopular(FrequencyAlgorithm.Ties.POPULARITY)));
        all.put(
                "item-knn",
                new Made(
                        numbers("neighbors", 100, "shrink", 20),
                        p -> ItemKnnAlgorithm.cosine(whole(p, "neighbors"), get(p, "shrink"))));
        all.put(
                "rp3beta",
                new Made(
                        numbers("neighbors", 100, "alpha", 1, "beta", .4),
                        p -> ItemKnnAlgorithm.rp3beta(whole(p, "neighbors"), get(p, "alpha"), get(p, "beta"))));
        all.put(
                "repeat",
                new Made(
                        numbers("halfLifeDays", 90, "halfLifeBaskets", 10, "dueWeight", .5),
                        p -> RepeatAlgorithm.standard()
                                .withHalfLifeDays(get(p, "halfLifeDays"))
                                .withHalfLifeBaskets(get(p, "halfLifeBaskets"))
                                .withDueWeight(get(p, "dueWeight"))));
        all.put(
                "up-cf",
                new Made(
                        numbers(
                                "recentBaskets",
                                5,
                                "neighborBaskets",
                                5,
                                "asymmetry",
                                .75,
                                "exponent",
                                2,
                                "neighbors",
                                900,
                                "shrink",
                                0,
                                "counts",
                                1,
                                "idf",
                                0,
                                "halfLifeDays",
                                NEVER,
                                "popularity",
                                0),
                        RecommendModels::upCf));
        all.put(
                "tifu-knn",
                new Made(
                        numbers(
                                "neighbors",
                                300,
                                "withinDecay",
                                .9,
                                "groupDecay",
                                .7,
                                "alpha",
                                .7,
                                "groups",
                                7,
                                "referenceCompatible",
                                0),
                        p -> NeighbourBasketAlgorithm.tifuKnn(
                                whole(p, "neighbors"),
                                get(p, "withinDecay"),
                                get(p, "groupDecay"),
                                get(p, "alpha"),
                                whole(p, "groups"),
                                get(p, "referenceCompatible") > 0)));
        all.put(
                "transition",
                new Made(
                        numbers("halfLifeBaskets", NEVER, "sourcePower", .5, "targetPower", .5, "shrink", 10),
                        p -> TransitionAlgorithm.of(
                                get(p, "halfLifeBaskets"),
                                get(p, "sourcePower"),
                                get(p, "targetPower"),
                                get(p, "shrink"))));
        all.put("ease", new Made(easeNumbers(0), RecommendModels::ease));
        all.put("edlae", new Made(easeNumbers(.33), RecommendModels::ease));
        return all;
    }

    private static Algorithm upCf(Map<String, Double> p) {
        NeighbourBasketAlgorithm upCf = NeighbourBasketAlgorithm.upCf(
                        whole(p, "recentBaskets"), get(p, "asymmetry"), get(p, "exponent"), whole(p, "neighbors"))
                .withNeighborBaskets(whole(p, "neighborBaskets"))
                .withShrink(get(p, "shrink"))
                .withIdf(get(p, "idf"));
        upCf = get(p, "counts") > 0 ? upCf.withCounts() : upCf;
        double days = get(p, "halfLifeDays");
        upCf = Double.isInfinite(days) ? upCf : upCf.withHalfLife(HalfLife.days(days));
        return get(p, "popularity") == 0 ? upCf : upCf.withPopularity(get(p, "popularity"));
    }

    private static Map<String, Double> easeNumbers(double dropout) {
        return numbers(
                "regularization",
                300,
                "dropout",
                dropout,
                "damping",
                0,
                "halfLifeDays",
                NEVER,
                "halfLifeBaskets",
                NEVER);
    }

    private static Algorithm ease(Map<String, Double> p) {
        return EaseAlgorithm.of(get(p, "regularization"))
                .withDropout(get(p, "dropout"))
                .withDamping(get(p, "damping"))
                .withRecency(new Recency(get(p, "halfLifeDays"), get(p, "halfLifeBaskets")));
    }

    private static double get(Map<String, Double> parameters, String name) {
        Double value = parameters.get(name);
        if (value == null) {
            throw new IllegalStateException("There is no default of " + name + ".");
        }
        return value;
    }

    private static int whole(Map<String, Double> parameters, String name) {
        double value = get(parameters, name);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The " + name + " is " + value + ", but must be a whole number.");
        }
        return (int) value;
    }

    private static Map<String, Double> numbers(Object... namesAndValues) {
        Map<String, Double> numbers = new TreeMap<>();
        List<Object> pairs = new ArrayList<>(List.of(namesAndValues));
        for (int k = 0; k < pairs.size(); k += 2) {
            numbers.put((String) pairs.get(k), ((Number) pairs.get(k + 1)).doubleValue());
        }
        return numbers;
    }
}
