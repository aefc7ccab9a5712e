package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real model, from the class path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmTest {
    private static final List<String> TEXTS = List.of(
            "Are you open on Monday?",
            "Êtes-vous ouverts lundi ?",
            "Can I send this jacket back?",
            "ok",
            "",
            "My parcel has not arrived yet, although the page says that it was delivered two days ago. ".repeat(8),
            "12,50 €",
            "中文字符 😀");

    private final OnnxEmbedder embedder = OnnxEmbedder.miniLm();

    @AfterAll
    void close() {
        embedder.close();
    }

    @Test
    void givesVectorsOf384ValuesAndLengthOne() {
        assertThat(embedder.dimension()).isEqualTo(384);
        assertThat(embedder.modelName()).isEqualTo("all-minilm-l6-v2-q");
        for (String text : TEXTS) {
            float[] vector = vector(text);
            double squares = 0;
            for (float value : vector) {
                squares += (double) value * value;
            }
            assertThat(vector).hasSize(384);
            assertThat(squares).isCloseTo(1, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Are you open on Monday? | What are your opening hours at the start of the week? | The jacket is made of wool.",
                "How do I send an item back? | I would like to return a product. | Our bread is baked at night.",
                "My parcel has not arrived. | The delivery is late. | Do you have this shirt in blue?",
                "Can I pay by card? | Which means of payment do you accept? | Is the cake free of nuts?",
                "I forgot my password. | I cannot log in to my account. | Do you sell gift vouchers?",
            })
    void findsAParaphraseNearerThanAnotherSubject(String text, String paraphrase, String other) {
        assertThat(cosine(text, paraphrase)).isGreaterThan(cosine(text, other) + 0.1);
    }

    @Test
    void givesTheSameBytesAgainAndAfterOtherTexts() {
        List<float[]> first = TEXTS.stream().map(this::vector).toList();
        for (int i = TEXTS.size() - 1; i >= 0; i--) {
            assertThat(vector(TEXTS.get(i))).isEqualTo(first.get(i));
        }
    }

    @Test
    void givesTheSameBytesInABatchAsAlone() {
        List<String> texts = TEXTS.stream().filter(text -> !text.isBlank()).toList();
        List<Embedding> batch = embedder.embedAll(
                        texts.stream().map(TextSegment::from).toList())
                .content();
        assertThat(batch).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(batch.get(i).vector()).isEqualTo(vector(texts.get(i)));
        }
    }

    @Test
    void givesTheSameBytesFromEightThreadsAtOnce() throws Exception {
        List<float[]> expected = TEXTS.stream().map(this::vector).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<float[]>>> results = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                results.add(
                        threads.submit(() -> TEXTS.stream().map(this::vector).toList()));
            }
            for (Future<List<float[]>> result : results) {
                for (int i = 0; i < TEXTS.size(); i++) {
                    assertThat(result.get().get(i)).isEqualTo(expected.get(i));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void readsOnlyTheBeginningOfAMegabyte() {
        String unit = "Are you open on Monday? ";
        assertThat(vector(unit.repeat(50_000))).isEqualTo(vector(unit.repeat(60)));
        assertThat(vector("x".repeat(1 << 20))).isEqualTo(vector("y".repeat(200)));
    }

    @Test
    void takesLoneSurrogatesForNothing() {
        assertThat(vector("open\uD83D on \uDE00Monday")).isEqualTo(vector("open on monday"));
    }

    @Test
    void refusesAModelFileCutInTheMiddle(@TempDir Path folder) throws IOException {
        byte[] model = resource("all-minilm-l6-v2-q.onnx");
        Files.write(folder.resolve("tokenizer.json"), resource("all-minilm-l6-v2-q-tokenizer.json"));
        for (int length : new int[] {1000, model.length / 2, model.length - 1000}) {
            Files.write(folder.resolve("model.onnx"), Arrays.copyOf(model, length));
            assertThatThrownBy(() -> OnnxEmbedder.of(folder))
                    .isInstanceOfSatisfying(
                            ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_CORRUPT))
                    .hasMessageContaining("model.onnx");
        }
    }

    @Test
    void givesTheSameVectorsFromAFolder(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("tokenizer.json"), resource("all-minilm-l6-v2-q-tokenizer.json"));
        Files.write(folder.resolve("model.onnx"), resource("all-minilm-l6-v2-q.onnx"));
        try (OnnxEmbedder other = OnnxEmbedder.of(folder)) {
            for (String text : TEXTS) {
                assertThat(other.embed(text).content().vector()).isEqualTo(vector(text));
            }
        }
    }

    @Test
    void refusesALimitBeyondTheModelsPositionsWhenItIsOpened() {
        assertThatThrownBy(OnnxEmbedder.builder().maxTokens(513)::build)
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_FAILED))
                .hasMessageContaining("fewer tokens than maxTokens");
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream stream = MiniLmTest.class.getResourceAsStream("/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }

    private float[] vector(String text) {
        return embedder.embed(text).content().vector();
    }

    private double cosine(String one, String other) {
        return CosineSimilarity.between(Embedding.from(vector(one)), Embedding.from(vector(other)));
    }
}
