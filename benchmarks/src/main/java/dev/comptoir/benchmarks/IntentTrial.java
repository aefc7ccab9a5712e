package dev.comptoir.benchmarks;

import dev.comptoir.assist.intent.IntentClassifier;
import dev.comptoir.assist.intent.IntentExample;
import dev.comptoir.assist.intent.IntentGuess;
import dev.comptoir.assist.intent.Quality;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.assist.understand.TextNormalizer;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.lang.management.ManagementFactory;
import java.util.List;

/** A classifier trained on a draw, and its guesses for questions that it has not seen. */
final class IntentTrial {
    private final IntentClassifier classifier;
    private final double trainCpuSeconds;

    private IntentTrial(IntentClassifier classifier, double trainCpuSeconds) {
        this.classifier = classifier;
        this.trainCpuSeconds = trainCpuSeconds;
    }

    static IntentTrial train(List<IntentData.Row> rows, List<EmbeddingModel> models, long seed) {
        // The models' own time is not training's: all vectors are made, or read, before the clock starts.
        for (EmbeddingModel model : models) {
            rows.forEach(row -> model.embed(TextNormalizer.clean(row.text())));
        }
        long start = cpu();
        IntentClassifier classifier = IntentClassifier.builder()
                .examples(rows.stream()
                        .map(row -> IntentExample.of(row.text(), row.intent()))
                        .toList())
                .embeddings(models)
                .seed(seed)
                .build();
        return new IntentTrial(classifier, (cpu() - start) / 1e9);
    }

    /** Of this thread, which does all the work: what else the machine does is not counted. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    List<IntentGuess> guesses(List<IntentData.Row> rows) {
        return rows.stream()
                .map(row -> classifier.classify(
                        row.text(), LanguageDetector.detect(row.text()).orElse(Language.ENGLISH)))
                .toList();
    }

    IntentClassifier classifier() {
        return classifier;
    }

    /** Seconds of processor time. */
    double trainCpuSeconds() {
        return trainCpuSeconds;
    }

    static Quality quality(List<IntentData.Row> rows, List<IntentGuess> guesses) {
        double[] confidence = new double[rows.size()];
        boolean[] hit = new boolean[rows.size()];
        double brier = 0;
        for (int i = 0; i < hit.length; i++) {
            IntentGuess guess = guesses.get(i);
            String right = rows.get(i).intent();
            confidence[i] = guess.probability();
            hit[i] = guess.intent().name().equals(right);
            double ofRight = 0;
            double squares = 0;
            for (IntentGuess.Candidate candidate : guess.candidates()) {
                double probability = candidate.probability();
                squares += probability * probability;
                ofRight = candidate.intent().name().equals(right) ? probability : ofRight;
            }
            brier += (squares - 2 * ofRight + 1) / hit.length;
        }
        return Quality.of(confidence, hit, brier);
    }
}
