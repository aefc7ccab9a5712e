package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fits the weights of a blend to the questions of a pool. Not thread-safe. */
final class WeightFit {
    /*
     * Forward selection (after Caruana et al. 2004) from the best single model, from the second best where it is not seen to
     * be worse, and from the components that serve so far: every other model is tried at every weight of a coarse grid; the
     * weight for the questions of a fold is chosen on the other folds, and the model with the largest mean gain on the
     * held-out folds joins. Coordinate ascent then settles all weights together. The path is followed as long as a newcomer
     * gains at least half its standard error, but what joined is kept only if the blend, with its weights fitted on the other
     * folds, beats the last one kept on held-out folds: the lower end of the 95 % interval of the paired gain (bootstrap over
     * customers) lies above 0, and it exceeds 2.24 standard errors. So several that each bring too little to be seen may enter
     * together, and none enters without being seen. In the end a component goes that has less than half a standard error to
     * show for itself. What the second start led to counts only where it is seen to be better in the same sense; what serves
     * so far, which others' data speak for too, where its held-out mean is larger.
     * Newcomers are compared over a blend that was fitted on all questions, the held-out ones with them: that flatters the
     * blend, not the newcomer. What is maximised is the objective + DEPTH_WEIGHT * depth, see Objective; what is tested is the
     * objective alone.
     */
    static final int MOST_COMPONENTS = 6;
    private static final double DEPTH_WEIGHT = 0.1;
    private static final int PASSES = 2;
    private static final double LEAST_GAIN = 1e-6;
    private static final int STARTS = 2;
    private static final int PATIENCE = 2;
    private static final double ERRORS_OF_TWO_TRIALS = 2.24;
    private static final double PROMISING = 0.5;
    private static final double[] GRID = {1 / 32., 1 / 10., 1 / 3., 1, 3};
    private static final double[] STEPS = {1 / 4., 1 / 2., 1 / 1.4, 1.4, 2, 4};
    private static final Scale[] SCALES = Scale.values();

    private final Pool pool;
    private final Questions questions;
    private final int[] all;
    private final List<int[]> only = new ArrayList<>();
    private final List<int[]> allBut = new ArrayList<>();
    private final long seed;

    WeightFit(Pool pool, long seed) {
        this.pool = pool;
        this.questions = pool.questions();
        this.all = questions.all();
        this.seed = seed;
        for (int fold = 0; fold < Questions.FOLDS; fold++) {
            int out = fold;
            only.add(IntStream.of(all).filter(q -> questions.fold(q) == out).toArray());
            allBut.add(IntStream.of(all).filter(q -> questions.fold(q) != out).toArray());
        }
    }

    /** A blend, the same fitted without each fold, and what the latter are worth on the fold left out. */
    @SuppressWarnings("ArrayRecordComponent")
    record Fitted(Weights weights, List<Weights> withoutFold, double[] heldOut, double mean) {}

    /**
     * The blend that the questions speak for; a single model where no other brings enough.
     *
     * @param serving what serves so far, to begin with too; null where the pool has not all of it
     */
    Fitted fit(@Nullable Weights serving) {
        Fitted best = null;
        for (Fitted start : bestSingles()) {
            Fitted found = pruned(path(start));
            best = best == null || isSeen(gain(found, best)) ? found : best;
        }
        if (serving != null) {
            List<Weights> withoutFold = new ArrayList<>();
            allBut.forEach(which -> withoutFold.add(ascended(serving, which, 1)));
            Fitted found = pruned(path(fitted(ascended(serving, all, PASSES), withoutFold)));
            best = best == null || found.mean() > best.mean() + LEAST_GAIN ? found : best;
        }
        if (best == null) {
            throw new IllegalStateException("There is no model to begin with.");
        }
        return new Fitted(best.weights().tidied(), best.withoutFold(), best.heldOut(), best.mean());
    }

