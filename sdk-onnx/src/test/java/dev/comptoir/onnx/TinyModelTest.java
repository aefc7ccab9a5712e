package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.error.ClosedException;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.listener.EmbeddingModelErrorContext;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import dev.langchain4j.model.embedding.listener.EmbeddingModelRequestContext;
import dev.langchain4j.model.embedding.listener.EmbeddingModelResponseContext;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the embedder makes of a model's values, worked by hand on a model that looks up one row of two values a token.
 */
class TinyModelTest {
    /** Rows of [CLS], [SEP], pain, ##ing, open, ! and query. */
    private static final float[][] WEIGHTS = {
        {0, 0}, {9, 9}, {3, 4}, {0, 1}, {6, 1}, {1, 1}, {-3, 0}, {2, 2}, {100, 0},
    };

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("tokenizer.json"), TinyTokenizer.bytes());
        write(TinyModel.lookup().input("attention_mask").input("token_type_ids"));
    }

    @Test
    void givesTheMeanOfAllTokensScaledToLengthOne() {
        try (OnnxEmbedder embedder = embedder().build()) {
            // [CLS] pain [SEP]: (3 + 6 + 0, 4 + 1 + 1) / 3 = (3, 2), length sqrt(13).
            assertVector(embedder, "pain", 3 / Math.sqrt(13), 2 / Math.sqrt(13));
            assertThat(embedder.dimension()).isEqualTo(2);
        }
    }

    @Test
    void givesTheUnscaledMeanWhenAsked() {
        try (OnnxEmbedder embedder = embedder().normalize(false).build()) {
            assertVector(embedder, "pain", 3, 2);
        }
    }

    @Test
    void givesTheFirstTokenWhenAsked() {
        try (OnnxEmbedder embedder = embedder().pooling(Pooling.CLS).build()) {
            assertVector(embedder, "pain", 0.6, 0.8);
        }
    }

    @Test
    void takesTheVectorOfAModelThatPoolsItself() throws IOException {
        write(TinyModel.lookup().pooled());
        try (OnnxEmbedder embedder = embedder().normalize(false).build()) {
            assertVector(embedder, "pain", 3, 2);
        }
    }

    @Test
    void embedsBlankTextAsTheEmptyTextWithoutPrefix() {
        try (OnnxEmbedder embedder =
                embedder().queryPrefix("query ").normalize(false).build()) {
            // [CLS] [SEP]: (3 + 0, 4 + 1) / 2.
            for (String blank : List.of("", " ", "\n\t", "\u200B")) {
                assertVector(embedder, blank, 1.5, 2.5);
            }
        }
    }

    @Test
    void putsThePrefixOfTheInputTypeBeforeTheText() {
        try (OnnxEmbedder embedder = embedder()
                .queryPrefix("query ")
                .documentPrefix("! ")
                .normalize(false)
                .build()) {
            // Query: (3 + 100 + 6 + 0) / 4; document: (3 + 2 + 6 + 0) / 4, (4 + 2 + 1 + 1) / 4.
            assertThat(vector(embedder, EmbeddingInputType.QUERY, "pain")).containsExactly(27.25f, 1.5f);
            assertThat(vector(embedder, EmbeddingInputType.DOCUMENT, "pain")).containsExactly(2.75f, 2f);
            assertThat(vector(embedder, null, "pain")).containsExactly(27.25f, 1.5f);
            assertThat(embedder.embed("pain").content().vector()).containsExactly(27.25f, 1.5f);
        }
    }

    @Test
    void readsNoMoreTokensThanTheLimit() {
        try (OnnxEmbedder embedder = embedder().maxTokens(3).normalize(false).build()) {
            assertVector(embedder, "pain open open open", 3, 2);
            assertThat(embedder.embed("pain open").tokenUsage()).isEqualTo(new TokenUsage(3));
        }
    }

    @Test
    void namesTheModelAfterItsFolderOrAsTold() {
        try (OnnxEmbedder embedder = OnnxEmbedder.of(folder);
                OnnxEmbedder named = embedder().modelName("ours").build()) {
            assertThat(embedder.modelName()).isEqualTo(folder.getFileName().toString());
            assertThat(named.modelName()).isEqualTo("ours");
            assertThat(named.embed(request(null, "pain")).modelName()).isEqualTo("ours");
        }
    }

    @Test
    void answersAnEmptyListWithAnEmptyList() {
        try (OnnxEmbedder embedder = OnnxEmbedder.of(folder)) {
            assertThat(embedder.embedAll(List.of()).content()).isEmpty();
        }
    }

    @Test
    @NullUnmarked
    void refusesNullAndNamesItsIndex() {
        try (OnnxEmbedder embedder = OnnxEmbedder.of(folder)) {
            TextSegment pain = TextSegment.from("pain");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> embedder.embedAll(Arrays.asList(pain, pain, null)))
                    .withMessageContaining("segments[2]");
            assertThatNullPointerException().isThrownBy(() -> embedder.embedAll(null));
            assertThatNullPointerException().isThrownBy(() -> embedder.embed((String) null));
        }
    }

    @Test
    void tellsListenersOfEveryRequestBlankOrFailedToo() {
        Recorder recorder = new Recorder();
        OnnxEmbedder embedder = embedder().listeners(List.of(recorder)).build();
        embedder.embed("pain");
        embedder.embed("  ");
        embedder.embed(TextSegment.from("open"));
        embedder.embedAll(List.of(TextSegment.from("pain"), TextSegment.from("open")));
        embedder.embed(request(EmbeddingInputType.DOCUMENT, "pain", ""));
        assertThat(recorder.seen)
                .containsExactly(
                        "request 1",
                        "response 1",
                        "request 1",
                        "response 1",
                        "request 1",
                        "response 1",
                        "request 2",
                        "response 2",
                        "request 2",
                        "response 2");
        embedder.close();
        recorder.seen.clear();
        assertThatClosed(() -> embedder.embed("pain"));
        assertThat(recorder.seen).containsExactly("request 1", "error ClosedException");
    }

    @Test
    void worksWithListenersAddedLater() {
        Recorder recorder = new Recorder();
        try (OnnxEmbedder embedder = OnnxEmbedder.of(folder)) {
            EmbeddingModel listening = embedder.addListener(recorder);
            assertThat(listening.embed("pain").content())
                    .isEqualTo(embedder.embed("pain").content());
            assertThat(recorder.seen).containsExactly("request 1", "response 1");
        }
    }

    @Test
    void refusesUseAfterCloseWhichMayBeRepeated() {
        OnnxEmbedder embedder = OnnxEmbedder.of(folder);
        embedder.close();
        embedder.close();
        assertThatClosed(() -> embedder.embed("pain"));
        assertThatClosed(() -> embedder.embedAll(List.of(TextSegment.from("pain"))));
        assertThat(embedder.dimension()).isEqualTo(2);
    }

    private static void assertThatClosed(Runnable call) {
        assertThatExceptionOfType(ClosedException.class).isThrownBy(call::run).withMessageContaining("closed");
    }

    private void write(TinyModel model) throws IOException {
        Files.write(folder.resolve("model.onnx"), model.bytes(WEIGHTS));
    }

    private OnnxEmbedderBuilder embedder() {
        return OnnxEmbedder.builder().folder(folder);
    }

    private static void assertVector(OnnxEmbedder embedder, String text, double first, double second) {
        float[] vector = embedder.embed(text).content().vector();
        assertThat(vector).hasSize(2);
        assertThat((double) vector[0]).isCloseTo(first, within(1e-6));
        assertThat((double) vector[1]).isCloseTo(second, within(1e-6));
    }

    private static float[] vector(OnnxEmbedder embedder, @Nullable EmbeddingInputType type, String text) {
        return embedder.embed(request(type, text)).embeddings().get(0).vector();
    }

    private static EmbeddingRequest request(@Nullable EmbeddingInputType type, String... texts) {
        return EmbeddingRequest.builder().inputs(texts).inputType(type).build();
    }

    private static final class Recorder implements EmbeddingModelListener {
        final List<String> seen = new ArrayList<>();

        @Override
        public void onRequest(EmbeddingModelRequestContext context) {
            seen.add("request " + context.textSegments().size());
        }

        @Override
        public void onResponse(EmbeddingModelResponseContext context) {
            seen.add("response " + context.embeddingResponse().embeddings().size());
        }

        @Override
        public void onError(EmbeddingModelErrorContext context) {
            seen.add("error " + context.error().getClass().getSimpleName());
        }
    }
}
