package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.content.ContentAlgorithm;
import dev.comptoir.recommend.model.ease.EaseAlgorithm;
import dev.comptoir.recommend.model.ease.Recency;
import dev.comptoir.recommend.model.repeat.RepeatAlgorithm;
import dev.comptoir.recommend.model.sparse.SparseAlgorithm;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.Surface;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which models answer where, for the data at hand, and all that are to be trained for it. Immutable. */
public final class Lineup {
    private static final String TOGETHER = "together";
    /** The model that knows words and categories. */
    public static final String CONTENT = "content";

    /** The model that knows at which intervals products are bought. */
    public static final String REPEAT = "rhythm";

    private static final double REGULARIZATION = 300;
    private static final double HALF_LIFE_DAYS = 60;
    private static final int NEIGHBORS = 150;

    /** Surfaces that are served with a choice. */
    private static final List<Surface> SERVED =
            List.of(Surface.FOR_CUSTOMER, Surface.BUY_AGAIN, Surface.COMPLETE_BASKET, Surface.SESSION, Surface.SIMILAR);

    /** They weigh every product against many others, so that few of them do for all. */
    private static final Set<String> OF_MANY = Set.of("ease", "edlae", "sparse-ease");

    /** They learn from pairs of products: until somebody has two they are silent. */
    private static final Set<String> OF_PAIRS = Set.of("ease", "edlae", "sparse-ease", "ials", "item-knn", "rp3beta");

    /**
     * A model to be trained.
     *
     * @param visits whether it learns from what was looked at, where anything was
     */
    record Learner(Algorithm algorithm, boolean visits) {}

    private final Map<Surface, Choice> choices;
    private final Map<String, Learner> learners;
    private final String together;

    private Lineup(Map<Surface, Choice> choices, Map<String, Learner> learners, String together) {
        this.together = together;
        this.choices = choices;
        this.learners = learners;
    }

    /**
     * The models for some data.
     *
     * @param chosen what was chosen before; the other surfaces begin with what is usual and fits the limits
     */
    static Lineup of(Portfolio portfolio, Map<Surface, Choice> chosen, Dataset data, Limits limits) {
        Map<Surface, Choice> choices = new EnumMap<>(Surface.class);
        Map<String, Learner> learners = new LinkedHashMap<>();
        for (Surface surface : SERVED) {
            Choice given = chosen.get(surface);
            Choice choice = given != null ? given : usual(portfolio, surface, data, limits);
            choices.put(surface, choice);
            for (Choice.Part part : choice.parts()) {
                learners.putIfAbsent(
                        key(surface, part),
                        new Learner(portfolio.named(part.name(), part.parameters()), surface == Surface.SESSION));
            }
        }
        String together = learners.entrySet().stream()
                .filter(entry -> !entry.getValue().visits()
                        && OF_MANY.contains(entry.getValue().algorithm().name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(TOGETHER);
        if (together.equals(TOGETHER)) {
            boolean dense = data.items() <= limits.denseItems() && dense().estimateBytes(data) <= limits.bytes();
            learners.put(TOGETHER, new Learner(dense ? dense() : SparseAlgorithm.of(REGULARIZATION, NEIGHBORS), false));
        }
        learners.put(REPEAT, new Learner(RepeatAlgorithm.standard(), false));
        learners.put(CONTENT, new Learner(ContentAlgorithm.of(), false));
        return new Lineup(choices, learners, together);
    }

    /** What is usual; where the limits allow no model at all, those that would be: they stay silent and say why. */
    private static Choice usual(Portfolio portfolio, Surface surface, Dataset data, Limits limits) {
        try {
            return portfolio.usual(surface, data, limits);
        } catch (IllegalArgumentException nothingFits) {
            return portfolio.usual(surface, data, new Limits(limits.denseItems(), Long.MAX_VALUE));
        }
    }

    /** Training is binary; a customer's products count by recency when they are scored. */
    private static EaseAlgorithm dense() {
        return EaseAlgorithm.of(REGULARIZATION).withRecency(new Recency(HALF_LIFE_DAYS, Double.POSITIVE_INFINITY));
    }

    /**
     * The key of the model that says what goes with a product: one of those chosen that do, otherwise one of its own, dense where
     * that fits and sparse where it does not.
     */
    public String together() {
        return together;
    }

    /** What answers on a surface. */
    public Choice choice(Surface surface) {
        Choice choice = choices.get(surface);
        if (choice == null) {
            throw new IllegalArgumentException("The surface " + surface + " is not one of those served: " + SERVED);
        }
        return choice;
    }

    /** The models by their keys, in the order in which they are trained. */
    Map<String, Learner> learners() {
        return learners;
    }

    /** The name of the method behind each key. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        learners.forEach((key, learner) -> names.put(key, learner.algorithm().name()));
        return names;
    }

    /**
     * The name under which the model of a part is kept: the same for the same method with the same settings, but that the
     * models of sessions learn from visits.
     */
    public static String key(Surface surface, Choice.Part part) {
        return (surface == Surface.SESSION ? "visits-" : "") + part.name() + " " + part.parameters();
    }

    static boolean needsPairs(Algorithm algorithm) {
        return OF_PAIRS.contains(algorithm.name());
    }
}
