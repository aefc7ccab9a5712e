package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tests models by ranking the whole catalogue for every question; equal scores in the order of item numbers. The figures do
 * not depend on the number of threads. Stateless.
 */
public final class Evaluation {
    private static final int QUESTIONS_PER_TILE = 16;

    private Evaluation() {}

    /**
     * Trains on a window and asks its questions.
     *
     * @throws IllegalArgumentException if there is nobody to train on or to ask about
     * @throws IllegalStateException if a score is not finite
     */
    public static Outcome run(Window window, Algorithm algorithm, List<Metric> metrics, Tiles tiles) {
        requireAny(window, metrics);
        long begun = System.nanoTime();
        Scorer scorer = algorithm.train(window.train(), tiles);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return ask(window, algorithm.name(), algorithm.parameters(), scorer, metrics, tiles, seconds);
    }

    /** Asks the questions of a window, of a scorer that was trained on its training. Errors as {@link #run}. */
    public static Outcome run(Window window, String name, Scorer scorer, List<Metric> metrics, Tiles tiles) {
        requireAny(window, metrics);
        return ask(window, name, new TreeMap<>(), scorer, metrics, tiles, 0);
    }

    /** Trains and asks on each of these windows, and pools the answers. Errors as {@link #run}. */
    public static Outcome run(List<Window> windows, Algorithm algorithm, List<Metric> metrics, Tiles tiles) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Window window : windows) {
            outcomes.add(run(window, algorithm, metrics, tiles));
        }
        return Outcome.pooled(outcomes);
    }

    private static void requireAny(Window window, List<Metric> metrics) {
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("There is no metric to measure.");
        }
        int lines = window.train().histories().lines();
        if (lines == 0 || window.questions().isEmpty()) {
            throw new IllegalArgumentException("The split has " + lines + " training interactions and "
                    + window.questions().size() + " questions to ask; both must be above 0. Not asked: "
                    + window.skipped() + ".");
        }
    }

    private static Outcome ask(
            Window window,
            String name,
            SortedMap<String, Double> parameters,
            Scorer scorer,
            List<Metric> metrics,
            Tiles tiles,
            double trainSeconds) {
        long begun = System.nanoTime();
        List<HeldOut> questions = window.questions();
        int items = window.train().items();
        int longest = Metric.longest(metrics);
        double[][] values = new double[metrics.size()][questions.size()];
        int[][] lists = new int[questions.size()][];
        tiles.run((questions.size() + QUESTIONS_PER_TILE - 1) / QUESTIONS_PER_TILE, tile -> {
            float[] scores = new float[items];
            int end = Math.min(questions.size(), (tile + 1) * QUESTIONS_PER_TILE);
            for (int q = tile * QUESTIONS_PER_TILE; q < end; q++) {
                HeldOut question = questions.get(q);
                History history = question.history();
                scorer.score(history, scores);
                requireFinite(name, scores);
                lists[q] = Ranking.top(scores, question.historyMasked() ? history : null, longest);
                measure(question, lists[q], metrics, values, q);
            }
        });
        double testSeconds = (System.nanoTime() - begun) / 1e9;
        Map<String, double[]> named = new LinkedHashMap<>();
        for (int m = 0; m < metrics.size(); m++) {
            named.put(metrics.get(m).name(), values[m]);
        }
        return new Outcome(
                name,
                parameters,
                metrics,
                named,
                questions.stream().mapToInt(HeldOut::unit).toArray(),
                new int[questions.size()],
                new ListShape(window, lists, metrics.get(0).k()).figures(),
                trainSeconds,
                testSeconds);
    }

    private static void measure(HeldOut question, int[] list, List<Metric> metrics, double[][] values, int q) {
        Map<Answer.Part, Answer> answers = new EnumMap<>(Answer.Part.class);
        for (Answer.Part part : Metric.parts(metrics)) {
            answers.put(part, Answer.of(question, list, part));
        }
        for (int m = 0; m < metrics.size(); m++) {
            Answer answer = answers.get(metrics.get(m).part());
            values[m][q] = answer == null ? Double.NaN : metrics.get(m).of(answer);
        }
    }

    private static void requireFinite(String name, float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            if (!Float.isFinite(scores[item])) {
                throw new IllegalStateException(
                        "The model " + name + " gave item " + item + " the score " + scores[item] + ".");
            }
        }
    }
}
