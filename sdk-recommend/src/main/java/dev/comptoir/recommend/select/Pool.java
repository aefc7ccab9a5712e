package dev.comptoir.recommend.select;

import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of several models for the items that any blend of them could put first, so that blends are tried without asking
 * the models again. Thread-safe for use; immutable once made.
 */
final class Pool {
    /*
     * For each question the union of every model's first items, and the targets. An item outside of all these lists has a
     * smaller share of every component than the last of its list, so it can be among the first only where the blend is nearly
     * level; the figures at k of 10 and 20 are practically exact, and what is reported of a chosen blend is measured anew on
     * all items. Memory: questions * union * models * 4 bytes; the lists are cut so that it keeps to the limit.
     */
    private static final int QUESTIONS_PER_TILE = 16;
    private static final int SHORTEST_LIST = 20;
    private static final int FEW_TARGETS = 4;

    private final Questions questions;
    private final Objective objective;
    private final Tiles tiles;
    private final int models;
    /** Candidates of a question, ascending. */
    private final int[][] items;
    /** Where among the candidates the targets are. */
    private final int[][] targetAt;
    /** For each question model after model: score / largest absolute score. */
    private final float[][] scores;
    /** For each model and question: largest absolute score / standard deviation. */
    private final float[][] peak;

    private Pool(Questions questions, Objective objective, Tiles tiles, int models) {
        this.questions = questions;
        this.objective = objective;
        this.tiles = tiles;
        this.models = models;
        this.items = new int[questions.size()][];
        this.targetAt = new int[questions.size()][];
        this.scores = new float[questions.size()][];
        this.peak = new float[models][questions.size()];
    }

    /** How many items of each model's list to keep, so that the scores of the union fit into the memory. */
    static int listLength(Objective objective, int questions, int models, long bytes) {
        long fits = bytes / Math.max(1L, 4L * questions * models * models);
        return (int) Math.max(SHORTEST_LIST, Math.min(objective.listLength(), fits));
    }

    /** Asks each model once more, for the items that any of them named. */
    static Pool of(
            Questions questions,
            Objective objective,
            Asking asking,
            List<Algorithm> models,
            List<Answers> answers,
            Tiles tiles) {
        Pool pool = new Pool(questions, objective, tiles, models.size());
        for (int q = 0; q < questions.size(); q++) {
            pool.candidates(q, answers);
        }
        for (int m = 0; m < models.size(); m++) {
            int model = m;
            asking.scored(models.get(m), questions.all(), (all, q) -> pool.take(model, q, all));
        }
        return pool;
    }

    private void candidates(int q, List<Answers> answers) {
        Question question = questions.get(q);
        int known = questions.data(question.window()).items();
        IntStream union =
                IntStream.range(0, question.targets()).map(question::target).filter(item -> item < known);
        for (Answers answer : answers) {
            union = IntStream.concat(union, Arrays.stream(answer.lists()[q]));
        }
        int[] sorted = union.sorted().distinct().toArray();
        items[q] = sorted;
        targetAt[q] = IntStream.range(0, sorted.length)
                .filter(c -> question.isTarget(sorted[c]))
                .toArray();
        scores[q] = new float[models * sorted.length];
    }

    private void take(int model, int q, float[] all) {
        double largest = Scale.MAXIMUM.of(all);
        double deviation = Scale.DEVIATION.of(all);
        if (!(largest > 0) || !(deviation > 0)) {
            return;
        }
        peak[model][q] = (float) (largest / deviation);
        int size = items[q].length;
        for (int c = 0; c < size; c++) {
            scores[q][model * size + c] = (float) (all[items[q][c]] / largest);
        }
    }

    int models() {
        return models;
    }

    /** Largest absolute score / standard deviation, as it is on average. */
    double typicalPeak(int model) {
        double sum = 0;
        int count = 0;
        for (float value : peak[model]) {
            sum += value;
            count += value > 0 ? 1 : 0;
        }
        return count == 0 ? 1 : sum / count;
    }

