package dev.comptoir.value;

/**
 * How well one candidate foretold. Immutable.
 *
 * @param kind which model
 * @param score larger is better, see {@link ModelChoice.Criterion}
 * @param fit the fit that was scored
 */
public record ModelScore(PurchaseModel.Kind kind, double score, ModelFit fit) {}
