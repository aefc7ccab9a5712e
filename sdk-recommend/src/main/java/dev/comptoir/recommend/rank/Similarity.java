package dev.comptoir.recommend.rank;

/**
 * How alike two things are, by number: 1 for the same, 0 for nothing in common, may be negative; the same in both directions.
 * NaN counts as 0.
 */
@FunctionalInterface
public interface Similarity {
    float of(int left, int right);
}
