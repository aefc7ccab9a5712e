package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.PersistentAlgorithm;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.UpdatableAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * EASE^R, and EDLAE where there is dropout: what is bought by the same users, in closed form. For catalogues up to some 10,000
 * items. Immutable and thread-safe.
 */
public final class EaseAlgorithm implements PersistentAlgorithm, UpdatableAlgorithm {
    private static final long BYTES_PER_LINE = 20;
    /** An update of one row costs about I^2, training I^3; with more rows than this part of I, training is safer too. */
    private static final int UPDATES_PART = 16;

    private final Objective objective;
    private final Recency recency;
    private final double damping;

    private EaseAlgorithm(Objective objective, Recency recency, double damping) {
        if (!(damping >= 0 && damping <= 1)) {
            throw new IllegalArgumentException("The damping is " + damping + ", but must lie from 0 to 1.");
        }
        this.objective = objective;
        this.recency = recency;
        this.damping = damping;
    }

    /**
     * Plain EASE.
     *
     * @param regularization above 0; 10 to 10,000 are usual, larger for sparser data
     */
    public static EaseAlgorithm of(double regularization) {
        return new EaseAlgorithm(new Objective(regularization, 0, 0), Recency.NONE, 0);
    }

    /**
     * The same as EDLAE, which hides a share of each history in training.
     *
     * @param dropout 0 to below 1; .25 to .5 are usual
     */
    public EaseAlgorithm withDropout(double dropout) {
        return new EaseAlgorithm(
                new Objective(objective.regularization(), dropout, objective.contentWeight()), recency, damping);
    }

    /**
     * The same with what is known of the items: their categories, the words of their titles and their embeddings count as rows of
     * users do, so that items without buyers get weights. There {@link dev.comptoir.recommend.model.Contribution.Kind#SIMILAR_TEXT}
     * is given as the ground.
     *
     * @param contentWeight what a feature counts beside a user, 0 and more; .01 to 100 are usual
     */
    public EaseAlgorithm withContent(double contentWeight) {
        return new EaseAlgorithm(
                new Objective(objective.regularization(), objective.dropout(), contentWeight), recency, damping);
    }

    /** The same with a weight that falls with the age of a purchase when somebody is scored; training stays as it is. */
    public EaseAlgorithm withRecency(Recency recency) {
        return new EaseAlgorithm(objective, recency, damping);
    }

    /**
     * The same with the scores of an item divided by its number of users to a power.
     *
     * @param damping the power, 0 to 1; 0 for none
     */
    public EaseAlgorithm withDamping(double damping) {
        return new EaseAlgorithm(objective, recency, damping);
    }

    @Override
    public String name() {
        return objective.dropout() > 0 ? "edlae" : "ease";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put("regularization", objective.regularization());
        parameters.put("dropout", objective.dropout());
        parameters.put("contentWeight", objective.contentWeight());
        parameters.put("damping", damping);
        parameters.put("halfLifeDays", recency.halfLifeDays());
        parameters.put("halfLifeBaskets", recency.halfLifeBaskets());
        return parameters;
    }

    @Override
    public long estimateBytes(Dataset data) {
        long content = 0;
        for (int item = 0; objective.contentWeight() > 0 && item < data.items(); item++) {
            float[] embedding = data.features().embedding(item);
            String title = data.features().title(item);
            content += (embedding == null ? 0 : (long) Float.BYTES * embedding.length)
                    + (title == null ? 0 : 16L * title.length());
        }
        return Ease.estimateBytes(data.items())
                + BYTES_PER_LINE * data.histories().lines()
                + content;
    }

    @Override
    public EaseScorer train(Dataset data, Tiles tiles) {
        return scorer(Ease.train(data.histories().matrix(), data.features(), objective, tiles));
    }

    /** Scores by weights trained before, with the recency and the damping of this algorithm. */
    public EaseScorer scorer(Ease model) {
        return new EaseScorer(model, recency, damping);
    }

    @Override
    public int formatVersion() {
        return 1;
    }

    @Override
    public void write(Scorer scorer, OutputStream out) throws IOException {
        ((EaseScorer) scorer).model().writeTo(out);
    }

    @Override
    public Scorer read(InputStream in) throws IOException {
        return scorer(Ease.readFrom(in));
    }

    /** Takes rows out and puts rows in one by one, where they are few and no content counts. */
    @Override
    public Optional<Scorer> update(Scorer previous, Dataset before, Dataset after, Tiles tiles) {
        if (!(previous instanceof EaseScorer trained)
                || objective.contentWeight() > 0
                || before.items() != after.items()) {
            return Optional.empty();
        }
        RowDifference difference =
                RowDifference.of(before.histories().matrix(), after.histories().matrix());
        if (difference.rows() > after.items() / UPDATES_PART) {
            return Optional.empty();
        }
        try {
            Ease model = trained.model();
            for (int[] row : difference.added()) {
                model = model.with(row);
            }
            for (int[] row : difference.removed()) {
                model = model.without(row);
            }
            return Optional.of(scorer(model));
        } catch (ArithmeticException tooFewDigits) {
            return Optional.empty();
        }
    }
}
