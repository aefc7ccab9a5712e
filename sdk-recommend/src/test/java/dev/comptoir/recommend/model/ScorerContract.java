package dev.comptoir.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every algorithm and its scorer keep to. */
public abstract class ScorerContract {
    protected static final long DAY = 86_400_000L;
    private static final long SEED = 20260505;

    protected ScorerContract() {}

    /** The algorithm under test, with hyper-parameters that suit a few dozen users. */
    protected abstract Algorithm algorithm();

    /** Whether somebody without history gets scores: only what sells well for everybody has any to give. */
    protected boolean knowsWithoutHistory() {
        return false;
    }

    @Test
    void scoresAreFiniteAndTellItemsApart() {
        Dataset data = shop(60, 30, true);
        Scorer scorer = algorithm().train(data, Tiles.sequential());

        assertThat(scorer.items()).isEqualTo(30);
        boolean apart = false;
        for (int row = 0; row < 20; row++) {
            float[] scores = score(scorer, history(data, row));
            assertFinite(scores);
            for (float score : scores) {
                apart |= score != scores[0];
            }
        }
        assertThat(apart).as("some items score otherwise than others").isTrue();
    }

    @Test
    void threadsDoNotShow() {
        Dataset data = shop(60, 30, true);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            float[][] first = allScores(algorithm().train(data, Tiles.sequential()), data);
            for (int threads : new int[] {2, 8}) {
                float[][] again = allScores(algorithm().train(data, Tiles.on(pool, threads)), data);
                assertThat(Arrays.deepEquals(again, first))
                        .as(threads + " threads")
                        .isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void contributionsAddUpToTheScore() {
        Dataset data = shop(60, 30, true);
        Scorer scorer = algorithm().train(data, Tiles.sequential());
        for (int row = 0; row < 10; row++) {
            History history = history(data, row);
            float[] scores = score(scorer, history);
            float largest = 0;
            for (float score : scores) {
                largest = Math.max(largest, Math.abs(score));
            }
            for (int item = 0; item < scores.length; item++) {
                List<Contribution> parts = scorer.explain(history, item);
                double sum = parts.stream().mapToDouble(Contribution::value).sum();
                assertThat(sum)
                        .as("row " + row + ", item " + item)
                        .isCloseTo(scores[item], within(1e-4 * largest + 1e-9));
                assertThat(parts).allMatch(part -> part.source() < scores.length);
            }
        }
    }

    @Test
    void severalItemsAreExplainedAsEachAlone() {
        Dataset data = shop(60, 30, true);
        Scorer scorer = algorithm().train(data, Tiles.sequential());
        int[] items = {7, 0, 29, 3, 16};
        for (int row = 0; row < 10; row++) {
            History history = history(data, row);
            List<List<Contribution>> each = new ArrayList<>();
            for (int item : items) {
                each.add(scorer.explain(history, item));
            }
            assertThat(scorer.explainAll(history, items)).as("row " + row).isEqualTo(each);
        }
        assertThat(scorer.explainAll(history(data, 0), new int[0])).isEmpty();
    }

    @Test
    void somebodyUnknownBreaksNothing() {
        Dataset data = shop(60, 30, true);
        Scorer scorer = algorithm().train(data, Tiles.sequential());
        float[] scores = score(scorer, History.empty(data.histories().newest()));
        assertFinite(scores);
        if (knowsWithoutHistory()) {
            assertThat(max(scores)).isPositive();
        }
        assertThat(scorer.explain(History.empty(0), 0)).isNotNull();
    }

    @Test
    void itemsOfAHistoryBeyondThoseLearntArePassedOver() {
        Dataset data = shop(60, 30, true);
        Scorer scorer = algorithm().train(data, Tiles.sequential());
        long now = data.histories().newest();
        History strange = History.of(now, new long[] {now - DAY}, new int[][] {{3, 30, 1000}});
        assertFinite(score(scorer, strange));
        assertThat(scorer.explain(strange, 3)).allMatch(part -> part.source() < 30);
    }

    @Test
    void oneUserOneItemAndNobody() {
        for (Dataset data : List.of(
                dataset(Histories.builder(1).basket(DAY, 0).endUser().build()),
                dataset(Histories.builder(1).build()),
                dataset(Histories.builder(5).build()),
                dataset(Histories.builder(5).basket(DAY, 2).endAnonymous().build()),
                dataset(Histories.builder(5).endUser().endUser().build()))) {
            Scorer scorer = algorithm().train(data, Tiles.sequential());
            History one = History.of(2 * DAY, new long[] {DAY}, new int[][] {{0}});
            assertFinite(score(scorer, one));
            assertFinite(score(scorer, History.empty(0)));
        }
    }

    @Test
    void identicalUsersWithoutTimes() {
        Histories.Builder rows = Histories.builder(4);
        for (int user = 0; user < 20; user++) {
            rows.basket(0, 0, 1).basket(0, 1, 2).endUser();
        }
        Dataset data = dataset(rows.build());
        Scorer scorer = algorithm().train(data, Tiles.sequential());
        assertFinite(score(scorer, data.histories().history(0, 0)));
    }

    @Test
    void userWithVeryManyPurchases() {
        Random random = new Random(SEED);
        Histories.Builder rows = Histories.builder(50);
        for (int basket = 0; basket < 20_000; basket++) {
            rows.basket(basket * DAY / 24, random.nextInt(50), random.nextInt(50), random.nextInt(50));
        }
        rows.endUser();
        for (int user = 0; user < 30; user++) {
            rows.basket(user * DAY, user, (user + 1) % 50)
                    .basket((user + 9) * DAY, user)
                    .endUser();
        }
        Dataset data = dataset(rows.build());
        Scorer scorer = algorithm().train(data, Tiles.sequential());
        assertFinite(score(scorer, history(data, 0)));
        assertFinite(score(scorer, history(data, 7)));
    }

    @Test
    void basketsDatedAfterTheQuestionBreakNothing() {
        Dataset data = shop(60, 30, true);
        Scorer scorer = algorithm().train(data, Tiles.sequential());
        assertFinite(score(scorer, data.histories().history(3, Long.MIN_VALUE / 4)));
        assertFinite(score(scorer, data.histories().history(3, Long.MAX_VALUE / 4)));
    }

    @Test
    void memoryIsEstimatedAndNamed() {
        Dataset data = shop(60, 30, true);
        assertThat(algorithm().estimateBytes(data)).isPositive();
        assertThat(algorithm().name()).matches("[a-z][a-z0-9-]*");
        assertThat(algorithm().parameters().values()).allMatch(value -> !value.isNaN());
    }

    /** A seeded shop: users of three tastes who come back for the same things, with some anonymous receipts. */
    protected static Dataset shop(int users, int items, boolean texts) {
        Random random = new Random(SEED);
        Histories.Builder rows = Histories.builder(items);
        for (int user = 0; user < users; user++) {
            int taste = user % 3;
            long at = random.nextInt(20) * DAY;
            int visits = 2 + random.nextInt(8);
            for (int visit = 0; visit < visits; visit++) {
                int[] basket = new int[1 + random.nextInt(4)];
                for (int k = 0; k < basket.length; k++) {
                    basket[k] = random.nextInt(4) == 0
                            ? random.nextInt(items)
                            : Math.min(
                                    items - 1,
                                    taste * items / 3 + (int) (random.nextDouble() * random.nextDouble() * items / 3));
                }
                at += (1 + random.nextInt(14)) * DAY;
                rows.basket(at, basket);
            }
            rows.endUser();
        }
        for (int receipt = 0; receipt < users / 4; receipt++) {
            rows.basket(random.nextInt(100) * DAY, random.nextInt(items), random.nextInt(items))
                    .endAnonymous();
        }
        Histories histories = rows.build();
        if (!texts) {
            return Dataset.of(histories);
        }
        List<String> titles = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            titles.add(item % 7 == 6 ? null : "article " + item + " sorte " + (3 * item / items));
            categories.add(item % 5 == 4 ? null : "rayon " + (3 * item / items));
        }
        return new Dataset(histories, ItemFeatures.of(titles, categories));
    }

    protected static History history(Dataset data, int row) {
        return data.histories().history(row, data.histories().newest() + DAY);
    }

    protected static float[] score(Scorer scorer, History history) {
        float[] scores = new float[scorer.items()];
        Arrays.fill(scores, Float.NaN);
        scorer.score(history, scores);
        return scores;
    }

    private static Dataset dataset(Histories histories) {
        return Dataset.of(histories);
    }

    private static float[][] allScores(Scorer scorer, Dataset data) {
        float[][] all = new float[data.histories().rows()][];
        for (int row = 0; row < all.length; row++) {
            all[row] = score(scorer, history(data, row));
        }
        return all;
    }

    private static float max(float[] scores) {
        float max = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            max = Math.max(max, score);
        }
        return max;
    }

    private static void assertFinite(float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            assertThat(Float.isFinite(scores[item]))
                    .as("score " + scores[item] + " of item " + item)
                    .isTrue();
        }
    }
}
