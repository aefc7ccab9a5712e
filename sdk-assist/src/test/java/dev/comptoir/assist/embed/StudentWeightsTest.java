package dev.comptoir.assist.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StudentWeightsTest {
    private static final long SEED = 7;

    @Test
    void roundingStaysWithinTheStepOfFourBits() {
        float[] row = new float[64];
        Random random = new Random(SEED);
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) random.nextGaussian();
        }
        StudentWeights weights = StudentWeights.quantized(new int[] {5}, new float[][] {row}, 0, "{}");
        float[] kept = new float[64];
        weights.add(weights.row(5), 1, kept);

        double error = 0;
        double length = 0;
        for (int i = 0; i < row.length; i++) {
            error += Math.pow(row[i] - kept[i], 2);
            length += Math.pow(row[i], 2);
        }
        // The best uniform 15-level quantiser of a normal variable leaves about 1.2 % of its variance (Max 1960).
        assertThat(error / length).as("seed %d", SEED).isLessThan(0.02);
        assertThat(weights.row(4)).isEqualTo(-1);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        StudentWeights weights = small();
        byte[] file = bytes(weights);
        StudentWeights read = StudentWeights.read(new ByteArrayInputStream(file), "The file");

        assertThat(read.contentHash()).isEqualTo(weights.contentHash()).hasSize(12);
        assertThat(read.provenance()).isEqualTo("{\"a\":\"é\"}");
        assertThat(read.rows()).isEqualTo(2);
        assertThat(bytes(read)).isEqualTo(file);
        float[] sum = new float[2];
        read.add(read.row(-3), 2, sum);
        assertThat((double) sum[0]).isCloseTo(2, within(0.1));
        assertThat((double) sum[1]).isCloseTo(-2, within(0.1));
    }

    @Test
    void everyCutAndEveryChangedByteIsFound() throws IOException {
        byte[] file = bytes(small());
        for (int length = 0; length < file.length; length++) {
            refused(Arrays.copyOf(file, length));
        }
        for (int i = 0; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] ^= 1;
            refused(changed);
        }
        refused(Arrays.copyOf(file, file.length + 1));
    }

    @Test
    void anotherKindOfFileIsNamed() {
        assertThatThrownBy(() -> StudentWeights.read(new ByteArrayInputStream(new byte[100]), "The file x.bin"))
                .isInstanceOfSatisfying(
                        ModelException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED))
                .hasMessageContaining("The file x.bin");
    }

    @Test
    void rowsThatCannotBeKeptAreRefused() {
        assertThatThrownBy(() -> StudentWeights.quantized(new int[] {1}, new float[][] {{Float.NaN, 1}}, 0, ""))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> StudentWeights.quantized(new int[] {1}, new float[][] {{1}}, 0, ""))
                .hasMessageContaining("even number");
        assertThatThrownBy(() -> StudentWeights.quantized(new int[] {2, 1}, new float[][] {{1, 1}, {1, 1}}, 0, ""))
                .hasMessageContaining("out of order");
    }

    private static StudentWeights small() {
        return StudentWeights.quantized(
                new int[] {9, -3}, new float[][] {{0.5f, 0.5f}, {1, -1}}, 0.25f, "{\"a\":\"é\"}");
    }

    private static byte[] bytes(StudentWeights weights) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        weights.write(out);
        return out.toByteArray();
    }

    private static void refused(byte[] file) {
        assertThatThrownBy(() -> StudentWeights.read(new ByteArrayInputStream(file), "The file"))
                .isInstanceOf(ModelException.class);
    }
}
