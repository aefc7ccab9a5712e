package dev.comptoir.assist.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.assist.HashedNgramModel;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntentClassifierTest {
    private static final EmbeddingModel MODEL = new HashedNgramModel(96);
    private static IntentClassifier words = trained(List.of());
    private static IntentClassifier both = words;

    @BeforeAll
    static void train() {
        both = trained(List.of(MODEL));
    }

    private static IntentClassifier trained(List<EmbeddingModel> models) {
        return IntentClassifier.builder()
                .examples(Shop.examples(5, 1))
                .embeddings(models)
                .seed(7)
                .build();
    }

    @Test
    void tellsFrenchAndEnglishQuestionsApartInOneClassifier() {
        for (IntentClassifier classifier : List.of(words, both)) {
            assertThat(name(classifier, "Sunday: what are the opening hours?", Language.ENGLISH))
                    .isEqualTo("opening");
            assertThat(name(classifier, "I want my money back", Language.ENGLISH))
                    .isEqualTo("refund");
            assertThat(name(classifier, "OU EST LE COLIS ?", Language.FRENCH)).isEqualTo("delivery");
            assertThat(name(classifier, "J’ai oublié le mot de passe", Language.FRENCH))
                    .isEqualTo("account");
        }
    }

    private static String name(IntentClassifier classifier, String text, Language language) {
        return classifier.classify(text, language).intent().name();
    }

    @Test
    void probabilitiesSumToOneAndStandInOrder() {
        IntentGuess guess = both.classify("can I pay with points", Language.ENGLISH);
        List<Double> probabilities = guess.candidates().stream()
                .map(IntentGuess.Candidate::probability)
                .toList();
        assertThat(probabilities).hasSize(8).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(probabilities.stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(guess.foreign() + guess.uncovered() + guess.covered()).isCloseTo(1, within(1e-9));
        assertThat(guess.wordsOnly()).isFalse();
    }

    @Test
    void reportSaysHowGoodItIsOnWhatWasLeftOut() {
        assertThat(both.report().quality().texts()).isEqualTo(80);
        assertThat(both.report().quality().accuracy()).isGreaterThan(0.8);
        assertThat(both.report().models()).containsExactly("HashedNgramModel");
        assertThat(both.report().weights())
                .containsOnlyKeys(
                        "words/linear", "words/nearest", "HashedNgramModel/linear", "HashedNgramModel/nearest");
        assertThat(both.report().gates()).isTrue();
        assertThat(both.intents()).hasSize(8);
    }

    @Test
    void sameExamplesAndSeedGiveTheSameBytes() {
        assertThat(trained(List.of(MODEL)).toBytes()).isEqualTo(both.toBytes());
    }

    @Test
    void snapshotGuessesAsTheOriginalDoes() {
        for (IntentClassifier original : List.of(words, both)) {
            List<EmbeddingModel> models = original == both ? List.of(MODEL) : List.of();
            IntentClassifier read = IntentClassifier.fromBytes(original.toBytes(), models);
            for (IntentExample example : Shop.examples(7, 99)) {
                assertThat(read.classify(example.text(), Language.FRENCH))
                        .isEqualTo(original.classify(example.text(), Language.FRENCH));
            }
            assertThat(read.toBytes()).isEqualTo(original.toBytes());
            assertThat(read.report()).isEqualTo(original.report());
        }
    }

    @Test
    void damagedSnapshotsAreRefused() {
        byte[] bytes = both.toBytes();
        for (int length : new int[] {0, 7, 100, bytes.length / 2, bytes.length - 1}) {
            assertThatThrownBy(() -> IntentClassifier.fromBytes(Arrays.copyOf(bytes, length), List.of(MODEL)))
                    .isInstanceOfSatisfying(
                            ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_CORRUPT));
        }
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            byte[] damaged = bytes.clone();
            damaged[8 + random.nextInt(bytes.length - 8)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> IntentClassifier.fromBytes(damaged, List.of(MODEL)))
                    .isInstanceOfSatisfying(
                            ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_CORRUPT));
        }
    }

    @Test
    void snapshotsOfANewerReleaseOrOtherModelsAreRefused() {
        byte[] newer = both.toBytes();
        ByteBuffer.wrap(newer).putInt(4, 2);
        assertThatThrownBy(() -> IntentClassifier.fromBytes(newer, List.of(MODEL)))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED));
        assertThatThrownBy(() -> IntentClassifier.fromBytes(both.toBytes(), List.of()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_DIMENSION))
                .hasMessageContaining("HashedNgramModel");
    }

    @Test
    void correctionsAreLearntAndOnlyNewTextsEmbedded() {
        CountingModel counting = new CountingModel(MODEL);
        IntentClassifier before = IntentClassifier.builder()
                .examples(Shop.examples(4, 1))
                .embeddings(counting)
                .build();
        assertThat(name(before, "Do you ship to Belgium?", Language.ENGLISH)).isNotEqualTo("abroad");
        int calls = counting.calls();
        IntentExample known = before.examples().get(0);
        Intent abroad = new Intent("abroad", ActionClass.REVERSIBLE);
        List<IntentExample> corrections = new ArrayList<>();
        corrections.add(new IntentExample(known.text(), abroad, null));
        for (String country : List.of("Belgium", "Spain", "Italy", "Norway")) {
            corrections.add(new IntentExample("Do you ship to " + country + "?", abroad, null));
        }
        IntentClassifier after = before.withExamples(corrections);
        assertThat(after.classify("Can it be shipped to Portugal? Do you ship there?", Language.ENGLISH)
                        .intent())
                .isEqualTo(abroad);
        assertThat(after.examples()).hasSize(before.examples().size() + 4);
        assertThat(after.report().contradictions()).isEmpty();
        // The known text and the sentences about the rest of the world: the latter are not kept.
        assertThat(counting.calls() - calls).isLessThan(calls);
        assertThat(counting.textsSince(calls))
                .doesNotContain(before.examples().get(1).text());
    }

    @Test
    void strangeQuestionsScoreHigherThanThoseOfTheIntents() {
        double foreign = mean(List.of("Is there life on Mars?", "Mon chat ronfle la nuit", "Who wrote Hamlet?"));
        double own = mean(List.of("Is it open on sunday?", "Où est donc mon colis ?", "I lost my loyalty card"));
        assertThat(foreign).isGreaterThan(own + 0.2);
    }

    private static double mean(List<String> texts) {
        return texts.stream()
                .map(text -> both.classify(text, Language.ENGLISH))
                .mapToDouble(guess -> 1 - guess.covered())
                .average()
                .orElseThrow();
    }

    @Test
    void expectedSharesMoveTheGates() {
        IntentClassifier expecting = IntentClassifier.builder()
                .examples(Shop.examples(5, 1))
                .expectedShares(0.4, 0.4)
                .seed(7)
                .build();
        IntentGuess low = words.classify("is there any news", Language.ENGLISH);
        IntentGuess high = expecting.classify("is there any news", Language.ENGLISH);
        assertThat(high.candidates()).isEqualTo(low.candidates());
        assertThat(high.foreign()).isGreaterThan(low.foreign());
        assertThat(high.covered()).isLessThan(low.covered());
    }

    @Test
    void severalThreadsGuessAlike() {
        List<IntentExample> texts = Shop.examples(7, 3);
        List<IntentGuess> one = texts.stream()
                .map(text -> both.classify(text.text(), Language.ENGLISH))
                .toList();
        List<IntentGuess> many = IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> both.classify(texts.get(i).text(), Language.ENGLISH))
                .toList();
        assertThat(many).isEqualTo(one);
    }

    @Test
    void theWeightierActionCountsWhereExamplesDiffer() {
        List<IntentExample> examples = new ArrayList<>(Shop.examples(3, 1));
        examples.add(new IntentExample(
                "I insist on my money", new Intent("refund", ActionClass.SIGNIFICANT), Language.ENGLISH));
        Map<String, ActionClass> actions = new HashMap<>();
        IntentClassifier.builder().examples(examples).build().intents().forEach(i -> actions.put(i.name(), i.action()));
        assertThat(actions).containsEntry("refund", ActionClass.SIGNIFICANT).containsEntry("gift", ActionClass.INFORM);
    }
}
