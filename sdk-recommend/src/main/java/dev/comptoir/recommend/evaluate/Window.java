package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.Dataset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model learns from, and the questions that it is then asked: one window of a rolling split, or the only one where time
 * plays no part. Nothing that is asked for can be learnt: the factories refuse leakage. Immutable and thread-safe.
 */
public final class Window {
    private final String name;
    private final Dataset train;
    private final int[] unitOfRow;
    private final List<HeldOut> questions;
    private final OptionalLong cut;
    private final OptionalLong end;
    private final SortedMap<String, Integer> skipped;

    private Window(
            String name,
            Dataset train,
            int[] unitOfRow,
            List<HeldOut> questions,
            OptionalLong cut,
            OptionalLong end,
            Map<String, Integer> skipped) {
        if (unitOfRow.length != train.histories().knownRows()) {
            throw new IllegalArgumentException("There are " + unitOfRow.length + " units for "
                    + train.histories().knownRows() + " known rows, but there must be one for each.");
        }
        this.name = name;
        this.train = train;
        this.unitOfRow = unitOfRow.clone();
        this.questions =
                questions.stream().filter(question -> question.targets() > 0).toList();
        this.cut = cut;
        this.end = end;
        SortedMap<String, Integer> counts = new TreeMap<>(skipped);
        int empty = questions.size() - this.questions.size();
        if (empty > 0) {
            counts.merge("nothing to find", empty, Integer::sum);
        }
        this.skipped = Collections.unmodifiableSortedMap(counts);
        Leakage.refuseIn(this);
    }

    /**
     * A window without order in time. Questions with nothing to find are passed over and counted.
     *
     * @param unitOfRow the customer or session of each known row of the training
     * @param skipped how many were not asked about, by reason
     * @throws LeakageException if training holds baskets of a questioned unit that its history does not hold, or a history
     *     holds more than lies before the target
     */
    public static Window of(
            String name, Dataset train, int[] unitOfRow, List<HeldOut> questions, Map<String, Integer> skipped) {
        return new Window(name, train, unitOfRow, questions, OptionalLong.empty(), OptionalLong.empty(), skipped);
    }

    /**
     * A window cut in time.
     *
     * @param cut milliseconds of the epoch: all training lies before it, all questions are asked from here on
     * @param end all targets lie before it
     * @throws LeakageException as {@link #of}, and if a training event or a question is on the wrong side of the cut
     */
    public static Window atCut(
            String name,
            Dataset train,
            int[] unitOfRow,
            List<HeldOut> questions,
            long cut,
            long end,
            Map<String, Integer> skipped) {
        return new Window(name, train, unitOfRow, questions, OptionalLong.of(cut), OptionalLong.of(end), skipped);
    }

    /** What it is called in a report. */
    public String name() {
        return name;
    }

    /** What models learn from. The same object in several windows means the same training. */
    public Dataset train() {
        return train;
    }

    /** The customer or session of a known row of the training. */
    public int unitOfRow(int row) {
        return unitOfRow[row];
    }

    /** What is asked, each with something to find. */
    public List<HeldOut> questions() {
        return questions;
    }

    /** All training lies before it, in milliseconds of the epoch; empty where time plays no part. */
    public OptionalLong cut() {
        return cut;
    }

    /** All targets lie before it. */
    public OptionalLong end() {
        return end;
    }

    /** How many customers or sessions were not asked about, by reason. */
    public SortedMap<String, Integer> skipped() {
        return skipped;
    }
}