    private Fitted path(Fitted start) {
        Fitted kept = start;
        Fitted blend = start;
        int waiting = 0;
        while (blend.weights().size() < Math.min(MOST_COMPONENTS, pool.models()) && waiting < PATIENCE) {
            Newcomer next = best(blend.weights());
            Interval gain = questions.interval(next.gain(), all, seed);
            if (!(gain.mean() > PROMISING * gain.standardError())) {
                break;
            }
            Weights weights = ascended(blend.weights().with(next.model(), next.scale(), next.weight()), all, PASSES);
            List<Weights> withoutFold = new ArrayList<>();
            for (int fold = 0; fold < Questions.FOLDS; fold++) {
                Weights joined =
                        blend.withoutFold().get(fold).with(next.model(), next.scaleOf(fold), next.weightOf(fold));
                withoutFold.add(ascended(joined, allBut.get(fold), 1));
            }
            blend = fitted(weights, withoutFold);
            boolean better = isSeen(gain(blend, kept));
            kept = better ? blend : kept;
            waiting = better ? 0 : waiting + 1;
        }
        return kept;
    }

    /** Two newcomers are tried before a path is given up: each has half of the 5 % to be wrong. */
    private static boolean isSeen(Interval gain) {
        return gain.lower() > 0 && gain.mean() > ERRORS_OF_TWO_TRIALS * gain.standardError();
    }

    private Interval gain(Fitted over, Fitted under) {
        double[] gain = new double[questions.size()];
        for (int q : all) {
            gain[q] = over.heldOut()[q] - under.heldOut()[q];
        }
        return questions.interval(gain, all, seed);
    }

    private Fitted pruned(Fitted fitted) {
        Fitted best = fitted;
        for (int j = best.weights().size() - 1; j >= 0 && best.weights().size() > 1; j--) {
            int gone = j;
            Fitted shorter = fitted(
                    best.weights().without(j),
                    best.withoutFold().stream()
                            .map(weights -> weights.without(gone))
                            .toList());
            Interval share = gain(best, shorter);
            best = share.mean() > PROMISING * share.standardError() ? best : shorter;
        }
        return best;
    }

    private Fitted fitted(Weights weights, List<Weights> withoutFold) {
        double[] heldOut = new double[questions.size()];
        double[] depth = new double[questions.size()];
        for (int fold = 0; fold < Questions.FOLDS; fold++) {
            pool.mark(withoutFold.get(fold), only.get(fold), heldOut, depth);
        }
        return new Fitted(weights, withoutFold, heldOut, Arrays.stream(heldOut).sum() / Math.max(1, heldOut.length));
    }

    private Newcomer best(Weights blend) {
        Newcomer best = null;
        double[] base = new double[questions.size()];
        pool.mark(blend, all, base, new double[questions.size()]);
        for (int model = 0; model < pool.models(); model++) {
            if (!blend.uses(model)) {
                Newcomer next = tried(blend, base, model);
                best = best == null || next.mean() > best.mean() + LEAST_GAIN ? next : best;
            }
        }
        if (best == null) {
            throw new IllegalStateException("All models are in the blend.");
        }
        return best;
    }

    /** The best single model, and others that are not seen to be worse. */
    private List<Fitted> bestSingles() {
        List<Fitted> sorted = IntStream.range(0, pool.models())
                .mapToObj(model -> Weights.none().with(model, Scale.MAXIMUM, 1))
                .map(single -> fitted(single, Collections.nCopies(Questions.FOLDS, single)))
                .sorted(Comparator.comparingDouble(single -> -single.mean()))
                .toList();
        return sorted.stream()
                .limit(STARTS)
                .filter(single -> !(gain(sorted.get(0), single).lower() > 0))
                .toList();
    }

