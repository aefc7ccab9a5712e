package dev.comptoir.onnx.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTokenizerTest {
    private static final int MEGABYTE = 1 << 20;

    private static Tokenizer unigram() {
        ObjectNode model = TinyVocabularies.unigram(1, 800, true);
        String normalizer = TinyFiles.normalizers(
                "{'type': 'NFKC'}",
                TinyFiles.precompiled(TinyCharsmap.base64(java.util.Map.of("\u00A0", " ", "\u0001", ""))));
        return read(TinyFiles.file(model, normalizer, TinyFiles.metaspace("always", true), TinyFiles.template()));
    }

    private static Tokenizer pairs() {
        return read(TinyFiles.file(
                TinyVocabularies.byteLevelBpe(1, 200), "{'type': 'NFC'}", TinyFiles.byteLevel(false, true), ""));
    }

    private static Tokenizer wholeTexts() {
        return read(TinyFiles.file(TinyVocabularies.characterBpe(1, 200, true), "{'type': 'NFD'}", "", ""));
    }

    private static Tokenizer read(ObjectNode file) {
        return Tokenizer.read(file.toString().getBytes(StandardCharsets.UTF_8), "The test's file");
    }

    @Test
    void keepsOnlyTheSpecialTokensOfAnEmptyText() {
        assertThat(unigram().encode("", 9).ids()).containsExactly(0, 1);
        assertThat(unigram().encode("\u0001", 9).ids()).containsExactly(0, 1);
        assertThat(pairs().encode("", 9).ids()).isEmpty();
        assertThat(wholeTexts().encode("", 9).ids()).isEmpty();
    }

    @Test
    void countsLoneSurrogatesAsTheReplacementCharacter() {
        for (Tokenizer tokenizer : List.of(unigram(), pairs(), wholeTexts())) {
            assertThat(tokenizer.encode("a\uD83D b\uDE00\uD83D😀\uD83D", 99))
                    .isEqualTo(tokenizer.encode("a\uFFFD b\uFFFD\uFFFD😀\uFFFD", 99));
        }
    }

    @Test
    void refusesALimitWithoutRoomForTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unigram().encode("pain", 2))
                .withMessageContaining("maxTokens is 2")
                .withMessageContaining("at least 3");
    }

    @Test
    void saysWhichLimitTheFileNames() {
        ObjectNode file = TinyFiles.file(TinyVocabularies.byteLevelBpe(1, 0), "", "", "");
        assertThat(read(file).maxTokens()).isEmpty();
        file.putObject("truncation").put("direction", "Right").put("max_length", 77);
        assertThat(read(file).maxTokens()).hasValue(77);
    }

    /** Quadratic time would take hours. */
    @Test
    void readsAMegabyteOfAnythingToItsEnd() {
        List<String> units =
                new ArrayList<>(List.of("x", "é", "\u0301\u0323", "a\u0301", "中", "!", " ", "'", "ab", "A1"));
        units.add("\u1100\u1161\u200D");
        for (Tokenizer tokenizer : List.of(unigram(), pairs(), wholeTexts())) {
            for (String unit : units) {
                Tokens tokens = tokenizer.encode(unit.repeat(MEGABYTE / unit.length()), 4 * MEGABYTE);
                assertThat(tokens.truncated()).isFalse();
                assertThat(tokens.size()).isPositive();
            }
        }
    }

    @Test
    void keepsTheBeginningOfWhatIsTooLong() {
        String text = "bonjour lundi ".repeat(50);
        for (Tokenizer tokenizer : List.of(unigram(), pairs(), wholeTexts())) {
            long[] all = tokenizer.encode(text, 10_000).ids();
            Tokens cut = tokenizer.encode(text, 20);
            int specials = tokenizer.specialTokens();
            assertThat(cut.truncated()).isTrue();
            assertThat(cut.ids()).hasSize(20).startsWith(java.util.Arrays.copyOf(all, 20 - specials / 2));
        }
    }
}
