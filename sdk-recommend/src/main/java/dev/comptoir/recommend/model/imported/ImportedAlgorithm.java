package dev.comptoir.recommend.model.imported;

import dev.comptoir.rank.CandidateRanker;
import dev.comptoir.recommend.interaction.BuyerCounts;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ranker that was trained elsewhere, as one more model: it scores every item by what our own models and the counts say of it.
 * Immutable and thread-safe; the ranker stays its owner's, who closes it last.
 *
 * <p>The features that a ranker may ask for, in any order:
 *
 * <ul>
 *   <li>{@code score_NAME}: the score that the source of this name gives, hyphens as underscores; 0 where it has nothing to say
 *   <li>{@code popularity}: how many rows of the training data have the item, as a share of the best seller's: 0 to 1
 *   <li>{@code item_buyers}: how many rows have it
 *   <li>{@code price}: of the item, in the currency's main unit as the data have it; -1 where it is not known
 *   <li>{@code user_baskets}, {@code user_items}: baskets and distinct items of the history
 *   <li>{@code user_days}: days since its newest basket; -1 without one
 *   <li>{@code user_item_count}: baskets of the history with the item
 *   <li>{@code user_item_days}: days since the newest of them; -1 without one
 * </ul>
 *
 * Days are fractions, 0 to 36,500.
 */
public final class ImportedAlgorithm implements Algorithm {
    private final CandidateRanker ranker;
    private final List<Algorithm> sources;
    private final Columns columns;

    private ImportedAlgorithm(CandidateRanker ranker, List<Algorithm> sources, Columns columns) {
        this.ranker = ranker;
        this.sources = sources;
        this.columns = columns;
    }

    /**
     * A ranker over some models, each of another name.
     *
     * @throws dev.comptoir.error.ModelException if the ranker asks for a feature that there is not
     */
    public static ImportedAlgorithm of(CandidateRanker ranker, List<Algorithm> sources) {
        return new ImportedAlgorithm(ranker, List.copyOf(sources), Columns.of(ranker.featureNames(), sources));
    }

    /** The names of all features that a ranker over these models may ask for. */
    public static List<String> features(List<Algorithm> sources) {
        return List.copyOf(Columns.names(sources));
    }

    @Override
    public String name() {
        return "imported";
    }

    /** Those of the sources, each behind the name of its model. */
    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> parameters = new TreeMap<>();
        for (Algorithm source : sources) {
            source.parameters().forEach((name, value) -> parameters.put(source.name() + "." + name, value));
        }
        return parameters;
    }

    @Override
    public long estimateBytes(Dataset data) {
        long sum = 1024 + 20L * data.items();
        for (Algorithm source : sources) {
            sum += source.estimateBytes(data);
        }
        return sum;
    }

    @Override
    public Scorer train(Dataset data, Tiles tiles) {
        List<Scorer> scorers = new ArrayList<>();
        for (Algorithm source : sources) {
            scorers.add(source.train(data, tiles));
        }
        float[] prices = new float[data.items()];
        for (int item = 0; item < prices.length; item++) {
            float price = data.features().price(item);
            prices[item] = Float.isFinite(price) ? price : Feature.PRICE.unknown();
        }
        return new ImportedScorer(ranker, columns, List.copyOf(scorers), BuyerCounts.ofAll(data.histories()), prices);
    }
}
