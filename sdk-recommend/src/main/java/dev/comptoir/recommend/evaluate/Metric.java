package dev.comptoir.recommend.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A metric of one ranked list, with the variant of its definition. Immutable.
 */
public final class Metric {
    private final String name;
    private final Measure measure;
    private final Answer.Part part;
    private final int k;

    private Metric(String name, Measure measure, Answer.Part part, int k) {
        this.name = name + "@" + k;
        this.measure = measure;
        this.part = part;
        this.k = k;
    }

    /**
     * The usual metrics of a task, the leading one of the field first. Names as the field of the task uses them: {@code Recall}
     * is hits / min(k, targets) for the rest of a set and hits / targets for the next basket; the other one is named
     * {@code RecallPlain} or {@code RecallCapped}.
     *
     * @param ks lengths of lists, each at least 1; none for those usual in the field
     */
    public static List<Metric> of(Task task, int... ks) {
        for (int k : ks) {
            if (k < 1 || k > 10_000) {
                throw new IllegalArgumentException("The length k is " + k + ", but must be 1 to 10000.");
            }
        }
        int[] distinct = IntStream.of(ks).distinct().sorted().toArray();
        return switch (task) {
            case REST_OF_SET -> restOfSet(distinct);
            case NEXT_BASKET -> nextBasket(distinct.length == 0 ? new int[] {10, 20} : distinct);
            case NEXT_ITEM -> nextItem(distinct.length == 0 ? new int[] {10, 20} : distinct);
        };
    }

    private static List<Metric> restOfSet(int[] ks) {
        List<Metric> metrics = new ArrayList<>();
        int[] recalls = ks.length == 0 ? new int[] {20, 50} : ks;
        int[] gains = ks.length == 0 ? new int[] {100} : ks;
        add(metrics, "Recall", Measure.HITS_OF_REACHABLE, recalls);
        add(metrics, "NDCG", Measure.GAIN_OF_REACHABLE, gains);
        add(metrics, "RecallPlain", Measure.HITS_OF_TARGETS, recalls);
        add(metrics, "Precision", Measure.HITS_OF_PLACES, recalls);
        add(metrics, "HR", Measure.ANY_HIT, recalls);
        add(metrics, "MRR", Measure.RECIPROCAL_RANK, gains);
        add(metrics, "MAP", Measure.AVERAGE_PRECISION, gains);
        return metrics;
    }

    private static List<Metric> nextBasket(int[] ks) {
        List<Metric> metrics = new ArrayList<>();
        add(metrics, "Recall", Measure.HITS_OF_TARGETS, ks);
        add(metrics, "NDCG", Measure.GAIN_OF_REACHABLE, ks);
        add(metrics, "NDCGfull", Measure.GAIN_OF_TARGETS, ks);
        add(metrics, "HR", Measure.ANY_HIT, ks);
        add(metrics, "RecallCapped", Measure.HITS_OF_REACHABLE, ks);
        add(metrics, "Precision", Measure.HITS_OF_PLACES, ks);
        add(metrics, "MRR", Measure.RECIPROCAL_RANK, ks);
        add(metrics, "MAP", Measure.AVERAGE_PRECISION, ks);
        parts(metrics, "Recall", Measure.HITS_OF_TARGETS, ks);
        parts(metrics, "NDCG", Measure.GAIN_OF_REACHABLE, ks);
        return metrics;
    }

    private static List<Metric> nextItem(int[] ks) {
        List<Metric> metrics = new ArrayList<>();
        add(metrics, "HR", Measure.ANY_HIT, ks);
        add(metrics, "MRR", Measure.RECIPROCAL_RANK, ks);
        add(metrics, "NDCG", Measure.GAIN_OF_REACHABLE, ks);
        parts(metrics, "HR", Measure.ANY_HIT, ks);
        parts(metrics, "MRR", Measure.RECIPROCAL_RANK, ks);
        return metrics;
    }

    private static void add(List<Metric> metrics, String name, Measure measure, int[] ks) {
        for (int k : ks) {
            metrics.add(new Metric(name, measure, Answer.Part.ALL, k));
        }
    }

    private static void parts(List<Metric> metrics, String name, Measure measure, int[] ks) {
        for (int k : ks) {
            metrics.add(new Metric(name + "Repeat", measure, Answer.Part.REPEATED, k));
            metrics.add(new Metric(name + "Explore", measure, Answer.Part.EXPLORED, k));
        }
    }

    /** As in a report: {@code Recall@20}. */
    public String name() {
        return name;
    }

    /** How it is defined. */
    public String variant() {
        return switch (part) {
            case ALL -> measure.variant();
            case REPEATED -> measure.variant() + "; targets that the history holds, where there are any";
            case EXPLORED -> measure.variant() + "; targets that the history does not hold, where there are any";
        };
    }

    /** How many places it looks at. */
    public int k() {
        return k;
    }

    /** The longest list that any of these looks at. */
    static int longest(List<Metric> metrics) {
        return metrics.stream().mapToInt(Metric::k).max().orElse(1);
    }

    Answer.Part part() {
        return part;
    }

    /** The value for one answer; NaN where it has no target that counts. */
    double of(Answer answer) {
        return answer.targets() == 0 ? Double.NaN : measure.of(answer, k);
    }

    static Set<Answer.Part> parts(List<Metric> metrics) {
        Set<Answer.Part> parts = new LinkedHashSet<>();
        metrics.forEach(metric -> parts.add(metric.part));
        return parts;
    }

    @Override
    public String toString() {
        return name;
    }
}
