package dev.comptoir.recommend.rank;

import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a list is made of: the scores of all items, and what is known and wanted of them. Immutable, but for the arrays, which are
 * not copied: leave them alone. Every {@code with} method gives a changed copy.
 */
public final class Candidates {
    private final float[] scores;
    private final float @Nullable [] ties;
    private final IntPredicate allowed;
    private final Similarity similarity;
    private final int @Nullable [] group;
    private final double[] mix;
    private final List<Boost> boosts;
    private final List<Pin> pins;

    private Candidates(
            float[] scores,
            float @Nullable [] ties,
            IntPredicate allowed,
            Similarity similarity,
            int @Nullable [] group,
            double[] mix,
            List<Boost> boosts,
            List<Pin> pins) {
        this.scores = scores;
        this.ties = ties;
        this.allowed = allowed;
        this.similarity = similarity;
        this.group = group;
        this.mix = mix;
        this.boosts = boosts;
        this.pins = pins;
    }

    /**
     * All items by their scores.
     *
     * @param scores one per item; an item whose score is NaN is no candidate
     */
    public static Candidates of(float[] scores) {
        return new Candidates(
                scores,
                null,
                item -> true,
                (left, right) -> left == right ? 1 : 0,
                null,
                new double[0],
                List.of(),
                List.of());
    }

    /** Parts equal scores, larger first; one per item. */
    public Candidates withTies(float[] ties) {
        requireOnePerItem("second scores", ties.length);
        return new Candidates(scores, ties, allowed, similarity, group, mix, boosts, pins);
    }

    /** Only these, and of those so far only these: filters come before everything else. */
    public Candidates withFilter(IntPredicate filter) {
        return new Candidates(scores, ties, allowed.and(filter), similarity, group, mix, boosts, pins);
    }

    /** How alike two items are; needed for variety. */
    public Candidates withSimilarity(Similarity similarity) {
        return new Candidates(scores, ties, allowed, similarity, group, mix, boosts, pins);
    }

    /**
     * What the list's mix is to be like; needed for calibration.
     *
     * @param group the category of each item, from 0; -1 for none
     * @param mix a share per category, see {@link CategoryMix}; empty where the customer has none
     */
    public Candidates withMix(int[] group, double[] mix) {
        requireOnePerItem("categories", group.length);
        return new Candidates(scores, ties, allowed, similarity, group, mix, boosts, pins);
    }

    /** What lifts or lowers some of them; all that apply do, in this order. */
    public Candidates withBoosts(List<Boost> boosts) {
        return new Candidates(scores, ties, allowed, similarity, group, mix, List.copyOf(boosts), pins);
    }

    /** What stands at fixed places. */
    public Candidates withPins(List<Pin> pins) {
        return new Candidates(scores, ties, allowed, similarity, group, mix, boosts, List.copyOf(pins));
    }

    private void requireOnePerItem(String what, int given) {
        if (given != scores.length) {
            throw new IllegalArgumentException("There are " + given + " " + what + " for " + scores.length
                    + " items, but there must be one per item.");
        }
    }

    float[] scores() {
        return scores;
    }

    float @Nullable [] ties() {
        return ties;
    }

    /** Whether an item of this number may be in the list. */
    boolean allows(int item) {
        return item >= 0 && item < scores.length && !Float.isNaN(scores[item]) && allowed.test(item);
    }

    Similarity similarity() {
        return similarity;
    }

    int @Nullable [] group() {
        return group;
    }

    double[] mix() {
        return mix;
    }

    List<Boost> boosts() {
        return boosts;
    }

    List<Pin> pins() {
        return pins;
    }
}
