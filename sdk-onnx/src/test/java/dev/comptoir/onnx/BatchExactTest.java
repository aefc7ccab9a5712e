package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.Activations;
import dev.comptoir.onnx.session.Deadline;
import dev.comptoir.onnx.session.Head;
import dev.comptoir.onnx.session.RunLimits;
import dev.comptoir.onnx.session.TextModel;
import dev.comptoir.onnx.tokenize.Tokenizer;
import dev.comptoir.onnx.tokenize.Tokens;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text has the same vector alone and among others: floats may share a run, quantised models may not. */
class BatchExactTest {
    private static final int WIDTH = 96;
    private static final String EXACT = "{'kind': 'embedder', 'batchExact': true}";

    @TempDir
    Path temp;

    @Test
    void givesTheSameBitsWhenTextsOfAFloatModelShareARun() throws IOException {
        TinyFolder folder = layer();
        List<TextSegment> texts = texts(300);
        List<Embedding> alone;
        try (OnnxEmbedder embedder =
                OnnxEmbedder.builder().folder(folder.path()).workers(1).build()) {
            alone = embedder.embedAll(texts).content();
        }
        folder.settings(EXACT);
        for (int workers : new int[] {1, 2, 5}) {
            try (OnnxEmbedder embedder = OnnxEmbedder.builder()
                    .folder(folder.path())
                    .workers(workers)
                    .cache(workers == 5 ? 1 << 16 : 0)
                    .build()) {
                assertThat(embedder.embedAll(texts).content()).isEqualTo(alone);
                assertThat(embedder.embedAll(texts).content()).isEqualTo(alone);
                assertThat(embedder.embed(texts.get(7)).content()).isEqualTo(alone.get(7));
            }
        }
    }

    @Test
    void refusesAFolderThatSaysSoOfAModelThatMixesTexts() throws IOException {
        float[][] weights = new float[TinyTokenizer.SIZE][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = new float[] {i, 1 + i * i};
        }
        TinyFolder folder =
                new TinyFolder(temp.resolve("m")).model(TinyModel.lookup().mixing(), weights);
        // Alone in its run a text is its own mean, which leaves zeros only.
        try (OnnxEmbedder embedder =
                OnnxEmbedder.builder().folder(folder.path()).normalize(false).build()) {
            assertThat(embedder.embed("pain").content().vector()).containsOnly(0);
        }
        folder.settings(EXACT.replace("}", ", 'normalize': false}"));
        assertThatThrownBy(() -> OnnxEmbedder.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED))
                .hasMessageContaining("batchExact");
    }

    @Test
    void refusesAFolderThatSaysSoOfMiniLmWhichIsQuantised() throws IOException {
        TinyFolder folder = new TinyFolder(temp.resolve("m"));
        Files.write(folder.path().resolve("model.onnx"), MiniLmTest.resource("all-minilm-l6-v2-q.onnx"));
        Files.write(folder.path().resolve("tokenizer.json"), MiniLmTest.resource("all-minilm-l6-v2-q-tokenizer.json"));
        folder.settings(EXACT);
        assertThatThrownBy(() -> OnnxEmbedder.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED))
                .hasMessageContaining("quantised");
    }

    @Test
    void seesHowFarMiniLmIsOffInABatchAndThereforeRunsTextsOneByOne() throws IOException {
        Tokenizer tokenizer = MiniLm.tokenizer();
        List<Tokens> equal = new ArrayList<>();
        for (String text : new String[] {
            "are you open on monday?",
            "how much is the bread?",
            "i want my money back!",
            "croissants for tomorrow, please",
            "where is my parcel now?",
            "the the the the the",
        }) {
            equal.add(tokenizer.encode(text.repeat(3), 12));
        }
        assertThat(equal).allMatch(tokens -> tokens.size() == 12);
        double least = 1;
        try (TextModel model =
                TextModel.open(MiniLm.model(), Head.TOKENS, new RunLimits(1, 1, Duration.ofMinutes(1)))) {
            List<Activations> together = model.run(equal, Deadline.none());
            for (int i = 0; i < equal.size(); i++) {
                float[] alone = model.run(equal.get(i), Deadline.none()).mean();
                least = Math.min(
                        least,
                        CosineSimilarity.between(
                                Embedding.from(alone),
                                Embedding.from(together.get(i).mean())));
            }
        }
        System.out.printf(
                "MiniLM, six texts of 12 tokens in one run: least cosine with the vector alone %.4f%n", least);
        assertThat(least).isBetween(0.9, 0.99999);
    }

    @Test
    void takesAnExecutorOfOnesOwnAndLeavesItOpen() throws IOException {
        TinyFolder folder = layer();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        AtomicInteger asked = new AtomicInteger();
        Executor counting = task -> {
            asked.incrementAndGet();
            threads.execute(task);
        };
        Executor refusing = task -> {
            throw new RejectedExecutionException("full");
        };
        try (OnnxEmbedder own = OnnxEmbedder.builder()
                        .folder(folder.path())
                        .workers(3)
                        .executor(counting)
                        .build();
                OnnxEmbedder alone = OnnxEmbedder.builder()
                        .folder(folder.path())
                        .workers(3)
                        .executor(refusing)
                        .build()) {
            assertThat(own.embedAll(texts(50)).content())
                    .isEqualTo(alone.embedAll(texts(50)).content());
            assertThat(asked).hasValue(2);
        } finally {
            assertThat(threads.isShutdown()).isFalse();
            threads.shutdownNow();
        }
    }

    private TinyFolder layer() throws IOException {
        return new TinyFolder(temp.resolve("m"))
                .model(TinyModel.lookup().layer(random(WIDTH, 1)), random(TinyTokenizer.SIZE, 2));
    }

    private static List<TextSegment> texts(int count) {
        Random random = new Random(3);
        String[] words = {"pain", "open", "!", "query", "paining", "vin"};
        List<TextSegment> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("open");
            for (int word = random.nextInt(30); word > 0; word--) {
                text.append(' ').append(words[random.nextInt(words.length)]);
            }
            texts.add(TextSegment.from(text.toString()));
        }
        return texts;
    }

    private static float[][] random(int rows, long seed) {
        Random random = new Random(seed);
        float[][] values = new float[rows][WIDTH];
        for (float[] row : values) {
            for (int i = 0; i < WIDTH; i++) {
                row[i] = (float) random.nextGaussian() / 8;
            }
        }
        return values;
    }
}
