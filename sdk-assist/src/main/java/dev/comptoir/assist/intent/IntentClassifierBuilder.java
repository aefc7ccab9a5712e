package dev.comptoir.assist.intent;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.List;

/** Settings of an {@link IntentClassifier}; all but the examples have a default. Not thread-safe. */
public final class IntentClassifierBuilder {
    private static final int MOST_EXAMPLES = 200_000;
    private static final int MOST_MODELS = 8;

    private List<IntentExample> examples = List.of();
    private List<EmbeddingModel> models = List.of();
    private long seed = 1;
    private double foreignShare = 0.05;
    private double uncoveredShare = 0.1;

    IntentClassifierBuilder() {}

    /** Questions and what they want; at least one with a letter or digit, and 200,000 at most. */
    public IntentClassifierBuilder examples(List<IntentExample> examples) {
        this.examples = List.copyOf(examples);
        return this;
    }

    /** Models that know more than words, 8 at most; by default none. They are not closed with the classifier. */
    public IntentClassifierBuilder embeddings(List<? extends EmbeddingModel> models) {
        this.models = List.copyOf(models);
        return this;
    }

    /** Models that know more than words. */
    public IntentClassifierBuilder embeddings(EmbeddingModel... models) {
        return embeddings(List.of(models));
    }

    /** What chance is drawn from; the same examples, models and seed give the same classifier, bit by bit. By default 1. */
    public IntentClassifierBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    /**
     * The shares of all questions that are none of the business's affairs, and that are its affair but none of the intents:
     * above 0, below 1 together; by default 0.05 and 0.1. The gates' probabilities start from them.
     */
    public IntentClassifierBuilder expectedShares(double foreign, double uncovered) {
        this.foreignShare = foreign;
        this.uncoveredShare = uncovered;
        return this;
    }

    /**
     * Embeds the examples and trains. Takes about a second for some hundred examples and a minute for ten thousand, besides the
     * models' own time, on one core.
     *
     * @throws ConfigurationException listing all settings that cannot work
     */
    public IntentClassifier build() {
        List<String> problems = new ArrayList<>();
        if (examples.size() > MOST_EXAMPLES) {
            problems.add("There are " + examples.size() + " examples; " + MOST_EXAMPLES + " are possible.");
        }
        if (models.size() > MOST_MODELS) {
            problems.add("There are " + models.size() + " embedding models; " + MOST_MODELS + " are possible.");
        }
        if (!(foreignShare > 0 && uncoveredShare > 0 && foreignShare + uncoveredShare < 1)) {
            problems.add("The expected shares are " + foreignShare + " and " + uncoveredShare
                    + "; both must be above 0 and their sum below 1.");
        }
        if (examples.stream().noneMatch(example -> ExampleSet.usable(example.text()))) {
            problems.add("None of the " + examples.size() + " examples has a letter or digit; one is needed at least.");
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(ErrorCode.CONFIGURATION_INVALID, String.join(" ", problems));
        }
        return IntentClassifier.train(
                examples,
                List.of(),
                models.stream().map(Vectors::new).toList(),
                new IntentClassifier.Settings(seed, foreignShare, uncoveredShare));
    }
}
