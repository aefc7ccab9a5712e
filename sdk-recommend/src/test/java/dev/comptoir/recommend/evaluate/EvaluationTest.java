package dev.comptoir.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final long SEED = 5;
    private static final List<Metric> METRICS = Metric.of(Task.NEXT_BASKET, 3, 10);

    private static Window window() {
        SplittableRandom random = new SplittableRandom(SEED);
        Histories.Builder rows = Histories.builder(40);
        for (int user = 0; user < 100; user++) {
            rows.basket(1, random.ints(6, 0, 40).toArray()).endUser();
        }
        Histories train = rows.build();
        List<HeldOut> questions = new ArrayList<>();
        for (int row = 0; row < 100; row++) {
            History history = train.history(row, 2);
            questions.add(HeldOut.of(row, history, random.ints(4, 0, 40).toArray(), 1, false));
        }
        int[] units = new int[100];
        Arrays.setAll(units, row -> row);
        return Window.of("w", Dataset.of(train), units, questions, Map.of());
    }

    @Test
    void theFiguresAreTheSameForAnyNumberOfThreads() {
        Window window = window();
        Outcome one = Evaluation.run(window, PlainAlgorithms.ease(10), METRICS, Tiles.sequential());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Outcome eight = Evaluation.run(window, PlainAlgorithms.ease(10), METRICS, Tiles.on(pool, 8));
            for (Metric metric : METRICS) {
                assertThat(eight.values(metric.name())).as(metric.name()).containsExactly(one.values(metric.name()));
            }
            assertThat(eight.lists()).isEqualTo(one.lists());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aTrainedScorerGivesTheFiguresOfItsAlgorithm() {
        Window window = window();
        Algorithm algorithm = PlainAlgorithms.popularity();

        Outcome trained = Evaluation.run(
                window, "mine", algorithm.train(window.train(), Tiles.sequential()), METRICS, Tiles.sequential());

        assertThat(trained.values("Recall@10"))
                .containsExactly(Evaluation.run(window, algorithm, METRICS, Tiles.sequential())
                        .values("Recall@10"));
        assertThat(trained.algorithm()).isEqualTo("mine");
    }

    @Test
    void windowsArePooledQuestionByQuestion() {
        Outcome both =
                Evaluation.run(List.of(window(), window()), PlainAlgorithms.popularity(), METRICS, Tiles.sequential());

        assertThat(both.questions()).isEqualTo(200);
        assertThat(both.windows()[99]).isZero();
        assertThat(both.windows()[100]).isEqualTo(1);
        assertThat(both.sample("Recall@10").units()).isEqualTo(100);
        assertThat(both.sample("Recall@10").windows()).isEqualTo(2);
    }

    @Test
    void twoModelsAreComparedQuestionByQuestion() {
        Window window = window();
        Outcome left = Evaluation.run(window, PlainAlgorithms.ease(10), METRICS, Tiles.sequential());
        Outcome right = Evaluation.run(window, PlainAlgorithms.popularity(), METRICS, Tiles.sequential());

        assertThat(left.minus(right, "Recall@10").mean())
                .isCloseTo(left.mean("Recall@10") - right.mean("Recall@10"), within(1e-12));
        Outcome other =
                Evaluation.run(List.of(window, window), PlainAlgorithms.popularity(), METRICS, Tiles.sequential());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> left.minus(other, "Recall@10"))
                .withMessageContaining("not asked the same questions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> left.mean("Recall@11"))
                .withMessageContaining("Recall@11");
    }

    @Test
    void aScoreThatIsNoNumberIsRefused() {
        for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
            Algorithm broken = PlainAlgorithms.algorithm(
                    "broken", new TreeMap<>(), (data, tiles) -> (history, scores) -> scores[7] = bad);

            assertThatIllegalStateException()
                    .isThrownBy(() -> Evaluation.run(window(), broken, METRICS, Tiles.sequential()))
                    .withMessageContaining("The model broken gave item 7 the score " + bad);
        }
    }

    @Test
    void nobodyToAskIsRefusedWithCounts() {
        Window nobody = Window.of(
                "w", Dataset.of(Histories.builder(3).build()), new int[0], List.of(), Map.of("no history", 4));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.run(nobody, PlainAlgorithms.popularity(), METRICS, Tiles.sequential()))
                .withMessageContaining("0 training interactions and 0 questions")
                .withMessageContaining("no history=4");
    }
}
