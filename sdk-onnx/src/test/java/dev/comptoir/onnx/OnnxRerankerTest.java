package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.OverloadedException;
import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores worked by hand on a model that adds up one number a token and one a segment. */
class OnnxRerankerTest {
    /** Of [CLS], [SEP], pain, ##ing, open and !. */
    private static final float[][] WEIGHTS = {{0}, {0}, {1}, {2}, {3}, {0}, {5}, {-8}, {0}};

    /** The second segment counts for more. */
    private static final float[][] TYPES = {{0}, {10}};

    @TempDir
    Path temp;

    @Test
    void givesTheSigmoidOfThePairsNumber() throws IOException {
        try (OnnxReranker reranker = OnnxReranker.of(folder().path())) {
            // [CLS] open [SEP] pain [SEP]: 1 + 5 + 2 + (3 + 10) + (2 + 10) over 5; with ! for pain 11 less.
            assertThat(scores(reranker, "open", "pain", "!").get(0)).isCloseTo(sigmoid(33 / 5.0), within(1e-6));
            assertThat(scores(reranker, "open", "pain", "!").get(1)).isCloseTo(sigmoid(22 / 5.0), within(1e-6));
            assertThat(reranker.modelName()).isEqualTo("m");
        }
    }

    @Test
    void givesTheShareOfTheSecondOfTwoNumbers() throws IOException {
        float[][] weights = new float[TinyTokenizer.SIZE][2];
        weights[TinyTokenizer.PAIN] = new float[] {5, 15};
        TinyFolder folder = new TinyFolder(temp.resolve("m"))
                .model(TinyModel.lookup().logits(), weights)
                .settings("{'kind': 'reranker'}");
        try (OnnxReranker reranker = OnnxReranker.of(folder.path())) {
            // [CLS] open [SEP] pain [SEP]: (5, 15) over 5 tokens, e^3 / (e^1 + e^3).
            assertThat(scores(reranker, "open", "pain").get(0)).isCloseTo(sigmoid(2), within(1e-6));
        }
    }

    @Test
    void givesTheSameBitsForAnyNumberOfTextsAndThreads() throws IOException {
        TinyFolder folder = folder();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            texts.add("pain ".repeat(i % 17) + "open ! ".repeat(i % 5));
        }
        String[] all = texts.toArray(String[]::new);
        try (OnnxReranker one = OnnxReranker.builder(folder.path()).workers(1).build();
                OnnxReranker four =
                        OnnxReranker.builder(folder.path()).workers(4).build()) {
            List<Double> expected = scores(one, "open", all);
            assertThat(scores(four, "open", all)).isEqualTo(expected);
            assertThat(IntStream.range(0, 10)
                            .mapToObj(i -> scores(one, "open", all[i]).get(0))
                            .toList())
                    .isEqualTo(expected.subList(0, 10));
        }
    }

    @Test
    void refusesAModelOfManyNumbers() throws IOException {
        TinyFolder folder =
                new TinyFolder(temp.resolve("m")).model(TinyModel.lookup().logits(), new float[TinyTokenizer.SIZE][3]);
        assertThatThrownBy(() -> OnnxReranker.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_DIMENSION))
                .hasMessageContaining("3 numbers");
    }

    @Test
    void refusesAnEmbedderAndAModelWithoutNumbers() throws IOException {
        TinyFolder folder = new TinyFolder(temp.resolve("m")).model(TinyModel.lookup(), WEIGHTS);
        assertThatThrownBy(() -> OnnxReranker.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED))
                .hasMessageContaining("3 axes")
                .hasMessageContaining("text-classification");
        float[][] bad = WEIGHTS.clone();
        bad[TinyTokenizer.SEP] = new float[] {Float.NaN};
        folder.model(TinyModel.lookup().logits(), bad);
        assertThatThrownBy(() -> OnnxReranker.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_CORRUPT))
                .hasMessageContaining("not finite");
    }

    @Test
    void refusesATokenizerWithoutPairs() throws IOException {
        TinyFolder folder = folder().tokenizer(TinyTokenizer.json().replace("\"pair\"", "\"other\""));
        assertThatThrownBy(() -> OnnxReranker.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED))
                .hasMessageContaining("template for two texts");
    }

    @Test
    @NullUnmarked
    void refusesWhatIsNullPastItsTimeOrClosed() throws IOException {
        OnnxReranker reranker = OnnxReranker.of(folder().path());
        TextSegment pain = TextSegment.from("pain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reranker.scoreAll(Arrays.asList(pain, null), "open"))
                .withMessageContaining("segments[1]");
        assertThatThrownBy(() -> reranker.scoreAll(List.of(pain), "open", Duration.ZERO))
                .isInstanceOf(OverloadedException.class);
        assertThat(reranker.scoreAll(List.of(pain), "open", Duration.ofMinutes(1))
                        .content())
                .hasSize(1);
        assertThat(reranker.scoreAll(List.of(), "open").content()).isEmpty();
        reranker.close();
        assertThatThrownBy(() -> reranker.scoreAll(List.of(pain), "open")).isInstanceOf(ClosedException.class);
    }

    private TinyFolder folder() throws IOException {
        return new TinyFolder(temp.resolve("m"))
                .model(TinyModel.lookup().typed(TYPES).logits(), WEIGHTS)
                .settings("{'kind': 'reranker', 'maxTokens': 64}");
    }

    private static List<Double> scores(OnnxReranker reranker, String query, String... texts) {
        return reranker.scoreAll(
                        Arrays.stream(texts)
                                .map(text -> TextSegment.from(text.isEmpty() ? "?" : text))
                                .toList(),
                        query)
                .content();
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
