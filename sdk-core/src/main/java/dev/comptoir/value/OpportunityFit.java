package dev.comptoir.value;

import java.util.List;

/**
 * A {@link BgBb} model fitted to histories, and how well. Immutable.
 *
 * @param model the most likely one
 * @param logLikelihood of all histories, natural logarithm, without the prior
 * @param parameters with their standard errors
 * @param customers how many histories
 * @param converged whether the search ended at a proper maximum
 */
public record OpportunityFit(
        BgBb model, double logLikelihood, List<ParameterEstimate> parameters, int customers, boolean converged) {
    public OpportunityFit {
        parameters = List.copyOf(parameters);
    }
}
