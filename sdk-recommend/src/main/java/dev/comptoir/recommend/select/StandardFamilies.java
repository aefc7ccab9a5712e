package dev.comptoir.recommend.select;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.HalfLife;
import dev.comptoir.recommend.model.basket.NeighbourBasketAlgorithm;
import dev.comptoir.recommend.model.content.ContentAlgorithm;
import dev.comptoir.recommend.model.ease.EaseAlgorithm;
import dev.comptoir.recommend.model.ease.Recency;
import dev.comptoir.recommend.model.frequency.FrequencyAlgorithm;
import dev.comptoir.recommend.model.ials.IalsAlgorithm;
import dev.comptoir.recommend.model.ials.IalsSettings;
import dev.comptoir.recommend.model.neighbours.ItemKnnAlgorithm;
import dev.comptoir.recommend.model.popularity.PopularityAlgorithm;
import dev.comptoir.recommend.model.repeat.RepeatAlgorithm;
import dev.comptoir.recommend.model.session.SequentialRulesAlgorithm;
import dev.comptoir.recommend.model.session.SequentialRulesSettings;
import dev.comptoir.recommend.model.session.SessionNeighboursAlgorithm;
import dev.comptoir.recommend.model.session.SessionNeighboursSettings;
import dev.comptoir.recommend.model.sparse.SparseAlgorithm;
import dev.comptoir.recommend.model.transition.TransitionAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** The methods of this library with their defaults and the values that they are tried with. Stateless. */
final class StandardFamilies {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private StandardFamilies() {}

    static List<Family> all() {
        return List.of(
                Family.of("popularity", Map.of(), p -> PopularityAlgorithm.topFrequency()),
                Family.of(
                                "recent-popularity",
                                Map.of("halfLifeDays", 30.0),
                                p -> PopularityAlgorithm.decayed(get(p, "halfLifeDays")))
                        .trying("halfLifeDays", 1, 3, 7, 14, 30, 90, NEVER),
                Family.of(
                                "newest-popularity",
                                numbers("newestBaskets", 1),
                                p -> PopularityAlgorithm.topFrequency().withRecentBaskets(whole(p, "newestBaskets")))
                        .trying("newestBaskets", 1, 3),
                Family.of(
                        "personal-top",
                        Map.of(),
                        p -> FrequencyAlgorithm.personalThenPopular(FrequencyAlgorithm.Ties.POPULARITY)),
                repeat(),
                upCf(),
                tifuKnn(),
                transition(),
                Family.of(
                                "item-knn",
                                numbers("neighbors", 100, "shrink", 20),
                                p -> ItemKnnAlgorithm.cosine(whole(p, "neighbors"), get(p, "shrink")))
                        .trying("shrink", 0, 20, 100, 500)
                        .trying("neighbors", 50, 100, 300),
                Family.of(
                                "rp3beta",
                                numbers("neighbors", 100, "alpha", 1, "beta", .4),
                                p -> ItemKnnAlgorithm.rp3beta(whole(p, "neighbors"), get(p, "alpha"), get(p, "beta")))
                        .trying("beta", 0, .2, .4, .6, .8)
                        .trying("alpha", .5, .75, 1, 1.3)
                        .trying("neighbors", 50, 100, 300),
                ease("ease", 0),
                ease("edlae", .33).trying("dropout", .2, .33, .5),
                sparse(),
                ials(),
                rules(),
                Family.of(
                                "content",
                                numbers("threshold", .4, "wordThreshold", .1, "halfLifeDays", 60, "neighbors", 100),
                                p -> ContentAlgorithm.of()
                                        .withThreshold(get(p, "threshold"))
                                        .withWordThreshold(get(p, "wordThreshold"))
                                        .withHalfLife(get(p, "halfLifeDays"))
                                        .withNeighbors(whole(p, "neighbors")))
                        .trying("halfLifeDays", 7, 60, NEVER),
                neighbours("vsknn", SessionNeighboursSettings.vsknn()),
                neighbours("stan", SessionNeighboursSettings.stan()),
                neighbours("vstan", SessionNeighboursSettings.vstan()).trying("idfWeight", 0, 1, 2, 5, 10),
                neighbours("small-shop", SessionNeighboursSettings.smallShop()));
    }

    private static Family repeat() {
        return Family.of(
                        "repeat",
                        numbers("halfLifeDays", 90, "halfLifeBaskets", 10, "dueWeight", .5),
                        p -> RepeatAlgorithm.standard()
                                .withHalfLifeDays(get(p, "halfLifeDays"))
                                .withHalfLifeBaskets(get(p, "halfLifeBaskets"))
                                .withDueWeight(get(p, "dueWeight")))
                .trying("halfLifeDays", 30, 90, 365, NEVER)
                .trying("halfLifeBaskets", 5, 10, 30, NEVER)
                .trying("dueWeight", 0, .5, 1);
    }

