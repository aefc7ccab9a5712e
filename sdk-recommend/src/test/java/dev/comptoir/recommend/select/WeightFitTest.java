package dev.comptoir.recommend.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.evaluate.Evaluation;
import dev.comptoir.recommend.evaluate.Metric;
import dev.comptoir.recommend.evaluate.Outcome;
import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightFitTest {
    private static final int DRAWS = 100;

    /** The 95 % interval promises 2.5 % of draws for what brings nothing; 3 tried at once at most 3 times that. */
    @Test
    void noiseHardlyEverEnters() {
        int entered = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Pool pool = pool(
                    Planted.window("w", 0, 200, .5, 0, draw),
                    Planted.left(),
                    Planted.noise(3 * draw),
                    Planted.noise(3 * draw + 1),
                    Planted.noise(3 * draw + 2));
            Weights weights = new WeightFit(pool, draw).fit(null).weights();
            entered += weights.size() > 1 ? 1 : 0;
            assertThat(weights.uses(0)).as("draw " + draw).isTrue();
        }
        assertThat(entered).as("of " + DRAWS + " draws").isLessThanOrEqualTo(7);
    }

    @Test
    void heldOutValuesDoNotProfitFromFitting() {
        Window window = Planted.window("w", 0, 300, .4, .3, 9);
        Pool pool = pool(window, Planted.left(), Planted.right());
        WeightFit.Fitted fit = new WeightFit(pool, 1).fit(null);
        Weights weights = fit.weights();
        assertThat(weights.size()).isEqualTo(2);
        double[] fitted = new double[300];
        pool.mark(weights, IntStream.range(0, 300).toArray(), fitted, new double[300]);
        double[] heldOut = fit.heldOut();
        assertThat(mean(heldOut)).isLessThanOrEqualTo(mean(fitted) + 1e-9).isGreaterThan(0.5 * mean(fitted));
    }

    /** Candidates stand for all items: what the pool says of a model is what an evaluation says. */
    @Test
    void measuresAsAnEvaluationDoes() {
        Window window = Planted.window("w", 0, 200, .4, .3, 4);
        Pool pool = pool(window, Planted.left(), Planted.noise(1));
        Tiles tiles = Tiles.sequential();
        for (int model = 0; model < 2; model++) {
            Algorithm algorithm = model == 0
                    ? Planted.left().make(Map.of())
                    : Planted.noise(1).make(Map.of());
            double[] value = new double[200];
            pool.mark(
                    Weights.none().with(model, Scale.MAXIMUM, 1),
                    IntStream.range(0, 200).toArray(),
                    value,
                    new double[200]);
            Outcome outcome = Evaluation.run(window, algorithm, Metric.of(Task.NEXT_BASKET), tiles);
            double expected = (outcome.mean("Recall@10") + outcome.mean("NDCGfull@10")) / 2;
            assertThat(mean(value)).isCloseTo(expected, within(1e-9));
        }
    }

    /** Two ways of counting who is before a target: one by one, and sought among the sorted. */
    @Test
    void placesAreTheSameHoweverCounted() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            float[] sum = new float[1 + random.nextInt(50)];
            for (int c = 0; c < sum.length; c++) {
                // Few values, zeros of both signs among them: many ties.
                sum[c] = random.nextInt(4) == 0 ? -0f : random.nextInt(5) - 2;
            }
            int[] targets = IntStream.range(0, sum.length)
                    .filter(c -> random.nextInt(3) == 0)
                    .toArray();
            int[] sorted = Pool.sortedPlaces(targets, sum);
            Arrays.sort(sorted);
            int[] expected = IntStream.of(targets)
                    .map(t -> (int) IntStream.range(0, sum.length)
                            .filter(c -> sum[c] > sum[t] || (sum[c] == sum[t] && c < t))
                            .count())
                    .sorted()
                    .toArray();
            assertThat(sorted).as("round " + round).isEqualTo(expected);
        }
    }

    @Test
    void bestAreThoseOfAFullSort() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            float[] scores = new float[1 + random.nextInt(80)];
            for (int item = 0; item < scores.length; item++) {
                scores[item] = random.nextInt(9) == 0 ? Float.NEGATIVE_INFINITY : (random.nextInt(9) - 4) / 3f;
            }
            int limit = 1 + random.nextInt(30);
            int[] expected = IntStream.range(0, scores.length)
                    .filter(item -> scores[item] > Float.NEGATIVE_INFINITY)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(limit)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(new Best(30).of(scores, limit)).as("round " + round).isEqualTo(expected);
        }
    }

    @Test
    void weightsAreTidied() {
        Weights weights = Weights.none()
                .with(0, Scale.MAXIMUM, 0.123456)
                .with(1, Scale.DEVIATION, 0.4)
                .tidied();
        assertThat(weights.weight(0)).isEqualTo(0.309);
        assertThat(weights.weight(1)).isEqualTo(1.0);
    }

    private static Pool pool(Window window, Family... families) {
        Tiles tiles = Tiles.sequential();
        Objective objective = Objective.of(Task.NEXT_BASKET);
        Questions questions = Questions.of(Surface.FOR_CUSTOMER, List.of(window), 10_000, 0);
        Asking asking = new Asking(questions, objective, tiles);
        List<Algorithm> models = new ArrayList<>();
        List<Answers> answers = new ArrayList<>();
        for (Family family : families) {
            models.add(family.make(Map.of()));
            answers.add(asking.ask(family.make(Map.of()), questions.all(), 300));
        }
        return Pool.of(questions, objective, asking, models, answers, tiles);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
