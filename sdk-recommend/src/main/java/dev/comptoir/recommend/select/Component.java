package dev.comptoir.recommend.select;

import dev.comptoir.recommend.model.Algorithm;

/**
 * One part of a blend. Immutable.
 *
 * @param algorithm what it is
 * @param weight how much it counts, above 0 and finite; only the ratios of weights matter for the order of items
 * @param scale what its scores are divided by
 */
public record Component(Algorithm algorithm, double weight, Scale scale) {
    public Component {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("The weight of " + algorithm.name() + " is " + weight
                    + ", but must be above 0 and finite. Leave out what shall not count.");
        }
    }
}
