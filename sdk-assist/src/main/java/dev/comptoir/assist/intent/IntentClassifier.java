package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.assist.understand.TextNormalizer;
import dev.comptoir.error.ModelException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what questions want, trained on a few labelled examples of each intent, French and English together; with calibrated
 * probabilities, and two gates for questions that none of the intents covers. Works from words alone, and better with embedding
 * models. Immutable; as thread-safe as its models. A guess takes well below a millisecond for some thousand examples, besides the
 * models' own time; an example takes some 2 KB for each model with 384 dimensions, twice.
 */
public final class IntentClassifier implements IntentModel {
    /*
     * Casanueva et al., "Efficient Intent Detection with Dual Sentence Encoders", NLP4ConvAI 2020: fixed sentence encoders and a light
     * classifier reach what tuned transformers do with few examples. Here each view (words; the vectors of each model) has two
     * opinions, a linear classifier and the nearest examples; Pool weighs them, Training leaves out examples and intents.
     * The decision against networks on top, and what else was tried: docs/decisions/0034.
     */
    private static final int CANDIDATES = 10;
    private static final String BACKGROUND = "foreign.txt";

    private final ExampleSet set;
    private final List<Features> features;
    private final List<Vectors> models;
    private final Settings settings;
    private final Training.Trained trained;
    private final IntentReport report;

    IntentClassifier(
            ExampleSet set,
            List<Features> features,
            List<Vectors> models,
            Settings settings,
            Training.Trained trained,
            IntentReport report) {
        this.set = set;
        this.features = features;
        this.models = models;
        this.settings = settings;
        this.trained = trained;
        this.report = report;
    }

    record Settings(long seed, double foreignShare, double uncoveredShare) {}

    /** Settings of a classifier to be trained. */
    public static IntentClassifierBuilder builder() {
        return new IntentClassifierBuilder();
    }

    /**
     * A classifier from {@link #toBytes()}, without training.
     *
     * @param models the same as it was trained with, in the same order
     * @throws ModelException {@code model.corrupt} for damaged bytes, {@code model.unsupported} for those of a newer release,
     *     {@code model.dimension} for other models
     */
    public static IntentClassifier fromBytes(byte[] bytes, List<? extends EmbeddingModel> models) {
        return Snapshot.read(bytes, models.stream().map(Vectors::new).toList());
    }

    /** All that was learnt, with the examples, in a form of its own with a version; restarting need not train again. */
    public byte[] toBytes() {
        return Snapshot.write(this);
    }