    Questions questions() {
        return questions;
    }

    /**
     * Measures a blend.
     *
     * @param weights of the blend
     * @param which questions to measure; of the others nothing is written
     */
    void mark(Weights weights, int[] which, double[] value, double[] depth) {
        tiles.run((which.length + QUESTIONS_PER_TILE - 1) / QUESTIONS_PER_TILE, tile -> {
            int end = Math.min(which.length, (tile + 1) * QUESTIONS_PER_TILE);
            for (int k = tile * QUESTIONS_PER_TILE; k < end; k++) {
                int q = which[k];
                markOne(q, sum(weights, q), value, depth);
            }
        });
    }

    /** Measures a blend with one more component at each of several weights; value and depth by weight, then question. */
    void mark(Weights weights, int model, Scale scale, double[] more, int[] which, double[][] value, double[][] depth) {
        tiles.run((which.length + QUESTIONS_PER_TILE - 1) / QUESTIONS_PER_TILE, tile -> {
            int end = Math.min(which.length, (tile + 1) * QUESTIONS_PER_TILE);
            for (int k = tile * QUESTIONS_PER_TILE; k < end; k++) {
                int q = which[k];
                float[] base = sum(weights, q);
                float[] sum = new float[base.length];
                for (int w = 0; w < more.length; w++) {
                    System.arraycopy(base, 0, sum, 0, base.length);
                    add(sum, q, model, scale, more[w]);
                    markOne(q, sum, value[w], depth[w]);
                }
            }
        });
    }

    private float[] sum(Weights weights, int q) {
        float[] sum = new float[items[q].length];
        for (int j = 0; j < weights.size(); j++) {
            add(sum, q, weights.model(j), weights.scale(j), weights.weight(j));
        }
        return sum;
    }

    private void add(float[] sum, int q, int model, Scale scale, double weight) {
        float factor = (float) (scale == Scale.MAXIMUM ? weight : weight * peak[model][q]);
        float[] own = scores[q];
        int at = model * sum.length;
        for (int c = 0; c < sum.length; c++) {
            sum[c] += factor * own[at + c];
        }
    }

    private void markOne(int q, float[] sum, double[] value, double[] depth) {
        int[] places =
                targetAt[q].length <= FEW_TARGETS ? countedPlaces(targetAt[q], sum) : sortedPlaces(targetAt[q], sum);
        int found = 0;
        for (int place : places) {
            if (place < Objective.DEPTH) {
                places[found++] = place;
            }
        }
        value[q] = objective.value(places, found, questions.get(q).targets());
        depth[q] = objective.depth(places, found, questions.get(q).targets());
    }

    private static int[] countedPlaces(int[] targets, float[] sum) {
        int[] places = new int[targets.length];
        for (int t = 0; t < targets.length; t++) {
            int target = targets[t];
            float score = sum[target];
            int before = 0;
            for (int c = 0; c < target; c++) {
                before += sum[c] >= score ? 1 : 0;
            }
            for (int c = target + 1; c < sum.length; c++) {
                before += sum[c] > score ? 1 : 0;
            }
            places[t] = before;
        }
        return places;
    }

    /** The same for many targets: each candidate is sought among the sorted targets. */
    static int[] sortedPlaces(int[] targets, float[] sum) {
        int count = targets.length;
        long[] sorted = new long[count];
        for (int t = 0; t < count; t++) {
            sorted[t] = Best.key(sum[targets[t]], targets[t]);
        }
        Arrays.sort(sorted);
        int[] beats = new int[count + 1];
        for (int c = 0; c < sum.length; c++) {
            long key = Best.key(sum[c], c);
            int from = 0;
            int to = count;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (sorted[middle] < key) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            beats[from]++;
        }
        int[] places = new int[count];
        int before = 0;
        for (int t = count - 1; t >= 0; t--) {
            before += beats[t + 1];
            places[t] = before;
        }
        return places;
    }
}