    private static Family upCf() {
        return Family.of(
                        "up-cf",
                        numbers(
                                "recentBaskets", 5,
                                "neighborBaskets", 3,
                                "asymmetry", .75,
                                "exponent", 2,
                                "neighbors", 300,
                                "shrink", 0,
                                "halfLifeDays", NEVER,
                                "halfLifeBaskets", NEVER,
                                "counts", 1,
                                "idf", .5,
                                "popularity", 0),
                        StandardFamilies::upCf)
                .trying("recentBaskets", 1, 3, 5, 10, 30, 100)
                .trying("exponent", 1, 2, 5, 10)
                .trying("neighborBaskets", 1, 3, 10, 30, 100)
                .trying("popularity", 0, .1, .3)
                .trying("neighbors", 100, 300, 900)
                .trying("asymmetry", .5, .75, 1)
                .trying("halfLifeDays", 90, 365, NEVER)
                .trying("idf", 0, .5, 1)
                .trying("shrink", 0, 1, 5);
    }

    private static Algorithm upCf(SortedMap<String, Double> p) {
        NeighbourBasketAlgorithm upCf = NeighbourBasketAlgorithm.upCf(
                        whole(p, "recentBaskets"), get(p, "asymmetry"), get(p, "exponent"), whole(p, "neighbors"))
                .withNeighborBaskets(whole(p, "neighborBaskets"))
                .withShrink(get(p, "shrink"))
                .withIdf(get(p, "idf"))
                .withPopularity(get(p, "popularity"));
        upCf = get(p, "counts") > 0 ? upCf.withCounts() : upCf;
        double days = get(p, "halfLifeDays");
        double baskets = get(p, "halfLifeBaskets");
        upCf = Double.isInfinite(days) ? upCf : upCf.withHalfLife(HalfLife.days(days));
        return Double.isInfinite(baskets) ? upCf : upCf.withHalfLife(HalfLife.baskets(baskets));
    }

