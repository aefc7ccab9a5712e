package dev.comptoir.benchmarks;

import dev.comptoir.assist.certify.Judgement;
import dev.comptoir.assist.certify.Target;
import dev.comptoir.assist.intent.IntentClassifier;
import dev.comptoir.assist.intent.IntentExample;
import dev.comptoir.assist.intent.IntentGuess;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.benchmarks.IntentData.Row;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Certificates for guessing intents. One part of the training questions is left out of training and stands for the replies that
 * a merchant has reviewed, drawn with the test's shares of intents; the certificate is then held against the test's questions.
 */
final class CertifyIntents {
    private final IntentData data;
    private final List<EmbeddingModel> models;
    private final int calibration;
    private final PrintWriter progress;

    CertifyIntents(IntentData data, List<EmbeddingModel> models, int calibration, PrintWriter progress) {
        this.data = data;
        this.models = models;
        this.calibration = calibration;
        this.progress = progress;
    }

    /** @param shots how many examples of each intent are trained on; 0 for all that are left */
    List<CertifyRow> run(int shots, List<Double> rates, double risk, long seed) {
        Split split = split(shots, seed);
        progress.println(
                "... training on " + split.train.size() + ", reviewing " + split.reviewed.size() + ", seed " + seed);
        progress.flush();
        IntentClassifier classifier = IntentClassifier.builder()
                .examples(split.train.stream()
                        .map(row -> IntentExample.of(row.text(), row.intent()))
                        .toList())
                .embeddings(models)
                .seed(seed)
                .build();
        List<Judgement> reviewed = judged(classifier, split.reviewed);
        List<Judgement> fresh = judged(classifier, data.test());
        String setting = (shots == 0 ? "full" : shots + "-shot") + ", seed " + seed;
        List<CertifyRow> rows = new ArrayList<>();
        for (double rate : rates) {
            Target target = Target.wrongAtMost(rate).withConfidence(1 - risk);
            rows.add(CertifyRow.certificate(setting, target, reviewed, fresh));
        }
        for (double rate : rates) {
            rows.add(CertifyRow.ofAllMail(setting + ", of all", rate, reviewed, fresh));
        }
        return rows;
    }

    private record Split(List<Row> train, List<Row> reviewed) {}

    /** First the reviewed ones, with the test's shares of intents; then, of what is left, the examples. */
    private Split split(int shots, long seed) {
        Map<String, List<Row>> byIntent = new TreeMap<>();
        data.train()
                .forEach(row -> byIntent.computeIfAbsent(row.intent(), key -> new ArrayList<>())
                        .add(row));
        Map<String, Integer> ofTest = new HashMap<>();
        data.test().forEach(row -> ofTest.merge(row.intent(), 1, Integer::sum));
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> train = new ArrayList<>();
        List<Row> reviewed = new ArrayList<>();
        byIntent.forEach((intent, all) -> {
            List<Row> rows = shuffled(all, random);
            double share = (double) ofTest.getOrDefault(intent, 0) / data.test().size();
            int kept = shots == 0 ? rows.size() / 2 : Math.min(shots, rows.size());
            int wanted = Math.min(rows.size() - kept, (int) Math.round(share * calibration));
            reviewed.addAll(rows.subList(0, wanted));
            int until = shots == 0 ? rows.size() : Math.min(rows.size(), wanted + shots);
            train.addAll(rows.subList(wanted, until));
        });
        return new Split(train, reviewed);
    }

    private static List<Row> shuffled(List<Row> rows, SplittableRandom random) {
        List<Row> shuffled = new ArrayList<>(rows);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Row swapped = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, swapped);
        }
        return shuffled;
    }

    private static List<Judgement> judged(IntentClassifier classifier, List<Row> rows) {
        List<Judgement> judgements = new ArrayList<>();
        for (Row row : rows) {
            Language language = LanguageDetector.detect(row.text()).orElse(Language.ENGLISH);
            IntentGuess guess = classifier.classify(row.text(), language);
            boolean correct = guess.intent().name().equals(row.intent());
            // One language for all: the certificate is for the folder's questions, in whatever language they are.
            judgements.add(new Judgement(
                    Instant.EPOCH,
                    Math.min(1, guess.probability()),
                    correct,
                    Language.ENGLISH,
                    "",
                    "intent",
                    "benchmark"));
        }
        return judgements;
    }
}
