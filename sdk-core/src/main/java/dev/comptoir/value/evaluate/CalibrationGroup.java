package dev.comptoir.value.evaluate;

/**
 * Customers of whom about the same was foretold. Immutable.
 *
 * @param customers how many
 * @param meanPredicted the mean number of purchases foretold
 * @param meanActual the mean number of purchases that came
 */
public record CalibrationGroup(int customers, double meanPredicted, double meanActual) {}
