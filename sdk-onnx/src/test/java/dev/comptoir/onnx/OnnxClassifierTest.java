package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.OverloadedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probabilities worked by hand on a model that adds up three numbers a token. */
class OnnxClassifierTest {
    private static final float[][] WEIGHTS = new float[TinyTokenizer.SIZE][3];

    static {
        WEIGHTS[TinyTokenizer.PAIN] = new float[] {3, 0, 6};
        WEIGHTS[TinyTokenizer.OPEN] = new float[] {0, 9, 0};
        WEIGHTS[TinyTokenizer.BANG] = new float[] {3000, -3000, 0};
    }

    @TempDir
    Path temp;

    @Test
    void givesSoftmaxOverTheTemperature() throws IOException {
        try (OnnxClassifier classifier =
                OnnxClassifier.of(folder("'temperature': 2").path())) {
            // [CLS] pain [SEP]: (1, 0, 2) over 2.
            Classification labels = classifier.classify("pain");
            double sum = Math.exp(.5) + 1 + Math.exp(1);
            assertThat(labels.labels())
                    .extracting(Classification.Label::name)
                    .containsExactly("price", "order", "hours");
            assertThat(labels.probabilityOf("order")).isCloseTo(Math.exp(.5) / sum, within(1e-6));
            assertThat(labels.probabilityOf("hours")).isCloseTo(1 / sum, within(1e-6));
            assertThat(labels.best().probability()).isCloseTo(Math.exp(1) / sum, within(1e-6));
            assertThat(classifier.labels()).containsExactly("order", "hours", "price");
        }
    }

    @Test
    void givesEachLabelsSigmoidWhereSeveralMayHold() throws IOException {
        try (OnnxClassifier classifier =
                OnnxClassifier.of(folder("'activation': 'sigmoid'").path())) {
            Classification labels = classifier.classify("pain");
            assertThat(labels.probabilityOf("order")).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-6));
            assertThat(labels.probabilityOf("hours")).isEqualTo(.5);
            assertThat(labels.best().name()).isEqualTo("price");
        }
    }

    @Test
    void staysFiniteAndBreaksTiesByTheModelsOrder() throws IOException {
        for (String activation : List.of("softmax", "sigmoid")) {
            try (OnnxClassifier classifier =
                    OnnxClassifier.of(folder("'temperature': 0.01, 'activation': '" + activation + "'")
                            .path())) {
                assertThat(classifier.classify("! ! !").best()).isEqualTo(new Classification.Label("order", 1));
                assertThat(classifier.classify("! ! !").probabilityOf("hours")).isEqualTo(0);
                assertThat(classifier.classify("").labels())
                        .extracting(Classification.Label::name)
                        .containsExactly("order", "hours", "price");
            }
        }
    }

    @Test
    void readsPairs() throws IOException {
        try (OnnxClassifier classifier =
                OnnxClassifier.of(folder("'maxTokens': 32").path())) {
            // [CLS] pain [SEP] open [SEP]: (3, 9, 6) over 5.
            double sum = Math.exp(.6) + Math.exp(1.8) + Math.exp(1.2);
            assertThat(classifier.classifyPair("pain", "open").probabilityOf("hours"))
                    .isCloseTo(Math.exp(1.8) / sum, within(1e-6));
        }
    }

    @Test
    void givesTheSameBitsForManyTexts() throws IOException {
        List<String> texts = List.of("pain", "open", "pain open", "", "!", "open open pain");
        try (OnnxClassifier classifier = OnnxClassifier.builder(
                        folder("'maxTokens': 32").path())
                .workers(3)
                .build()) {
            assertThat(classifier.classifyAll(texts))
                    .isEqualTo(texts.stream().map(classifier::classify).toList());
        }
    }

    @Test
    void namesLabelsThatAreMissingTooManyOrWrong() throws IOException {
        TinyFolder folder =
                new TinyFolder(temp.resolve("m")).model(TinyModel.lookup().logits(), WEIGHTS);
        assertThatThrownBy(() -> OnnxClassifier.of(folder.path()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"labels\"");
        folder.settings("{'kind': 'classifier', 'labels': ['a', 'b']}");
        assertThatThrownBy(() -> OnnxClassifier.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_DIMENSION))
                .hasMessageContaining("gives 3 numbers")
                .hasMessageContaining("2 labels");
        for (String wrong : List.of(
                "'labels': []",
                "'labels': ['a', 'a', 'b']",
                "'labels': ['a', 3, 'b']",
                "'labels': 'a'",
                "'labels': [' ']")) {
            folder.settings("{'kind': 'classifier', " + wrong + "}");
            assertThatThrownBy(() -> OnnxClassifier.of(folder.path()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("labels is");
        }
        for (String wrong : List.of("0", "-1", "'1'", "101")) {
            folder.settings("{'kind': 'classifier', 'labels': ['a', 'b', 'c'], 'temperature': " + wrong + "}");
            assertThatThrownBy(() -> OnnxClassifier.of(folder.path()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("temperature is");
        }
    }

    @Test
    void refusesWhatIsPastItsTimeOrUnknown() throws IOException {
        try (OnnxClassifier classifier =
                OnnxClassifier.of(folder("'maxTokens': 32").path())) {
            assertThatThrownBy(() -> classifier.classify("pain", Duration.ofSeconds(-1)))
                    .isInstanceOf(OverloadedException.class);
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            classifier.classify("pain", Duration.ofMinutes(1)).probabilityOf("wine"))
                    .withMessageContaining("hours");
        }
    }

    private TinyFolder folder(String more) throws IOException {
        return new TinyFolder(temp.resolve("m"))
                .model(TinyModel.lookup().logits(), WEIGHTS)
                .settings("{'kind': 'classifier', 'labels': ['order', 'hours', 'price'], " + more + "}");
    }
}
