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
 */
record TrainingInput(long sequence, long erasures, List<ProductId> products, Dataset dataset) {}
