package dev.comptoir.segment.learned;

/**
 * A group that was found and is not shown, because it is not found again in samples. Immutable.
 *
 * @param customers how many would belong to it
 * @param stability mean Jaccard similarity in bootstrap samples, below .6
 */
public record UnstableGroup(int customers, double stability) {}