    /**
     * A model that may join.
     *
     * @param option the best scale and weight, scale after scale, numbered through
     * @param optionOf the same for each fold, chosen on the others
     * @param mean of the gain
     * @param gain of each question with the option of its fold
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Newcomer(int model, int option, int[] optionOf, double mean, double[] gain) {
        Scale scale() {
            return SCALES[option / GRID.length];
        }

        double weight() {
            return GRID[option % GRID.length];
        }

        Scale scaleOf(int fold) {
            return SCALES[optionOf[fold] / GRID.length];
        }

        double weightOf(int fold) {
            return GRID[optionOf[fold] % GRID.length];
        }
    }

    Newcomer tried(Weights blend, double[] base, int model) {
        int n = questions.size();
        int options = SCALES.length * GRID.length;
        double[][] value = new double[options][n];
        double[][] depth = new double[options][n];
        for (int s = 0; s < SCALES.length; s++) {
            pool.mark(
                    blend,
                    model,
                    SCALES[s],
                    GRID,
                    all,
                    Arrays.copyOfRange(value, s * GRID.length, (s + 1) * GRID.length),
                    Arrays.copyOfRange(depth, s * GRID.length, (s + 1) * GRID.length));
        }
        double[][] inFold = new double[options][Questions.FOLDS];
        double[] total = new double[options];
        for (int o = 0; o < options; o++) {
            for (int q = 0; q < n; q++) {
                double worth = worth(value[o][q], depth[o][q]);
                inFold[o][questions.fold(q)] += worth;
                total[o] += worth;
            }
        }
        double[] gain = new double[n];
        int[] chosen = new int[Questions.FOLDS];
        Arrays.setAll(
                chosen, fold -> largest(IntStream.range(0, options).mapToDouble(o -> total[o] - inFold[o][fold])));
        double sum = 0;
        for (int q = 0; q < n; q++) {
            gain[q] = value[chosen[questions.fold(q)]][q] - base[q];
            sum += gain[q];
        }
        int best = largest(Arrays.stream(total));
        return new Newcomer(model, best, chosen, sum / n, gain);
    }

    /** The first of the largest. */
    private static int largest(DoubleStream values) {
        double[] all = values.toArray();
        int best = 0;
        for (int k = 1; k < all.length; k++) {
            best = all[k] > all[best] + LEAST_GAIN ? k : best;
        }
        return best;
    }

    /** Settles scales and weights together, on some of the questions. */
    Weights ascended(Weights from, int[] which, int passes) {
        Weights blend = from;
        double most = worth(blend, which);
        for (int pass = 0; pass < passes; pass++) {
            boolean moved = false;
            for (int j = 0; j < blend.size(); j++) {
                Weights better = bettered(
                        blend, j, pass == 0 && passes > 1 ? SCALES : new Scale[] {blend.scale(j)}, which, most);
                if (better != null) {
                    blend = better;
                    most = worth(blend, which);
                    moved = true;
                }
            }
            if (!moved) {
                break;
            }
        }
        return blend;
    }

    private @Nullable Weights bettered(Weights blend, int j, Scale[] scales, int[] which, double most) {
        Weights rest = blend.without(j);
        Weights best = null;
        double mostYet = most + LEAST_GAIN;
        for (Scale scale : scales) {
            double unit = blend.weight(j);
            if (scale != blend.scale(j)) {
                // A change of scale keeps the typical weight.
                double peak = pool.typicalPeak(blend.model(j));
                unit *= scale == Scale.MAXIMUM ? peak : 1 / peak;
            }
            double[] tried = new double[STEPS.length + 1];
            tried[0] = unit;
            for (int s = 0; s < STEPS.length; s++) {
                tried[s + 1] = unit * STEPS[s];
            }
            double[][] value = new double[tried.length][questions.size()];
            double[][] depth = new double[tried.length][questions.size()];
            pool.mark(rest, blend.model(j), scale, tried, which, value, depth);
            for (int w = 0; w < tried.length; w++) {
                double worth = worth(value[w], depth[w], which);
                if (worth > mostYet) {
                    mostYet = worth;
                    best = blend.changed(j, scale, tried[w]);
                }
            }
        }
        return best;
    }

    private double worth(Weights weights, int[] which) {
        double[] value = new double[questions.size()];
        double[] depth = new double[questions.size()];
        pool.mark(weights, which, value, depth);
        return worth(value, depth, which);
    }

    /** What is maximised for one question. */
    static double worth(double value, double depth) {
        return value + DEPTH_WEIGHT * depth;
    }

    private static double worth(double[] value, double[] depth, int[] which) {
        double sum = 0;
        for (int q : which) {
            sum += worth(value[q], depth[q]);
        }
        return sum / Math.max(1, which.length);
    }
}
