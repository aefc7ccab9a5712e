package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.model.Scorer;

/**
 * One component of an answer: its scores, times a weight, are added up.
 *
 * @param weight not negative
 * @param scaled whether its scores are first divided by their largest absolute value
 */
public record Part(Scorer scorer, double weight, boolean scaled) {}
