package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.linalg.Tiles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Trains a model on a split and tests it by ranking all items for every test user, those shown left out; equal scores in the
 * order of item numbers. The metrics do not depend on the number of threads. Stateless.
 */
public final class Evaluation {
    private static final int LONGEST_LIST = 100;
    private static final String RECALL = "hits / min(k, targets)";
    private static final String NDCG = "log2 discount, ideal over min(k, targets)";

    private Evaluation() {}

    /**
     * Trains and tests.
     *
     * @param threads at least 1
     * @throws IllegalArgumentException if there is nobody to train on or to test
     */
    public static EvaluationReport run(FoldInSplit split, EvaluatedModel model, int threads) {
        if (split.trainInteractions() == 0 || split.testUsers() == 0) {
            throw new IllegalArgumentException("The split has " + split.trainInteractions()
                    + " training interactions and " + split.testUsers()
                    + " test users; both must be above 0. Maybe too few users have five items?");
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "comptoir-evaluation");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return run(split, model, Tiles.on(pool, threads));
        } finally {
            pool.shutdown();
        }
    }

    private static EvaluationReport run(FoldInSplit split, EvaluatedModel model, Tiles tiles) {
        long begun = System.nanoTime();
        UserScorer scorer = model.train(split.train(), tiles);
        long trained = System.nanoTime();
        List<HeldOutUser> users = split.test();
        double[] recall20 = new double[users.size()];
        double[] recall50 = new double[users.size()];
        double[] ndcg100 = new double[users.size()];
        tiles.run(users.size(), u -> {
            HeldOutUser user = users.get(u);
            double[] scores = scorer.score(
                    user.foldIn().stream().mapToInt(Integer::intValue).toArray());
            int[] ranked = Ranking.top(scores, user.foldIn(), LONGEST_LIST);
            Set<Integer> target = new HashSet<>(user.target());
            recall20[u] = Metrics.truncatedRecall(ranked, target, 20);
            recall50[u] = Metrics.truncatedRecall(ranked, target, 50);
            ndcg100[u] = Metrics.truncatedNdcg(ranked, target, LONGEST_LIST);
        });
        long tested = System.nanoTime();
        return new EvaluationReport(
                split.protocol(),
                model.name(),
                model.parameters(),
                List.of(
                        MetricResult.of("Recall@20", RECALL, recall20),
                        MetricResult.of("Recall@50", RECALL, recall50),
                        MetricResult.of("NDCG@100", NDCG, ndcg100)),
                split.trainUsers(),
                split.testUsers(),
                split.skippedUsers(),
                split.items(),
                split.trainInteractions(),
                (trained - begun) / 1e9,
                (tested - trained) / 1e9);
    }
}