    private static Family tifuKnn() {
        return Family.of(
                        "tifu-knn",
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
                                get(p, "referenceCompatible") > 0))
                .trying("alpha", .2, .5, .7, .9)
                .trying("groupDecay", .6, .7, .8, .9, 1)
                .trying("neighbors", 100, 300, 900)
                .trying("withinDecay", .8, .9, 1)
                .trying("groups", 3, 7, 11);
    }

    private static Family transition() {
        return Family.of(
                        "transition",
                        numbers("halfLifeBaskets", NEVER, "sourcePower", .5, "targetPower", .5, "shrink", 10),
                        p -> TransitionAlgorithm.of(
                                get(p, "halfLifeBaskets"),
                                get(p, "sourcePower"),
                                get(p, "targetPower"),
                                get(p, "shrink")))
                .trying("targetPower", 0, .25, .5, .75, 1)
                .trying("halfLifeBaskets", .5, 2, 5, NEVER)
                .trying("sourcePower", 0, .5, 1)
                .trying("shrink", 1, 10, 50);
    }

    private static Family ease(String name, double dropout) {
        return Family.of(
                        name,
                        numbers(
                                "regularization", 300,
                                "dropout", dropout,
                                "damping", 0,
                                "halfLifeDays", NEVER,
                                "halfLifeBaskets", NEVER),
                        p -> {
                            EaseAlgorithm ease = EaseAlgorithm.of(get(p, "regularization"))
                                    .withDropout(get(p, "dropout"))
                                    .withDamping(get(p, "damping"))
                                    .withRecency(recency(p));
                            EaseAlgorithm learner = ease.withDamping(0).withRecency(Recency.NONE);
                            return new TwoStage<>(
                                    ease,
                                    List.of(name, get(p, "regularization"), get(p, "dropout")),
                                    (data, tiles) -> learner.train(data, tiles).model(),
                                    ease::scorer);
                        })
                .trying("regularization", 30, 100, 300, 1000, 3000)
                .trying("halfLifeDays", 30, 90, 365, NEVER)
                .trying("halfLifeBaskets", 2, 5, 20, NEVER)
                .trying("damping", 0, .25, .5);
    }

    private static Recency recency(SortedMap<String, Double> parameters) {
        return new Recency(get(parameters, "halfLifeDays"), get(parameters, "halfLifeBaskets"));
    }

    private static Family sparse() {
        return Family.of(
                        "sparse",
                        numbers(
                                "regularization", 300,
                                "neighbors", 100,
                                "dropout", 0,
                                "threshold", 0,
                                "damping", 0,
                                "halfLifeDays", NEVER,
                                "halfLifeBaskets", NEVER),
                        p -> {
                            SparseAlgorithm sparse = SparseAlgorithm.of(get(p, "regularization"), whole(p, "neighbors"))
                                    .withDropout(get(p, "dropout"))
                                    .withThreshold(get(p, "threshold"))
                                    .withDamping(get(p, "damping"))
                                    .withRecency(recency(p));
                            SparseAlgorithm learner = sparse.withDamping(0).withRecency(Recency.NONE);
                            return new TwoStage<>(
                                    sparse,
                                    List.of(
                                            "sparse",
                                            get(p, "regularization"),
                                            get(p, "neighbors"),
                                            get(p, "dropout"),
                                            get(p, "threshold")),
                                    (data, tiles) -> learner.train(data, tiles).model(),
                                    sparse::scorer);
                        })
                .trying("regularization", 30, 100, 300, 1000)
                .trying("halfLifeDays", 30, 90, 365, NEVER)
                .trying("halfLifeBaskets", 2, 5, 20, NEVER)
                .trying("damping", 0, .25, .5);
    }

    private static Family ials() {
        return Family.of(
                        "ials",
                        numbers("factors", 64, "epochs", 16, "regularization", .01, "unobservedWeight", .1, "seed", 0),
                        p -> IalsAlgorithm.of(IalsSettings.defaults()
                                .withFactors(whole(p, "factors"))
                                .withEpochs(whole(p, "epochs"))
                                .withWeights(get(p, "regularization"), get(p, "unobservedWeight"))
                                .withSeed(whole(p, "seed"))))
                .trying("unobservedWeight", .01, .03, .1, .3, 1)
                .trying("regularization", .001, .003, .01, .03)
                .trying("factors", 16, 32, 64, 128);
    }

    private static Family rules() {
        SequentialRulesSettings usual = SequentialRulesSettings.rsc15();
        return Family.of(
                        "sr",
                        numbers("lastSteps", 1, "rulesPerItem", 50, "popularityDamping", 0),
                        p -> new SequentialRulesAlgorithm(usual.withLastSteps(whole(p, "lastSteps"))
                                .withRulesPerItem(whole(p, "rulesPerItem"))
                                .withPopularityDamping(get(p, "popularityDamping"))))
                .trying("lastSteps", 1, 2, 3, 5)
                .trying("rulesPerItem", 20, 50, 200)
                .trying("popularityDamping", 0, .25, .5);
    }

    private static Family neighbours(String name, SessionNeighboursSettings usual) {
        return Family.of(
                        name,
                        numbers(
                                "neighbors", usual.neighbors(),
                                "recentSessions", usual.recentSessions(),
                                "sessionDecayDays", usual.sessionDecayDays(),
                                "idfWeight", usual.idfWeight()),
                        p -> new SessionNeighboursAlgorithm(usual.withNeighbors(whole(p, "neighbors"))
                                .withRecentSessions(whole(p, "recentSessions"))
                                .withSessionDecayDays(get(p, "sessionDecayDays"))
                                .withIdfWeight(get(p, "idfWeight"))))
                .trying("sessionDecayDays", days(usual.sessionDecayDays()))
                .trying("neighbors", steps(usual.neighbors()));
    }

    /** The default among usual lengths of time. */
    private static double[] days(double usual) {
        return DoubleStream.of(2, 5, 20, 80, NEVER, usual).distinct().sorted().toArray();
    }

    /** The default and its neighbours by a factor of three. */
    private static double[] steps(int usual) {
        return new double[] {Math.rint(usual / 3.0), usual, 3.0 * usual};
    }

    static SortedMap<String, Double> numbers(Object... namesAndValues) {
        SortedMap<String, Double> all = new TreeMap<>();
        for (int k = 0; k < namesAndValues.length; k += 2) {
            all.put((String) namesAndValues[k], ((Number) namesAndValues[k + 1]).doubleValue());
        }
        return all;
    }

    private static double get(SortedMap<String, Double> parameters, String name) {
        Double value = parameters.get(name);
        if (value == null) {
            throw new IllegalStateException("The parameter " + name + " has no default.");
        }
        return value;
    }

    private static int whole(SortedMap<String, Double> parameters, String name) {
        double value = get(parameters, name);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The " + name + " is " + value + ", but must be a whole number.");
        }
        return (int) value;
    }
}