    static IntentClassifier train(
            List<IntentExample> examples, List<Features> known, List<Vectors> wanted, Settings settings) {
        ExampleSet set = new ExampleSet(examples);
        List<String> failures = new ArrayList<>();
        List<String> texts =
                new ArrayList<>(set.used().stream().map(IntentExample::text).toList());
        List<String> foreign = background();
        texts.addAll(foreign);
        List<Vectors> models = new ArrayList<>();
        List<float[][]> columns = new ArrayList<>();
        for (int m = 0; m < wanted.size(); m++) {
            try {
                columns.add(embedded(texts, wanted.get(m), vectorsOf(known, m, wanted.size())));
                models.add(wanted.get(m));
            } catch (ModelException e) {
                failures.add(wanted.get(m).name() + ": " + e.getMessage());
            }
        }
        List<Features> features = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            float[][] vectors = new float[columns.size()][];
            for (int m = 0; m < vectors.length; m++) {
                vectors[m] = columns.get(m)[i];
            }
            String text = texts.get(i);
            Language language = i < set.used().size()
                    ? set.used().get(i).language()
                    : LanguageDetector.detect(text).orElse(null);
            features.add(new Features(text, language, WordCounts.of(text), vectors));
        }
        List<Features> own = List.copyOf(features.subList(0, set.used().size()));
        Training.Trained trained = new Training(
                        own,
                        set.labels(),
                        set.intents().size(),
                        features.subList(own.size(), features.size()),
                        settings.seed())
                .run();
        return new IntentClassifier(
                set, own, List.copyOf(models), settings, trained, report(set, models, failures, trained));
    }

    private static Map<String, float[]> vectorsOf(List<Features> known, int model, int models) {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        for (Features text : known) {
            if (text.vectors().length == models) {
                vectors.put(text.text(), text.vectors()[model]);
            }
        }
        return vectors;
    }

    private static float[][] embedded(List<String> texts, Vectors model, Map<String, float[]> known) {
        float[][] vectors = new float[texts.size()][];
        for (int i = 0; i < vectors.length; i++) {
            float[] before = known.get(texts.get(i));
            vectors[i] = before != null ? before : model.of(texts.get(i));
            if (vectors[i].length != vectors[0].length) {
                throw Snapshot.dimension(model, vectors[i].length, vectors[0].length);
            }
        }
        return vectors;
    }

    private static List<String> background() {
        try (InputStream stream =
                        Objects.requireNonNull(IntentClassifier.class.getResourceAsStream(BACKGROUND), BACKGROUND);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IntentReport report(ExampleSet set, List<Vectors> models, List<String> failures, Training.Trained trained) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int v = 0; v <= models.size(); v++) {
            String name = v == 0 ? "words" : models.get(v - 1).name();
            weights.merge(name + "/linear", trained.all().weights()[2 * v], Double::sum);
            weights.merge(name + "/nearest", trained.all().weights()[2 * v + 1], Double::sum);
        }
        return new IntentReport(
                set.used().size(),
                set.intents().size(),
                set.blank(),
                set.duplicates(),
                set.contradictions(),
                models.stream().map(Vectors::name).toList(),
                failures,
                weights,
                trained.all().uncovered().means().length > 0,
                trained.quality());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Never fails for a model's sake: where one does, the words alone are judged and the guess says so. A text without a letter
     * or digit is foreign, and as probably of one intent as of another.
     */
    @Override
    public IntentGuess classify(String question, Language language) {
        String text = ExampleSet.cut(question);
        if (!TextNormalizer.hasWords(text)) {
            double[] even = new double[set.intents().size()];
            Arrays.fill(even, -StrictMath.log(even.length));
            return new IntentGuess(candidates(even), 1, 0, false);
        }
        WordCounts words = WordCounts.of(text);
        float[][] vectors = vectors(text);
        Committee.Verdict verdict = vectors == null
                ? trained.words()
                        .decide(Training.score(
                                trained.views().subList(0, 1), new Features(text, language, words, new float[0][])))
                : trained.all().decide(Training.score(trained.views(), new Features(text, language, words, vectors)));
        double foreign = Gate.probability(verdict.foreign(), settings.foreignShare());
        double uncovered = (1 - foreign)
                * Gate.probability(verdict.uncovered(), settings.uncoveredShare() / (1 - settings.foreignShare()));
        return new IntentGuess(candidates(verdict.logs()), foreign, uncovered, vectors == null);
    }

    private float @Nullable [][] vectors(String text) {
        float[][] vectors = new float[models.size()][];
        try {
            for (int m = 0; m < vectors.length; m++) {
                vectors[m] = models.get(m).of(text);
                if (vectors[m].length != features.get(0).vectors()[m].length) {
                    return null;
                }
            }
        } catch (ModelException e) {
            return null;
        }
        return vectors;
    }

    private List<IntentGuess.Candidate> candidates(double[] logs) {
        Top top = new Top(Math.min(CANDIDATES, logs.length));
        for (int k = 0; k < logs.length; k++) {
            top.offer((float) logs[k], k);
        }
        List<IntentGuess.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            int k = top.index(i);
            candidates.add(new IntentGuess.Candidate(set.intents().get(k), StrictMath.exp(Math.min(0, logs[k]))));
        }
        return candidates;
    }

    /**
     * A classifier trained on these examples as well; only texts that are new are embedded. A text that was known already is a
     * correction: its new intent takes the place of the old one. Places in the report count the old examples first.
     */
    public IntentClassifier withExamples(List<IntentExample> corrections) {
        Set<String> corrected = corrections.stream()
                .map(example -> TextNormalizer.fold(ExampleSet.cut(example.text())))
                .collect(Collectors.toSet());
        List<IntentExample> all = new ArrayList<>(set.used());
        all.removeIf(example -> corrected.contains(TextNormalizer.fold(example.text())));
        all.addAll(corrections);
        return train(all, features, models, settings);
    }

    /** What came of the examples, and how good the guesses were on those left out. */
    public IntentReport report() {
        return report;
    }

    /** All intents, in the order in which the examples name them first. */
    public List<Intent> intents() {
        return List.copyOf(set.intents());
    }

    /** The examples in use. */
    public List<IntentExample> examples() {
        return List.copyOf(set.used());
    }

    List<Features> features() {
        return features;
    }

    List<Vectors> models() {
        return models;
    }

    Settings settings() {
        return settings;
    }

    Training.Trained trained() {
        return trained;
    }
}
