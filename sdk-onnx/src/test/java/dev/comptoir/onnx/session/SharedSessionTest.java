package dev.comptoir.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.TinyModel;
import dev.comptoir.onnx.TinyTokenizer;
import dev.comptoir.onnx.tokenize.Tokenizer;
import dev.comptoir.onnx.tokenize.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One native session for all who open the same content, until the last has closed it. */
class SharedSessionTest {
    private static final RunLimits LIMITS = new RunLimits(2, 100, Duration.ofMinutes(1));
    private static final Tokens TEXT =
            Tokenizer.read(TinyTokenizer.bytes(), "The test's file").encode("pain", 9);

    @TempDir
    Path folder;

    @Test
    void sharesWhatHasTheSameContentWhereverItComesFrom() throws IOException {
        byte[] bytes = TinyModel.lookup().bytes(weights(1));
        ModelSource one = ModelSource.file(Files.write(folder.resolve("one.onnx"), bytes));
        ModelSource other = ModelSource.file(Files.write(folder.resolve("other.onnx"), bytes));
        ModelSource memory = ModelSource.bytes(bytes, "The test's model");
        TextModel first = TextModel.open(one, Head.TOKENS, LIMITS);
        TextModel second = TextModel.open(other, Head.TOKENS, LIMITS);
        TextModel third = TextModel.open(memory, Head.TOKENS, LIMITS);
        assertThat(SharedSession.users(one)).isEqualTo(3);
        second.close();
        second.close();
        assertThat(SharedSession.users(one)).isEqualTo(2);
        first.close();
        assertThat(third.run(TEXT, Deadline.none()).mean()).containsExactly(1);
        third.close();
        assertThat(SharedSession.users(one)).isZero();
        try (TextModel again = TextModel.open(one, Head.TOKENS, LIMITS)) {
            assertThat(again.run(TEXT, Deadline.none()).mean()).containsExactly(1);
        }
    }

    @Test
    void keepsOtherContentApart() {
        ModelSource one = ModelSource.bytes(TinyModel.lookup().bytes(weights(2)), "The test's model");
        ModelSource other = ModelSource.bytes(TinyModel.lookup().bytes(weights(3)), "The test's model");
        try (TextModel first = TextModel.open(one, Head.TOKENS, LIMITS);
                TextModel second = TextModel.open(other, Head.TOKENS, LIMITS)) {
            assertThat(SharedSession.users(one)).isEqualTo(1);
            assertThat(first.run(TEXT, Deadline.none()).mean()).containsExactly(2);
            assertThat(second.run(TEXT, Deadline.none()).mean()).containsExactly(3);
        }
    }

    @Test
    void holdsNothingAfterAModelThatCouldNotBeOpened() {
        ModelSource garbage = ModelSource.bytes("garbage".getBytes(StandardCharsets.UTF_8), "The test's model");
        ModelSource embedder = ModelSource.bytes(TinyModel.lookup().bytes(weights(4)), "The test's model");
        assertThatThrownBy(() -> TextModel.open(garbage, Head.TOKENS, LIMITS)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> TextModel.open(embedder, Head.LOGITS, LIMITS)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> FeatureModel.open(embedder, 2, LIMITS)).isInstanceOf(ModelException.class);
        assertThat(SharedSession.users(garbage)).isZero();
        assertThat(SharedSession.users(embedder)).isZero();
    }

    /** A model whose weights lie in a file beside it is another one in another folder, though its own file is the same. */
    @Test
    void doesNotShareAModelThatNamesOtherFiles() throws IOException {
        byte[] bytes = "x\n\blocation\u0012\u0004data".getBytes(StandardCharsets.UTF_8);
        ModelSource one = ModelSource.file(Files.write(folder.resolve("one.onnx"), bytes));
        ModelSource other = ModelSource.file(Files.write(folder.resolve("other.onnx"), bytes));
        assertThat(one.sha256()).isEqualTo(other.sha256());
        assertThat(one.identity()).isNotEqualTo(other.identity());
    }

    @Test
    void opensAndClosesFromManyThreadsAtOnce() throws Exception {
        ModelSource source = ModelSource.bytes(TinyModel.lookup().bytes(weights(5)), "The test's model");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        try (TextModel model = TextModel.open(source, Head.TOKENS, LIMITS)) {
                            assertThat(model.run(TEXT, Deadline.none()).mean()).containsExactly(5);
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(SharedSession.users(source)).isZero();
    }

    private static float[][] weights(float value) {
        float[][] weights = new float[TinyTokenizer.SIZE][1];
        for (float[] row : weights) {
            row[0] = value;
        }
        return weights;
    }
}
