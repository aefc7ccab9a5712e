package dev.comptoir.recommend;

/**
 * How far training is. Immutable.
 *
 * @param model the model that is about to be learnt; empty when all are done
 * @param done how many are done
 * @param total how many there are
 */
public record TrainingProgress(String model, int done, int total) {}
