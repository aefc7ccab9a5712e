package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.rank.CandidateRanker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores worked by hand on a linear model: twice the price less the age. */
class OnnxRankerTest {
    private static final float[][] WEIGHTS = {{2}, {-1}};
    private static final String SETTINGS = "'kind': 'ranker', 'features': ['price', 'age']";

    @TempDir
    Path temp;

    @Test
    void scoresEachRow() throws IOException {
        try (CandidateRanker ranker = OnnxRanker.of(folder(WEIGHTS, SETTINGS).path())) {
            assertThat(ranker.featureNames()).containsExactly("price", "age");
            assertThat(ranker.score(new float[][] {{3, 1}, {0, 0}, {-1, 4}})).containsExactly(5, 0, -6);
            assertThat(ranker.score(new float[0][])).isEmpty();
        }
    }

    @Test
    void takesTheSecondOfTwoNumbersAsTheScore() throws IOException {
        try (OnnxRanker ranker =
                OnnxRanker.of(folder(new float[][] {{0, 2}, {7, -1}}, SETTINGS).path())) {
            assertThat(ranker.score(new float[][] {{3, 1}, {-1, 4}})).containsExactly(5, -6);
        }
    }

    @Test
    void givesTheSameBitsAloneInBatchesAndOnSeveralThreads() throws IOException {
        Random random = new Random(5);
        float[][] rows = new float[700][2];
        for (float[] row : rows) {
            row[0] = (float) random.nextGaussian();
            row[1] = (float) random.nextGaussian();
        }
        Path path = folder(WEIGHTS, SETTINGS).path();
        float[] alone;
        try (OnnxRanker ranker = OnnxRanker.builder(path).workers(1).build()) {
            alone = ranker.score(rows);
        }
        folder(WEIGHTS, SETTINGS + ", 'batchExact': true");
        for (int workers : new int[] {1, 3}) {
            try (OnnxRanker ranker = OnnxRanker.builder(path).workers(workers).build()) {
                assertThat(ranker.score(rows)).isEqualTo(alone);
            }
        }
    }

    @Test
    void namesARowOfAnotherLengthAndANumberThatIsNone() throws IOException {
        try (OnnxRanker ranker = OnnxRanker.of(folder(WEIGHTS, SETTINGS).path())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranker.score(new float[][] {{3, 1}, {3}}))
                    .withMessageContaining("features[1] has 1 numbers");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranker.score(new float[][] {{3, Float.NaN}}))
                    .withMessageContaining("NaN for age");
        }
    }

    @Test
    void refusesAnotherNumberOfFeaturesThanTheModelReads() throws IOException {
        TinyFolder folder = folder(WEIGHTS, "'kind': 'ranker', 'features': ['price', 'age', 'stock']");
        assertThatThrownBy(() -> OnnxRanker.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_DIMENSION))
                .hasMessageContaining("reads 2 features, but 3");
        folder.settings("{'kind': 'ranker'}");
        assertThatThrownBy(() -> OnnxRanker.of(folder.path()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"features\"");
    }

    @Test
    void refusesModelsOfAnotherKind() throws IOException {
        TinyFolder folder = folder(WEIGHTS, SETTINGS).model(TinyModel.lookup(), WEIGHTS);
        assertUnsupported(folder, "input_ids");
        assertUnsupported(folder.model(TinyModel.linear(2).input("other"), WEIGHTS), "[features, other]");
        assertUnsupported(folder.model(TinyModel.linear(2), new float[][] {{1, 2, 3}, {1, 2, 3}}), "the shape [1, 3]");
    }

    @Test
    void refusesScoresThatAreNoNumbers() throws IOException {
        TinyFolder folder = folder(new float[][] {{Float.NaN}, {1}}, SETTINGS);
        assertThatThrownBy(() -> OnnxRanker.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_CORRUPT))
                .hasMessageContaining("NaN");
        try (OnnxRanker ranker =
                OnnxRanker.of(folder(new float[][] {{2e30f}, {1}}, SETTINGS).path())) {
            assertThatThrownBy(() -> ranker.score(new float[][] {{1, 1}, {3e30f, 1}}))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("Infinity");
        }
    }

    @Test
    void refusesUseAfterClose() throws IOException {
        OnnxRanker ranker = OnnxRanker.of(folder(WEIGHTS, SETTINGS).path());
        ranker.close();
        ranker.close();
        assertThatThrownBy(() -> ranker.score(new float[][] {{1, 1}})).isInstanceOf(ClosedException.class);
    }

    private TinyFolder folder(float[][] weights, String settings) throws IOException {
        return new TinyFolder(temp.resolve("m"))
                .model(TinyModel.linear(2), weights)
                .settings("{" + settings + "}");
    }

    private static void assertUnsupported(TinyFolder folder, String named) {
        assertThatThrownBy(() -> OnnxRanker.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED))
                .hasMessageContaining(named);
    }
}
