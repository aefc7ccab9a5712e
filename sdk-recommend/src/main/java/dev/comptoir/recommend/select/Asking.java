package dev.comptoir.recommend.select;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Trains models on the windows and asks them. Not thread-safe. */
final class Asking {
    private static final int QUESTIONS_PER_TILE = 8;
    private static final int[] NOTHING = {};

    private final Questions questions;
    private final Objective objective;
    private final Tiles tiles;
    private final IdentityHashMap<Dataset, Object> learnt = new IdentityHashMap<>();
    private Object learntKey = NOTHING;

    Asking(Questions questions, Objective objective, Tiles tiles) {
        this.questions = questions;
        this.objective = objective;
        this.tiles = tiles;
    }

    /**
     * Asks some of the questions.
     *
     * @param keep how many items of each list to keep
     */
    Answers ask(Algorithm algorithm, int[] which, int keep) {
        long begun = System.nanoTime();
        double[] value = new double[questions.size()];
        double[] depth = new double[questions.size()];
        int[][] lists = new int[questions.size()][];
        Arrays.fill(value, Double.NaN);
        Arrays.fill(depth, Double.NaN);
        Arrays.fill(lists, NOTHING);
        int longest = Math.max(keep, Objective.DEPTH);
        scored(algorithm, which, (scores, q) -> {
            Question question = questions.get(q);
            question.mask(scores);
            int[] best = new Best(longest).of(scores, longest);
            int[] places = new int[Math.min(best.length, question.targets())];
            int found = 0;
            for (int place = 0; place < Math.min(best.length, Objective.DEPTH); place++) {
                if (question.isTarget(best[place])) {
                    places[found++] = place;
                }
            }
            value[q] = objective.value(places, found, question.targets());
            depth[q] = objective.depth(places, found, question.targets());
            lists[q] = keep == 0 ? NOTHING : saying(best, scores, keep);
        });
        return new Answers(value, depth, lists, (System.nanoTime() - begun) / 1e9);
    }

    /** Hands over the scores of each question; they may be written to, and are used again. */
    void scored(Algorithm algorithm, int[] which, ObjIntConsumer<float[]> use) {
        IdentityHashMap<Dataset, List<Integer>> byTraining = new IdentityHashMap<>();
        List<Dataset> order = new ArrayList<>();
        for (int q : which) {
            Dataset data = questions.data(questions.get(q).window());
            byTraining
                    .computeIfAbsent(data, first -> {
                        order.add(first);
                        return new ArrayList<>();
                    })
                    .add(q);
        }
        for (Dataset data : order) {
            Scorer scorer = trained(algorithm, data);
            int[] asked = byTraining.getOrDefault(data, List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            tiles.run((asked.length + QUESTIONS_PER_TILE - 1) / QUESTIONS_PER_TILE, tile -> {
                float[] scores = new float[data.items()];
                int end = Math.min(asked.length, (tile + 1) * QUESTIONS_PER_TILE);
                for (int k = tile * QUESTIONS_PER_TILE; k < end; k++) {
                    scorer.score(questions.get(asked[k]).history(), scores);
                    requireFinite(algorithm, scores);
                    use.accept(scores, asked[k]);
                }
            });
        }
    }

    /** Trains, or takes what the model asked before has learnt of the same data, where only the finish differs. */
    private Scorer trained(Algorithm algorithm, Dataset data) {
        if (!(algorithm instanceof TwoStage<?> stages)) {
            learnt.clear();
            learntKey = NOTHING;
            return algorithm.train(data, tiles);
        }
        if (!stages.key().equals(learntKey)) {
            learnt.clear();
            learntKey = stages.key();
        }
        return stages.finish(learnt.computeIfAbsent(data, fresh -> stages.learn(fresh, tiles)));
    }

    /** The first items as long as the model has something good to say of them. */
    private static int[] saying(int[] best, float[] scores, int keep) {
        int size = 0;
        while (size < Math.min(keep, best.length) && scores[best[size]] > 0) {
            size++;
        }
        return Arrays.copyOf(best, size);
    }

    private static void requireFinite(Algorithm algorithm, float[] scores) {
        for (float score : scores) {
            if (!Float.isFinite(score)) {
                throw new IllegalStateException(
                        "The model " + algorithm.name() + " gave a score of " + score + ", but must give finite ones.");
            }
        }
    }
}
