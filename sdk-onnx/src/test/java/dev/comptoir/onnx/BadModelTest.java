package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad model, folder and setting is refused with the reason when it is opened. */
class BadModelTest {
    private static final int INT32 = 6;
    private static final float[][] WEIGHTS = new float[TinyTokenizer.SIZE][];

    static {
        Arrays.setAll(WEIGHTS, id -> new float[] {id, 1});
    }

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("tokenizer.json"), TinyTokenizer.bytes());
        Files.write(folder.resolve("model.onnx"), TinyModel.lookup().bytes(WEIGHTS));
    }

    @Test
    void opensTheGoodModelThatTheOthersDeviateFrom() {
        OnnxEmbedder.of(folder).close();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertRefused(folder.resolve("none"), ErrorCode.MODEL_NOT_FOUND, "none");
        assertRefused(folder.resolve("model.onnx"), ErrorCode.MODEL_NOT_FOUND, "no folder");
    }

    @Test
    void refusesAFolderWithoutTokenizer() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        assertRefused(folder, ErrorCode.MODEL_NOT_FOUND, "tokenizer.json");
    }

    @Test
    void refusesAFolderWithoutModel() throws IOException {
        Files.delete(folder.resolve("model.onnx"));
        assertRefused(folder, ErrorCode.MODEL_NOT_FOUND, "model.onnx");
    }

    @Test
    void refusesATokenizerThatIsNoJson() throws IOException {
        Files.write(
                folder.resolve("tokenizer.json"), "version https://example.org/spec".getBytes(StandardCharsets.UTF_8));
        assertRefused(folder, ErrorCode.MODEL_CORRUPT, "tokenizer.json");
    }

    @Test
    void refusesAModelFileThatIsEmptyOrGarbage() throws IOException {
        for (String content : new String[] {"", "garbage", "\u0000".repeat(500)}) {
            Files.write(folder.resolve("model.onnx"), content.getBytes(StandardCharsets.UTF_8));
            assertRefused(folder, ErrorCode.MODEL_CORRUPT, "model.onnx");
        }
    }

    @Test
    void refusesAModelFileCutShortAtAnyPlace() throws IOException {
        byte[] model = TinyModel.lookup().bytes(WEIGHTS);
        for (int length = 0; length < model.length; length += 5) {
            Files.write(folder.resolve("model.onnx"), Arrays.copyOf(model, length));
            assertRefused(folder, ErrorCode.MODEL_CORRUPT, "model.onnx");
        }
    }

    @Test
    void namesTheInputsItCannotFeed() throws IOException {
        write(TinyModel.lookup().input("pixel_values").input("bbox"));
        assertRefused(folder, ErrorCode.MODEL_UNSUPPORTED, "not bbox, pixel_values");
    }

    @Test
    void refusesAnInputOfAnotherType() throws IOException {
        write(TinyModel.lookup().input("attention_mask", INT32, "batch", "tokens"));
        assertRefused(folder, ErrorCode.MODEL_UNSUPPORTED, "INT64 for its input attention_mask");
    }

    @Test
    void refusesAnOutputOfAnotherNumberOfAxes() throws IOException {
        write(TinyModel.lookup().flat());
        assertRefused(folder, ErrorCode.MODEL_UNSUPPORTED, "1 axes in its output last_hidden_state");
    }

    @Test
    void refusesAnOutputOfAnotherType() throws IOException {
        write(TinyModel.lookup().integers());
        assertRefused(folder, ErrorCode.MODEL_UNSUPPORTED, "FLOAT in its output last_hidden_state");
    }

    @Test
    void refusesAModelThatGivesAnotherShapeThanItDeclares() throws IOException {
        write(TinyModel.lookup().transposed());
        assertRefused(folder, ErrorCode.MODEL_UNSUPPORTED, "gave the shape [256, 1, 2]");
    }

    @Test
    void refusesAModelWithFewerIdsThanItsTokenizer() throws IOException {
        Files.write(folder.resolve("model.onnx"), TinyModel.lookup().bytes(Arrays.copyOf(WEIGHTS, 2)));
        assertRefused(folder, ErrorCode.MODEL_FAILED, "another model's");
    }

    @Test
    void refusesValuesThatAreNotNumbers() throws IOException {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            float[][] weights = WEIGHTS.clone();
            weights[TinyTokenizer.CLS] = new float[] {bad, 1};
            Files.write(folder.resolve("model.onnx"), TinyModel.lookup().bytes(weights));
            assertRefused(folder, ErrorCode.MODEL_CORRUPT, "not finite");
        }
    }

    @Test
    void refusesZerosThatCannotBeScaled() throws IOException {
        Files.write(folder.resolve("model.onnx"), TinyModel.lookup().bytes(new float[TinyTokenizer.SIZE][2]));
        assertRefused(folder, ErrorCode.MODEL_CORRUPT, "zeros only");
    }

    @Test
    void listsAllSettingsOutsideTheirRange() {
        OnnxEmbedderBuilder builder =
                OnnxEmbedder.builder().folder(folder).maxTokens(0).workers(0).maxWait(Duration.ofSeconds(-1));
        assertThatThrownBy(builder::build)
                .asInstanceOf(throwable(ConfigurationException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
                .hasMessageContaining("maxTokens is 0")
                .hasMessageContaining("workers is 0")
                .hasMessageContaining("maxWait is PT-1S");
    }

    @Test
    void refusesALimitThatLeavesNoRoomBetweenTheSpecialTokens() {
        assertThatThrownBy(OnnxEmbedder.builder().folder(folder).maxTokens(2)::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("maxTokens is 2")
                .hasMessageContaining("3 at least");
    }

    private void write(TinyModel model) throws IOException {
        Files.write(folder.resolve("model.onnx"), model.bytes(WEIGHTS));
    }

    private static void assertRefused(Path folder, ErrorCode code, String named) {
        assertThatThrownBy(() -> OnnxEmbedder.of(folder))
                .asInstanceOf(throwable(ModelException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(named);
    }
}
