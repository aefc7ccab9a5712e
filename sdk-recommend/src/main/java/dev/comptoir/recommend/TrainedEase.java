package dev.comptoir.recommend;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.interaction.LiveInteractions;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ease.Ease;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** EASE for one business as of one moment, or the reason why it is silent. Immutable. */
final class TrainedEase {
    /** Up to so many operations, training again costs a request a few hundredths of a second. */
    private static final double CHEAP_OPERATIONS = 3e8;

    private final LiveInteractions source;
    private final long sequence;
    private final boolean cheap;
    private final Silence silence;
    private final long amount;
    private final @Nullable Ease model;
    private final int[] itemOfColumn;
    private final int[] columnOfItem;
    private final InteractionMatrix rowsOfItem;

    private enum Silence {
        NONE,
        TOO_FEW,
        TOO_MANY_ITEMS,
        TOO_MUCH_MEMORY,
        NO_WEIGHT
    }

    /** What training needs, taken at one moment. */
    @SuppressWarnings("ArrayRecordComponent")
    record Input(
            LiveInteractions source,
            long sequence,
            int[] itemOfColumn,
            @Nullable InteractionMatrix matrix,
            int lines) {
        /** Takes it from the receipts; above the limits without the costly part. */
        static Input of(LiveInteractions live, RecommendSettings settings) {
            int[] order = live.itemsById();
            boolean fits = order.length <= settings.maxDenseItems() && settings.togetherWeight() > 0;
            return new Input(live, live.sequence(), order, fits ? live.matrix(order) : null, live.lines());
        }
    }

    private TrainedEase(Input input, boolean cheap, Silence silence, long amount, @Nullable Ease model) {
        this.source = input.source();
        this.sequence = input.sequence();
        this.cheap = cheap;
        this.silence = silence;
        this.amount = amount;
        this.model = model;
        this.itemOfColumn = input.itemOfColumn();
        this.columnOfItem = new int[itemOfColumn.length];
        for (int column = 0; column < itemOfColumn.length; column++) {
            columnOfItem[itemOfColumn[column]] = column;
        }
        InteractionMatrix matrix = input.matrix();
        this.rowsOfItem = matrix != null && model != null ? matrix.transposed() : InteractionMatrix.of(0, List.of());
    }

    static TrainedEase train(Input input, RecommendSettings settings, Tiles tiles) {
        int items = input.itemOfColumn().length;
        InteractionMatrix matrix = input.matrix();
        if (matrix == null) {
            boolean weightless = settings.togetherWeight() == 0;
            return new TrainedEase(input, false, weightless ? Silence.NO_WEIGHT : Silence.TOO_MANY_ITEMS, items, null);
        }
        long bytes = Ease.estimateBytes(items);
        if (bytes > Runtime.getRuntime().maxMemory() / 2) {
            return new TrainedEase(input, false, Silence.TOO_MUCH_MEMORY, bytes, null);
        }
        double operations = (double) items * items * items + 2.0 * matrix.pairs() + 20.0 * input.lines();
        boolean cheap = operations <= CHEAP_OPERATIONS;
        if (matrix.pairs() == matrix.size()) {
            return new TrainedEase(input, cheap, Silence.TOO_FEW, items, null);
        }
        return new TrainedEase(input, cheap, Silence.NONE, items, Ease.train(matrix, settings.regularization(), tiles));
    }

    /** Whether it may serve a request over the events up to {@code now}. */
    boolean serves(LiveInteractions source, long now) {
        return isOf(source) && (sequence >= now || !cheap);
    }

    /** Whether it numbers items as this source does. */
    boolean isOf(LiveInteractions source) {
        return this.source == source;
    }

    boolean active() {
        return model != null;
    }

    /**
     * Scores of all items for somebody who has some.
     *
     * @param result one per item, set where the model knows the item
     */
    void score(int[] items, double[] weights, double[] result) {
        if (model == null) {
            return;
        }
        int known = 0;
        int[] columns = new int[items.length];
        double[] columnWeights = new double[items.length];
        for (int k = 0; k < items.length; k++) {
            if (items[k] < columnOfItem.length) {
                columns[known] = columnOfItem[items[k]];
                columnWeights[known++] = weights[k];
            }
        }
        double[] scores = model.scores(Arrays.copyOf(columns, known), Arrays.copyOf(columnWeights, known));
        for (int column = 0; column < scores.length; column++) {
            // A model trained a moment later may know newer items.
            if (itemOfColumn[column] < result.length) {
                result[itemOfColumn[column]] = scores[column];
            }
        }
    }

    /** What one item says for another; 0 where one is not known. */
    double weight(int from, int to) {
        return model == null || from >= columnOfItem.length || to >= columnOfItem.length
                ? 0
                : model.weight(columnOfItem[from], columnOfItem[to]);
    }

    /** How many customers and anonymous receipts have both items. */
    int together(int left, int right) {
        int leftColumn = columnOfItem[left];
        int rightColumn = columnOfItem[right];
        int l = 0;
        int r = 0;
        int both = 0;
        while (l < rowsOfItem.rowLength(leftColumn) && r < rowsOfItem.rowLength(rightColumn)) {
            int difference = Integer.compare(rowsOfItem.item(leftColumn, l), rowsOfItem.item(rightColumn, r));
            both += difference == 0 ? 1 : 0;
            l += difference <= 0 ? 1 : 0;
            r += difference >= 0 ? 1 : 0;
        }
        return both;
    }

    /** What it rests on, or why it is silent. */
    String text(RecommendSettings settings, boolean french) {
        return switch (silence) {
            case NONE -> french ? amount + " produits appris" : "learnt from " + amount + " products";
            case TOO_FEW ->
                french
                        ? "aucun client ni ticket n'a encore deux produits"
                        : "no customer or receipt has two products yet";
            case TOO_MANY_ITEMS ->
                french
                        ? amount + " produits dépassent la limite de " + settings.maxDenseItems() + " (maxDenseItems)"
                        : amount + " products exceed the " + settings.maxDenseItems() + " allowed (maxDenseItems)";
            case TOO_MUCH_MEMORY ->
                String.format(
                        french ? Locale.FRENCH : Locale.ENGLISH,
                        french
                                ? "%d Mo nécessaires, plus de la moitié de la mémoire de la JVM (-Xmx)"
                                : "%d MB are needed, more than half of the JVM's memory (-Xmx)",
                        amount >> 20);
            case NO_WEIGHT -> french ? "poids nul (togetherWeight)" : "its weight is 0 (togetherWeight)";
        };
    }
}
