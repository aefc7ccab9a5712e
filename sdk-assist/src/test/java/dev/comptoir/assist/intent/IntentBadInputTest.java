package dev.comptoir.assist.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.assist.HashedNgramModel;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ConfigurationException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentBadInputTest {
    private static final EmbeddingModel MODEL = new HashedNgramModel(64);
    private static final IntentClassifier SHOP = classifier(Shop.examples(3, 1), MODEL);

    private static IntentClassifier classifier(List<IntentExample> examples, EmbeddingModel... models) {
        return IntentClassifier.builder().examples(examples).embeddings(models).build();
    }

    @Test
    void oneIntentIsAlwaysGuessedWithTheExpectedSharesForTheRest() {
        IntentClassifier classifier = classifier(List.of(IntentExample.of("Are you open?", "opening")), MODEL);
        IntentGuess guess = classifier.classify("Where is my parcel?", Language.ENGLISH);
        assertThat(guess.intent().name()).isEqualTo("opening");
        assertThat(guess.probability()).isEqualTo(1);
        assertThat(guess.foreign()).isCloseTo(0.05, within(1e-9));
        assertThat(guess.uncovered()).isCloseTo(0.1, within(1e-9));
        assertThat(classifier.report().gates()).isFalse();
        assertThat(classifier.report().quality().texts()).isZero();
    }

    @Test
    void oneExampleOfEachIntentIsEnoughToGuess() {
        List<IntentExample> examples = List.of(
                IntentExample.of("When do you open?", "opening"),
                IntentExample.of("Where is my parcel?", "delivery"),
                IntentExample.of("Je veux être remboursé", "refund"));
        for (IntentClassifier classifier : List.of(classifier(examples), classifier(examples, MODEL))) {
            IntentGuess guess = classifier.classify("Has my parcel been sent?", Language.ENGLISH);
            assertThat(guess.intent().name()).isEqualTo("delivery");
            assertThat(guess.probability()).isBetween(0.34, 0.999);
        }
    }

    @Test
    void blankAndRepeatedExamplesAreReportedAndNotUsed() {
        List<IntentExample> examples = List.of(
                IntentExample.of("When do you open?", "opening"),
                IntentExample.of("  \n ", "opening"),
                IntentExample.of("when do you OPEN", "opening"),
                IntentExample.of("🙂🙂", "smile"),
                IntentExample.of("Where is my parcel?", "delivery"));
        IntentReport report = classifier(examples).report();
        assertThat(report.blank()).containsExactly(1, 3);
        assertThat(report.duplicates()).containsExactly(2);
        assertThat(report.examples()).isEqualTo(2);
        assertThat(report.intents()).isEqualTo(2);
    }

    @Test
    void contradictoryLabelsAreReportedAndShareTheProbability() {
        List<IntentExample> examples = new ArrayList<>(Shop.examples(3, 1));
        int size = examples.size();
        examples.add(IntentExample.of("Votre vitrine est superbe", "praise"));
        examples.add(IntentExample.of("Votre vitrine est superbe !", "window"));
        IntentClassifier classifier = classifier(examples, MODEL);
        assertThat(classifier.report().contradictions())
                .containsExactly(new IntentReport.Contradiction(List.of(size, size + 1), List.of("praise", "window")));
        IntentGuess guess = classifier.classify("Votre vitrine est superbe", Language.FRENCH);
        assertThat(guess.candidates().subList(0, 2).stream()
                        .map(candidate -> candidate.intent().name()))
                .containsExactlyInAnyOrder("praise", "window");
        assertThat(guess.probability()).isLessThan(0.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "?!", "🙂🙂🙂", "\uD83D", "\u0000\u0001"})
    void aTextWithoutWordsIsForeignAndOfNoIntentInParticular(String text) {
        IntentGuess guess = SHOP.classify(text, Language.ENGLISH);
        assertThat(guess.foreign()).isEqualTo(1);
        assertThat(guess.covered()).isZero();
        assertThat(guess.probability()).isCloseTo(1.0 / 8, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"refund \uD83D please", "مرحبا هل أنتم مفتوحون", "<b>refund</b><script>x</script>", "a", "1"})
    void strangeTextsGetProbabilities(String text) {
        IntentGuess guess = SHOP.classify(text, Language.ENGLISH);
        assertThat(guess.candidates())
                .allMatch(candidate -> candidate.probability() >= 0 && candidate.probability() <= 1);
        assertThat(guess.foreign() + guess.uncovered() + guess.covered()).isCloseTo(1, within(1e-9));
    }

    @Test
    void ofAMegabyteOnlyTheBeginningCounts() {
        for (String filling : List.of("x", "where is my parcel ", "é\u0301\u0302", "\uD83D\uDE42 ")) {
            String text = "I want my money back. " + filling.repeat(1_000_000 / filling.length());
            IntentGuess guess = SHOP.classify(text, Language.ENGLISH);
            assertThat(guess).isEqualTo(SHOP.classify(text.substring(0, 4_000), Language.ENGLISH));
        }
        IntentClassifier large = classifier(
                List.of(IntentExample.of("money ".repeat(200_000), "refund"), IntentExample.of("parcel", "delivery")));
        assertThat(large.examples().get(0).text().length()).isLessThanOrEqualTo(2_000);
        assertThat(large.classify("money", Language.ENGLISH).intent().name()).isEqualTo("refund");
    }

    @Test
    void tenThousandIntentsOfOneExampleEach() {
        List<IntentExample> examples = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            examples.add(
                    IntentExample.of("Where do I find part number " + (i * 7919L % 100_003) + " please", "part" + i));
        }
        IntentClassifier classifier = classifier(examples, new HashedNgramModel(32));
        IntentGuess guess = classifier.classify("Part number " + (4321 * 7919L % 100_003) + "?", Language.ENGLISH);
        assertThat(guess.intent().name()).isEqualTo("part4321");
        assertThat(guess.candidates()).hasSize(10);
        assertThat(classifier.report().gates()).isFalse();
    }

    @Test
    void aModelThatFailsWhileTrainingIsLeftOutAndNamed() {
        IntentClassifier classifier = classifier(Shop.examples(3, 1), new CountingModel(MODEL).failingFrom(10), MODEL);
        assertThat(classifier.report().models()).containsExactly("HashedNgramModel");
        assertThat(classifier.report().failures()).hasSize(1);
        assertThat(classifier.report().failures().get(0))
                .contains("CountingModel")
                .contains("IllegalStateException")
                .doesNotContain("parcel");
        assertThat(classifier.classify("Where is my parcel?", Language.ENGLISH).wordsOnly())
                .isFalse();
    }

    @Test
    void aModelThatFailsLaterLeavesTheWordsAndTheGuessSaysSo() {
        CountingModel model = new CountingModel(MODEL);
        IntentClassifier classifier = classifier(Shop.examples(3, 1), model);
        IntentGuess before = classifier.classify("Where is my parcel?", Language.ENGLISH);
        model.failingFrom(0);
        IntentGuess after = classifier.classify("Where is my parcel?", Language.ENGLISH);
        assertThat(before.wordsOnly()).isFalse();
        assertThat(after.wordsOnly()).isTrue();
        assertThat(after.intent().name()).isEqualTo("delivery");
        IntentGuess fromWords = classifier(Shop.examples(3, 1)).classify("Where is my parcel?", Language.ENGLISH);
        assertThat(after.candidates()).isEqualTo(fromWords.candidates());
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 0})
    void aModelWithoutDirectionIsLeftOut(float value) {
        EmbeddingModel broken = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(segments.stream()
                        .map(segment -> Embedding.from(new float[] {value, value}))
                        .toList());
            }
        };
        IntentReport report = classifier(Shop.examples(2, 1), broken).report();
        assertThat(report.models()).isEmpty();
        assertThat(report.failures().get(0)).contains("model.failed").contains("without a direction");
    }

    @Test
    void aModelThatChangesItsDimensionIsLeftOut() {
        EmbeddingModel changing = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(segments.stream()
                        .map(segment ->
                                Embedding.from(new float[3 + segment.text().length() % 2]))
                        .peek(embedding -> embedding.vector()[0] = 1)
                        .toList());
            }
        };
        assertThat(classifier(Shop.examples(2, 1), changing).report().failures().get(0))
                .contains("model.dimension");
    }

    @Test
    void settingsThatCannotWorkAreAllNamed() {
        assertThatThrownBy(() -> IntentClassifier.builder()
                        .examples(List.of(IntentExample.of("...", "dots")))
                        .expectedShares(0.5, 0.5)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("None of the 1 examples")
                .hasMessageContaining("0.5 and 0.5");
        assertThatThrownBy(() -> new Intent(" ", ActionClass.INFORM)).isInstanceOf(IllegalArgumentException.class);
    }
}
