package dev.comptoir.recommend.serve;

import dev.comptoir.ProductId;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.model.Scorer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was learnt from the events up to one moment, by the name of the component. Immutable and thread-safe. */
public final class TrainedModels {
    /** Up to so many operations, training again costs a request a few hundredths of a second. */
    private static final double CHEAP_OPERATIONS = 3e8;

    private final long sequence;
    private final long erasures;
    private final boolean visits;
    private final long catalog;
    private final List<ProductId> products;
    private final Dataset dataset;
    private final InteractionMatrix rowsOfItem;
    private final boolean cheap;
    private final Lineup lineup;
    private final Map<String, Scorer> scorers;
    private final Map<String, Silence> silent;

    TrainedModels(
            TrainingInput input,
            InteractionMatrix matrix,
            Lineup lineup,
            Map<String, Scorer> scorers,
            Map<String, Silence> silent) {
        this.lineup = lineup;
        this.sequence = input.sequence();
        this.erasures = input.erasures();
        this.visits = input.visits();
        this.catalog = input.catalog();
        this.products = input.products();
        this.dataset = input.dataset();
        this.rowsOfItem = matrix.transposed();
        this.cheap = isCheap(input, matrix);
        this.scorers = Map.copyOf(scorers);
        this.silent = Map.copyOf(silent);
    }

    /** Whether training costs so little that a request may wait for it, whenever something was sold or listed. */
    static boolean isCheap(TrainingInput input, InteractionMatrix matrix) {
        double items = input.products().size();
        double lines = input.dataset().histories().lines();
        return items * items * items + 2.0 * matrix.pairs() + 20.0 * lines <= CHEAP_OPERATIONS;
    }

    /** Whether it may serve a request over the events up to {@code now} and this version of the catalogue. */
    boolean serves(long now, long catalogNow, long erasuresNow) {
        return erasures == erasuresNow && ((sequence >= now && catalog == catalogNow) || !cheap);
    }

    /** The products it knows: those of the items that scorers score, in their order. */
    List<ProductId> products() {
        return products;
    }

    /** What the models were trained on. */
    Dataset dataset() {
        return dataset;
    }

    long sequence() {
        return sequence;
    }

    long erasures() {
        return erasures;
    }

    /** Whether anything was looked at: then sessions are visits, otherwise purchases. */
    public boolean visits() {
        return visits;
    }

    /** Which models answer where. */
    public Lineup lineup() {
        return lineup;
    }

    /** The scorer under a key of the line-up; null where it is silent. */
    public @Nullable Scorer scorer(String key) {
        return scorers.get(key);
    }

    /** Why the model under a key is silent; null where it speaks. */
    public @Nullable Silence silence(String key) {
        return silent.get(key);
    }

    /** How many products were learnt. */
    public int items() {
        return products.size();
    }

    /** How many customers and anonymous receipts have both items. */
    public int together(int left, int right) {
        if (Math.max(left, right) >= rowsOfItem.rows()) {
            return 0;
        }
        int l = 0;
        int r = 0;
        int both = 0;
        while (l < rowsOfItem.rowLength(left) && r < rowsOfItem.rowLength(right)) {
            int difference = Integer.compare(rowsOfItem.item(left, l), rowsOfItem.item(right, r));
            both += difference == 0 ? 1 : 0;
            l += difference <= 0 ? 1 : 0;
            r += difference >= 0 ? 1 : 0;
        }
        return both;
    }
}
