package dev.comptoir.onnx.tokenize;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnicodeFormTest {
    /** Marks of several combining classes, one that is two, one without class, and letters that they join. */
    private static final int[] PARTS = {
        0x301, 0x323, 0x327, 0x345, 0x334, 0x344, 0x302E, 0x309A, 0x93C, 0x20DD, 0x300, 0x315, 0x35C, 0x5B0
    };

    @ParameterizedTest
    @EnumSource(Normalizer.Form.class)
    void ordersLongRunsOfMarksAsTheJdkDoes(Normalizer.Form form) {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int run = 0; run < 3; run++) {
                text.append(new String[] {"e", "ế", "", "a b", "ﬁ"}[random.nextInt(5)]);
                for (int length = random.nextInt(120); length > 0; length--) {
                    text.appendCodePoint(PARTS[random.nextInt(PARTS.length)]);
                }
            }
            assertThat(UnicodeForm.normalize(text.toString(), form))
                    .as("seed %d", seed)
                    .isEqualTo(Normalizer.normalize(text, form));
        }
    }
}
