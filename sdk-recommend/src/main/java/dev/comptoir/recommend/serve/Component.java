package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.model.Algorithm;

/**
 * A model that is to be trained for a business.
 *
 * @param name by which it is asked for
 * @param algorithm how it learns
 * @param minItems with fewer products another one speaks
 * @param maxItems with more products it stays silent
 * @param pairs whether it needs somebody with two products
 */
public record Component(String name, Algorithm algorithm, int minItems, int maxItems, boolean pairs) {
    /** One for assortments of any size. */
    public static Component of(String name, Algorithm algorithm, boolean pairs) {
        return new Component(name, algorithm, 0, Integer.MAX_VALUE, pairs);
    }
}
