package dev.comptoir.value;

import java.util.List;

/** A purchase model fitted to histories, and how well. Immutable. */
public final class ModelFit {
    private final PurchaseModel model;
    private final double logLikelihood;
    private final List<ParameterEstimate> parameters;
    private final LogNormalSpread spread;
    private final int customers;
    private final boolean converged;

    ModelFit(
            PurchaseModel model,
            double logLikelihood,
            List<ParameterEstimate> parameters,
            LogNormalSpread spread,
            int customers,
            boolean converged) {
        this.model = model;
        this.logLikelihood = logLikelihood;
        this.parameters = List.copyOf(parameters);
        this.spread = spread;
        this.customers = customers;
        this.converged = converged;
    }

    public PurchaseModel model() {
        return model;
    }

    /** Of all histories, natural logarithm, without the prior. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** The parameters with their standard errors, in the order of the paper. */
    public List<ParameterEstimate> parameters() {
        return parameters;
    }

    /** How many histories it was fitted to. */
    public int customers() {
        return customers;
    }

    /** Whether the search ended at a proper maximum. */
    public boolean converged() {
        return converged;
    }

    /** How uncertain the parameters are. */
    LogNormalSpread spread() {
        return spread;
    }

    @Override
    public String toString() {
        return model + ", log-likelihood " + logLikelihood + " of " + customers + " customers";
    }
}
