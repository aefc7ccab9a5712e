package dev.comptoir.value;

import java.util.OptionalDouble;

/**
 * A fitted parameter. Immutable.
 *
 * @param name its name in the paper
 * @param value the most likely value
 * @param standardError from the curvature of the log-likelihood at the maximum, by the delta method; empty for what is not
 *     fitted by slope (k), and where the maximum is too flat for one
 */
public record ParameterEstimate(String name, double value, OptionalDouble standardError) {}
