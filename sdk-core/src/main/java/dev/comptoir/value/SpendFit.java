package dev.comptoir.value;

import java.util.List;

/** A {@link GammaGamma} model fitted to histories, and how well. Immutable. */
public final class SpendFit {
    private final GammaGamma model;
    private final double logLikelihood;
    private final List<ParameterEstimate> parameters;
    private final LogNormalSpread spread;
    private final int customers;
    private final double correlation;
    private final boolean converged;

    SpendFit(
            GammaGamma model,
            double logLikelihood,
            List<ParameterEstimate> parameters,
            LogNormalSpread spread,
            int customers,
            double correlation,
            boolean converged) {
        this.model = model;
        this.logLikelihood = logLikelihood;
        this.parameters = List.copyOf(parameters);
        this.spread = spread;
        this.customers = customers;
        this.correlation = correlation;
        this.converged = converged;
    }

    public GammaGamma model() {
        return model;
    }

    /** Of all mean amounts, natural logarithm, without the prior. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** The parameters with their standard errors. */
    public List<ParameterEstimate> parameters() {
        return parameters;
    }

    /** How many customers with repeat purchases of known amounts it was fitted to. */
    public int customers() {
        return customers;
    }

    /**
     * How mean amount and frequency go together among these customers, from -1 to 1: the correlation of ranks (Spearman); 0 where
     * one of them is the same for all. The model supposes 0.
     */
    public double spendFrequencyCorrelation() {
        return correlation;
    }

    /** Whether the search ended at a proper maximum. */
    public boolean converged() {
        return converged;
    }

    LogNormalSpread spread() {
        return spread;
    }
}
