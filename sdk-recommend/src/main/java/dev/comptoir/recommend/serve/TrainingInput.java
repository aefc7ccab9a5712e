package dev.comptoir.recommend.serve;

import dev.comptoir.ProductId;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.ItemFeatures;
import java.util.List;

/**
 * What training needs, taken at one moment.
 *
 * @param sequence the last event it holds
 * @param erasures how many erasures there had been before the events were read
 * @param catalog the version of the catalogue before it was read
 * @param products the product of each item, in the order of their ids
 * @param dataset what was bought
 * @param visits whether anything was looked at
 * @param sessions what was looked at, visit by visit; what was bought where nobody looked at anything
 */
record TrainingInput(
        long sequence,
        long erasures,
        long catalog,
        List<ProductId> products,
        Dataset dataset,
        boolean visits,
        Dataset sessions) {
    /** The same with other features of the same items. */
    TrainingInput with(ItemFeatures features) {
        Dataset bought = new Dataset(dataset.histories(), features);
        Dataset looked = visits ? new Dataset(sessions.histories(), features) : bought;
        return new TrainingInput(sequence, erasures, catalog, products, bought, visits, looked);
    }

    /** What a model learns from. */
    Dataset data(Lineup.Learner learner) {
        return learner.visits() ? sessions : dataset;
    }
}
