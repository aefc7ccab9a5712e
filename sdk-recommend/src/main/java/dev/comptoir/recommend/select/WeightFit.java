package dev.comptoir.recommend.select;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fits the weights of a blend to the questions of a pool. Not thread-safe. */
final class WeightFit {
    /*
     * Forward selection: begin with the best single model; try every other at every weight of a grid; the weight for the
     * questions of a fold is chosen on the other folds. The model with the largest mean gain enters if the gain over the blend
     * so far, on questions that had no part in choosing its weight, has a lower bound above 0 (paired bootstrap over
     * customers, level ENTRY). The blend so far was fitted on all questions, the held-out ones with them: that flatters it,
     * not the newcomer. After each entry coordinate ascent settles all weights together.
     * What is maximised is the objective + DEPTH_WEIGHT * depth: see Objective.
     */
    static final int MOST_COMPONENTS = 6;
    private static final double DEPTH_WEIGHT = 0.1;
    private static final int PASSES = 3;
    private static final double LEAST_GAIN = 1e-6;
    private static final double[] GRID = {1 / 32., 1 / 16., 1 / 8., 1 / 4., 1 / 2., 1, 2, 4};
    private static final double[] STEPS = {1 / 4., 1 / 2., 1 / 1.4, 1.2, 1.6, 3};
    private static final Scale[] SCALES = Scale.values();

    private final Pool pool;
    private final Questions questions;
    private final int[] all;
    private final long seed;

    WeightFit(Pool pool, long seed) {
        this.pool = pool;
        this.questions = pool.questions();
        this.all = questions.all();
        this.seed = seed;
    }

    /** The blend that the questions speak for; a single model where no other brings enough. */
    Weights fit() {
        Weights blend = bestSingle();
        while (blend.size() < Math.min(MOST_COMPONENTS, pool.models())) {
            Newcomer best = null;
            double[] base = new double[questions.size()];
            pool.mark(blend, all, base, new double[questions.size()]);
            for (int model = 0; model < pool.models(); model++) {
                if (!blend.uses(model)) {
                    Newcomer next = tried(blend, base, model);
                    best = best == null || next.mean() > best.mean() + LEAST_GAIN ? next : best;
                }
            }
            if (best == null || !(questions.interval(best.gain(), all, seed).lower() > 0)) {
                break;
            }
            blend = ascended(blend.with(best.model(), best.scale(), best.weight()), all);
        }
        return blend.tidied();
    }

    private Weights bestSingle() {
        Weights best = Weights.none();
        double most = Double.NEGATIVE_INFINITY;
        for (int model = 0; model < pool.models(); model++) {
            Weights single = Weights.none().with(model, Scale.MAXIMUM, 1);
            double value = worth(single, all);
            if (value > most + LEAST_GAIN) {
                most = value;
                best = single;
            }
        }
        return best;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Newcomer(int model, Scale scale, double weight, double mean, double[] gain) {}

    private Newcomer tried(Weights blend, double[] base, int model) {
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
        return new Newcomer(model, SCALES[best / GRID.length], GRID[best % GRID.length], sum / n, gain);
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
    private Weights ascended(Weights from, int[] which) {
        Weights blend = from;
        double most = worth(blend, which);
        for (int pass = 0; pass < PASSES; pass++) {
            boolean moved = false;
            for (int j = 0; j < blend.size(); j++) {
                Weights better = bettered(blend, j, which, most);
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

    private @Nullable Weights bettered(Weights blend, int j, int[] which, double most) {
        Weights rest = blend.without(j);
        Weights best = null;
        double mostYet = most + LEAST_GAIN;
        for (Scale scale : SCALES) {
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

    /**
     * What a blend of the same components is worth on questions that had no part in fitting its weights: each fold with
     * weights fitted on the others, from equal ones on.
     */
    double[] heldOut(Weights blend) {
        double[] value = new double[questions.size()];
        double[] depth = new double[questions.size()];
        for (int fold = 0; fold < Questions.FOLDS; fold++) {
            int out = fold;
            int[] fitted =
                    IntStream.of(all).filter(q -> questions.fold(q) != out).toArray();
            int[] judged =
                    IntStream.of(all).filter(q -> questions.fold(q) == out).toArray();
            Weights start = Weights.none();
            for (int j = 0; j < blend.size(); j++) {
                start = start.with(blend.model(j), Scale.MAXIMUM, 1);
            }
            pool.mark(blend.size() == 1 ? start : ascended(start, fitted), judged, value, depth);
        }
        return value;
    }
}
