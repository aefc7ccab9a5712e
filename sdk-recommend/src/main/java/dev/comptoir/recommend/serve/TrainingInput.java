package dev.comptoir.recommend.serve;

import dev.comptoir.ProductId;
import dev.comptoir.recommend.interaction.Dataset;
import java.util.List;

/**
 * What training needs, taken at one moment.
 *
 * @param sequence the last event it holds
 * @param erasures how many erasures there had been before the events were read
 * @param products the product of each item, in the order of their ids
 * @param dataset what was bought
 * @param visits whether anything was looked at
 * @param sessions what was looked at, visit by visit; what was bought where nobody looked at anything
 */
record TrainingInput(
        long sequence, long erasures, List<ProductId> products, Dataset dataset, boolean visits, Dataset sessions) {
    /** What a model learns from. */
    Dataset data(Lineup.Learner learner) {
        return learner.visits() ? sessions : dataset;
    }
}
