package dev.comptoir.recommend.model.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EaseFileTest {
    private static final List<int[]> ROWS =
            List.of(new int[] {0, 1, 5}, new int[] {1, 2}, new int[] {3, 4, 5}, new int[] {0, 5});

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Ease ease = train();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ease.writeTo(bytes);
        bytes.write(77);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());

        Ease read = Ease.readFrom(in);

        assertThat(in.read()).as("the byte behind it").isEqualTo(77);
        for (int i = 0; i < 6; i++) {
            assertThat(read.count(i)).isEqualTo(ease.count(i));
            for (int j = 0; j < 6; j++) {
                assertThat(read.weight(i, j)).isEqualTo(ease.weight(i, j));
            }
        }
        assertThat(bytes(read)).isEqualTo(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1));
        assertThat(read.without(ROWS.get(1)).count(2)).isZero();
    }

    @Test
    void updatesAreWrittenToo() throws IOException {
        Ease ease = train().without(ROWS.get(0));

        Ease read = Ease.readFrom(new ByteArrayInputStream(bytes(ease)));

        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                assertThat(read.weight(i, j)).isCloseTo(ease.weight(i, j), Offset.offset(1e-7));
            }
        }
    }

    @Test
    void aCutOffOrChangedStreamIsDamaged() throws IOException {
        byte[] whole = bytes(train());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> Ease.readFrom(new ByteArrayInputStream(cut)))
                    .withMessageContaining("ends after " + length + " bytes")
                    .matches(error -> error.code() == ErrorCode.MODEL_CORRUPT);
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x40;
            assertThatExceptionOfType(ModelException.class)
                    .as("byte %d", at)
                    .isThrownBy(() -> Ease.readFrom(new ByteArrayInputStream(changed)));
        }
    }

    private static Ease train() {
        return Ease.train(
                InteractionMatrix.of(6, ROWS), ItemFeatures.none(6), new Objective(2, .25, 0), Tiles.sequential());
    }

    private static byte[] bytes(Ease ease) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ease.writeTo(bytes);
        return bytes.toByteArray();
    }
}
