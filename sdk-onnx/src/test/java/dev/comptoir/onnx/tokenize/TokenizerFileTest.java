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
            quoteCharacter = '`',
            value = {
                "\"type\": \"WordPiece\" | \"type\": \"WordLevel\" | model \"WordLevel\"",
                "\"type\": \"BertNormalizer\" | \"type\": \"Rot13\" | normalizer \"Rot13\"",
                "\"type\": \"BertPreTokenizer\" | \"type\": \"UnicodeScripts\" | pre_tokenizer \"UnicodeScripts\"",
                "\"type\": \"TemplateProcessing\" | \"type\": \"Other\" | post_processor \"Other\"",
            })
    void namesThePartItDoesNotSupport(String part, String other, String named) {
        assertRefused(replaced(part.strip(), other.strip()), ErrorCode.MODEL_UNSUPPORTED, named.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"[UNK]\": 1, | `` | [UNK]",
                "\"pain\": 4 | \"pain\": -4 | model.vocab",
                "\"pain\": 4 | \"pain\": \"four\" | model.vocab",
                "\"id\": 2, \"content\" | \"id\": 3, \"content\" | [CLS]",
                "\"id\": 2, \"content\" | \"content\" | added_tokens",
                "\"max_input_chars_per_word\": 10 | \"max_input_chars_per_word\": 0 | max_input_chars_per_word",
                "\"model\": | \"modele\": | model",
                "\"vocab\": | \"words\": | model.vocab",
                "{\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}, | `` | no place for the text",
                "{\"Sequence\": {\"id\": \"A\" | {\"Sequence\": {\"id\": \"B\" | around A",
                "\"ids\": [3] | \"ids\": [] | [SEP]",
                "\"added_tokens\": | \"truncation\": {\"direction\": \"Up\", \"max_length\": 9}, \"added_tokens\": | \"Up\"",
                "\"added_tokens\": | \"truncation\": {\"direction\": \"Left\"}, \"added_tokens\": | max_length",
                "\"type\": \"WordPiece\" | \"type\": \"Unigram\" | model.vocab",
                "\"type\": \"WordPiece\" | \"type\": \"BPE\" | model.merges",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[['a', -1]], 'unk_id': 1 | model.unk_id 1 of 1",
                "[['a', -1]], 'unk_id': -1 | model.unk_id",
                "[['a']], 'unk_id': 0 | place 0 of model.vocab",
                "[['a', -1], [2, -1]], 'unk_id': 0 | place 1 of model.vocab",
                "[['a', 'b']], 'unk_id': 0 | place 0 of model.vocab",
                "{'a': 1}, 'unk_id': 0 | model.vocab",
                "[], 'unk_id': 0 | model.vocab",
            })
    void saysWhatIsDamagedInUnigrams(String model, String named) {
        assertRefused(part("{'model': {'type': 'Unigram', 'vocab': " + model + "}}"), ErrorCode.MODEL_CORRUPT, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['a b'] | by way of b",
                "['a a'] | by way of aa",
                "['a'] | place 0 of model.merges",
                "['a a a'] | place 0 of model.merges",
                "[['a']] | place 0 of model.merges",
                "[7] | place 0 of model.merges",
                "{} | model.merges",
                "[], 'unk_token': 'u' | names u",
            })
    void saysWhatIsDamagedInPairs(String merges, String named) {
        String json = "{'model': {'type': 'BPE', 'vocab': {'a': 0}, 'merges': " + merges + "}}";
        assertRefused(part(json), ErrorCode.MODEL_CORRUPT, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "normalizer | {'type': 'Precompiled', 'precompiled_charsmap': '???'} | Base64",
                "normalizer | {'type': 'Precompiled', 'precompiled_charsmap': 'AAAA'} | cut short",
                "normalizer | {'type': 'Precompiled', 'precompiled_charsmap': '//////8='} | cut short",
                "normalizer | {'type': 'Precompiled', 'precompiled_charsmap': 'BAAAAA=='} | cut short",
                "normalizer | {'type': 'Precompiled'} | precompiled_charsmap",
                "normalizer | {'type': 'Strip'} | strip_left",
                "normalizer | {'type': 'Prepend'} | prepend",
                "normalizer | {'type': 'Replace', 'content': ''} | no pattern",
                "normalizer | {'type': 'Replace', 'pattern': {'String': 'a'}} | content",
                "pre_tokenizer | {'type': 'Digits'} | individual_digits",
                "pre_tokenizer | {'type': 'ByteLevel'} | add_prefix_space",
                "pre_tokenizer | {'type': 'Metaspace', 'replacement': '__'} | one character",
                "pre_tokenizer | {'type': 'Metaspace', 'replacement': '_', 'add_prefix_space': false, 'prepend_scheme': 'first'} | differ",
                "pre_tokenizer | {'type': 'Split', 'pattern': {}, 'behavior': 'Removed', 'invert': false} | no pattern",
            })
    void saysWhatIsDamagedInAPart(String part, String json, String named) {
        assertRefused(pairsWith(part, json), ErrorCode.MODEL_CORRUPT, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "normalizer | {'type': 'Sequence', 'normalizers': [{'type': 'Rot13'}]} | normalizer \"Rot13\"",
                "normalizer | {'type': 'Replace', 'pattern': {'Regex': 'a*'}, 'content': ''} | pattern a*",
                "pre_tokenizer | {'type': 'Sequence', 'pretokenizers': [{'type': 'FixedLength'}]} | pre_tokenizer \"FixedLength\"",
                "pre_tokenizer | {'type': 'Metaspace', 'replacement': '_', 'prepend_scheme': 'often'} | \"often\"",
                "pre_tokenizer | {'type': 'Punctuation', 'behavior': 'Kept'} | \"Kept\"",
                "pre_tokenizer | {'type': 'Split', 'pattern': {'Regex': '(?<=a)b'}, 'behavior': 'Removed', 'invert': false} | (?<=a)b",
                "post_processor | {'type': 'Sequence', 'processors': [{'type': 'Other'}]} | post_processor \"Other\"",
                "post_processor | {'type': 'Sequence', 'processors': [{'type': 'BertProcessing', 'cls': ['a', 0], 'sep': ['a', 0]}, {'type': 'BertProcessing', 'cls': ['a', 0], 'sep': ['a', 0]}]} | more than one",
            })
    void namesThePartWithinAPartItDoesNotSupport(String part, String json, String named) {
        assertRefused(pairsWith(part, json), ErrorCode.MODEL_UNSUPPORTED, named);
    }

    @Test
    void namesTheModelsSettingsItDoesNotSupport() {
        assertRefused(
                part("{'model': {'type': 'Unigram', 'vocab': [['a', -1]]}}"),
                ErrorCode.MODEL_UNSUPPORTED,
                "model.unk_id");
        assertRefused(
                part("{'model': {'type': 'BPE', 'dropout': 0.1, 'vocab': {'a': 0}, 'merges': []}}"),
                ErrorCode.MODEL_UNSUPPORTED,
                "model.dropout");
    }

    private static String pairsWith(String part, String json) {
        return part("{'model': {'type': 'BPE', 'vocab': {'a': 0}, 'merges': []}, '" + part + "': " + json + "}");
    }

    private static String part(String json) {
        return TinyFiles.part(json).toString();
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
