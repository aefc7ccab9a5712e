package dev.comptoir.recommend.select;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Several models as one: a weighted sum of their scores, each brought to a common scale for the history that is asked about.
 * Immutable and thread-safe. Costs what its components cost.
 */
public final class Blend implements Algorithm {
    /*
     * score_i = sum over components m of w_m * s_m(i) / scale_m,   scale_m = max_j |s_m(j)| or sd_j s_m(j), per history.
     * The mean is not taken off as a z-score would: it moves all items alike, and without it the summands of a component still
     * add up to its part of the score. Ranks in place of scores would be sturdier against outliers but leave nothing to add
     * up. A component whose scores do not tell items apart (scale 0) is silent for that history. Only the ratios of weights
     * count for the order; they are kept as given.
     */
    private final List<Component> components;

    private Blend(List<Component> components) {
        this.components = components;
    }

    /**
     * A blend of these components, in this order.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Blend of(List<Component> components) {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("The blend has 0 components, but must have at least 1.");
        }
        return new Blend(List.copyOf(components));
    }

    /** What it is made of. */
    public List<Component> components() {
        return components;
    }

    @Override
    public String name() {
        return "blend";
    }

    /** Weights and parameters as {@code ease.weight}, {@code ease.regularization}; a second one of a name is {@code ease-2}. */
    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> all = new TreeMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Component component : components) {
            String name = component.algorithm().name();
            int nth = seen.merge(name, 1, Integer::sum);
            String prefix = nth == 1 ? name : name + "-" + nth;
            all.put(prefix + ".weight", component.weight());
            component.algorithm().parameters().forEach((key, value) -> all.put(prefix + "." + key, value));
        }
        return Collections.unmodifiableSortedMap(all);
    }

    /** The sum of its components': all of them are held in the end. */
    @Override
    public long estimateBytes(Dataset data) {
        long sum = 0;
        for (Component component : components) {
            long bytes = component.algorithm().estimateBytes(data);
            sum = sum > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : sum + bytes;
        }
        return sum;
    }

    @Override
    public Scorer train(Dataset data, Tiles tiles) {
        List<Scorer> scorers = new ArrayList<>();
        for (Component component : components) {
            scorers.add(component.algorithm().train(data, tiles));
        }
        return new BlendScorer(data.items(), components, scorers);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Component component : components) {
            text.append(text.length() == 0 ? "" : " + ")
                    .append(Figures.shortest(component.weight()))
                    .append(' ')
                    .append(component.algorithm().name());
        }
        return text.toString();
    }
}
