package dev.comptoir.onnx.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.TinyTokenizer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\": \"WordPiece\" | \"type\": \"Unigram\" | model \"Unigram\"",
                "\"type\": \"WordPiece\" | \"type\": \"BPE\" | model \"BPE\"",
                "\"type\": \"BertNormalizer\" | \"type\": \"Sequence\" | normalizer \"Sequence\"",
                "\"type\": \"BertPreTokenizer\" | \"type\": \"Metaspace\" | pre_tokenizer \"Metaspace\"",
                "\"pre_tokenizer\": | \"other\": | pre_tokenizer none",
                "\"type\": \"TemplateProcessing\" | \"type\": \"ByteLevel\" | post_processor \"ByteLevel\"",
                "\"added_tokens\": | \"truncation\": {\"direction\": \"Left\"}, \"added_tokens\": | \"Left\"",
            })
    void namesThePartItDoesNotSupport(String part, String other, String named) {
        assertRefused(replaced(part.strip(), other.strip()), ErrorCode.MODEL_UNSUPPORTED, named.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"[UNK]\": 1, | '' | [UNK]",
                "\"pain\": 4 | \"pain\": -4 | model.vocab",
                "\"pain\": 4 | \"pain\": \"four\" | model.vocab",
                "\"id\": 2, \"content\" | \"id\": 3, \"content\" | [CLS]",
                "\"id\": 2, \"content\" | \"content\" | added_tokens",
                "\"max_input_chars_per_word\": 10 | \"max_input_chars_per_word\": 0 | max_input_chars_per_word",
                "\"model\": | \"modele\": | model",
                "\"vocab\": | \"words\": | model.vocab",
                "{\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}, | '' | no place for the text",
                "{\"Sequence\": {\"id\": \"A\" | {\"Sequence\": {\"id\": \"B\" | around A",
                "\"ids\": [3] | \"ids\": [] | [SEP]",
            })
    void saysWhatIsDamaged(String part, String other, String named) {
        assertRefused(replaced(part.strip(), other.strip()), ErrorCode.MODEL_CORRUPT, named.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "\"text\"",
                "{}",
                "{",
                "\u0000\u0001",
                "not json at all",
                "{\"model\": 3}"
            })
    void refusesWhatIsNoTokenizerFile(String json) {
        assertRefused(json, ErrorCode.MODEL_CORRUPT, "The test's file");
    }

    @Test
    void refusesAFileCutShort() {
        String json = TinyTokenizer.json();
        for (int length = 0; length < json.strip().length(); length += 7) {
            assertRefused(json.substring(0, length), ErrorCode.MODEL_CORRUPT, "The test's file");
        }
    }

    @Test
    void refusesDeepNestingWithoutOverflowingTheStack() {
        assertRefused("[".repeat(1_000_000), ErrorCode.MODEL_CORRUPT, "not JSON");
        assertRefused("{\"model\":".repeat(1_000_000), ErrorCode.MODEL_CORRUPT, "not JSON");
    }

    @Test
    void readsFilesOfTheFirstReleasesThatNameNoModelType() {
        assertThat(ids(replaced("\"type\": \"WordPiece\", ", ""))).containsExactly(2, 4, 3);
    }

    @Test
    void readsTheOlderPostProcessor() {
        String json = TinyTokenizer.json();
        int from = json.indexOf("\"post_processor\"");
        String older = json.substring(0, from)
                + "\"post_processor\": {\"type\": \"BertProcessing\", \"sep\": [\"[SEP]\", 3], \"cls\": [\"[CLS]\", 2]}, "
                + json.substring(json.indexOf("\"model\""));
        assertThat(ids(older)).containsExactly(2, 4, 3);
    }

    @Test
    void addsNoSpecialTokensWhereTheFileNamesNone() {
        String json = TinyTokenizer.json();
        String bare = json.substring(0, json.indexOf("\"post_processor\"")) + json.substring(json.indexOf("\"model\""));
        assertThat(ids(bare)).containsExactly(4);
    }

    @Test
    void givesTheSegmentIdsOfTheTemplate() {
        String json = replaced(
                "{\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}", "{\"Sequence\": {\"id\": \"A\", \"type_id\": 1}}");
        Tokens tokens = Tokenizer.read(json.getBytes(StandardCharsets.UTF_8), "The test's file")
                .encode("pain pain", 9);
        assertThat(tokens.typeIds()).containsExactly(0, 1, 1, 0);
    }

    private static long[] ids(String json) {
        return Tokenizer.read(json.getBytes(StandardCharsets.UTF_8), "The test's file")
                .encode("pain", 9)
                .ids();
    }

    private static String replaced(String part, String other) {
        assertThat(TinyTokenizer.json()).contains(part);
        return TinyTokenizer.json().replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(other));
    }

    private static void assertRefused(String json, ErrorCode code, String named) {
        assertThatThrownBy(() -> Tokenizer.read(json.getBytes(StandardCharsets.UTF_8), "The test's file"))
                .asInstanceOf(throwable(ModelException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining("The test's file")
                .hasMessageContaining(named);
    }
}
