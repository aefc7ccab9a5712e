package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A multilingual model as XLM-R and multilingual E5 write it: pieces with scores, prefixes from the settings file. */
class MultilingualFolderTest {
    private static final String TOKENIZER = """
            {'normalizer': {'type': 'NFKC'},
             'pre_tokenizer': {'type': 'Metaspace', 'replacement': '▁', 'prepend_scheme': 'always', 'split': true},
             'post_processor': {'type': 'TemplateProcessing',
               'single': [{'SpecialToken': {'id': '<s>', 'type_id': 0}}, {'Sequence': {'id': 'A', 'type_id': 0}},
                 {'SpecialToken': {'id': '</s>', 'type_id': 0}}],
               'pair': [{'SpecialToken': {'id': '<s>', 'type_id': 0}}, {'Sequence': {'id': 'A', 'type_id': 0}},
                 {'SpecialToken': {'id': '</s>', 'type_id': 0}}, {'SpecialToken': {'id': '</s>', 'type_id': 0}},
                 {'Sequence': {'id': 'B', 'type_id': 0}}, {'SpecialToken': {'id': '</s>', 'type_id': 0}}],
               'special_tokens': {'<s>': {'id': '<s>', 'ids': [0], 'tokens': ['<s>']},
                 '</s>': {'id': '</s>', 'ids': [1], 'tokens': ['</s>']}}},
             'added_tokens': [{'id': 0, 'content': '<s>', 'single_word': false, 'lstrip': false, 'rstrip': false, 'normalized': false}],
             'model': {'type': 'Unigram', 'unk_id': 2, 'vocab': [['<s>', 0], ['</s>', 0], ['<unk>', 0],
               ['▁query:', -3], ['▁passage:', -3], ['▁', -4], ['▁Êtes', -5], ['-vous', -5], ['▁ouvert', -5], ['s', -6],
               ['▁à', -5], ['▁Noël', -5], ['▁?', -4], ['é', -7], ['▁open', -5]]}}
            """;

    /** Ids 0 to 14, each its own direction. */
    private static final float[][] WEIGHTS = new float[15][15];

    static {
        for (int id = 0; id < WEIGHTS.length; id++) {
            WEIGHTS[id][id] = 1;
        }
    }

    @TempDir
    Path temp;

    TinyFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder = new TinyFolder(temp.resolve("tiny-multilingual"))
                .tokenizer(TOKENIZER)
                .model(TinyModel.lookup().input("attention_mask"), WEIGHTS)
                .settings("{'kind': 'embedder', 'queryPrefix': 'query: ', 'documentPrefix': 'passage: ',"
                        + " 'normalize': false, 'maxTokens': 32, 'dimension': 15}");
    }

    @Test
    void readsFrenchWithItsAccentsBehindThePrefixes() {
        String text = "Êtes-vous ouverts à Noël ?";
        try (OnnxEmbedder embedder = OnnxEmbedder.of(folder.path())) {
            // <s> query: Êtes -vous ouvert s à Noël ? </s>
            assertPieces(vector(embedder, EmbeddingInputType.QUERY, text), 0, 3, 6, 7, 8, 9, 10, 11, 12, 1);
            assertPieces(vector(embedder, EmbeddingInputType.DOCUMENT, text), 0, 4, 6, 7, 8, 9, 10, 11, 12, 1);
            // Letters and marks written apart are the same text.
            String apart = "E\u0302tes-vous ouverts a\u0300 Noe\u0308l ?";
            assertThat(vector(embedder, EmbeddingInputType.QUERY, apart))
                    .isEqualTo(vector(embedder, EmbeddingInputType.QUERY, text));
        }
    }

    @Test
    void takesWhatItHasNoPieceForAsUnknown() {
        try (OnnxEmbedder embedder = OnnxEmbedder.of(folder.path())) {
            // <s> query: ▁ unknown </s>: characters without a piece are one unknown.
            assertPieces(vector(embedder, EmbeddingInputType.QUERY, "東京"), 0, 3, 5, 2, 1);
        }
    }

    @Test
    void namesAPartOfTheTokenizerThatItDoesNotKnow() throws IOException {
        folder.tokenizer(TOKENIZER.replace("'NFKC'", "'Transliterate'"));
        assertThatThrownBy(() -> OnnxEmbedder.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED))
                .hasMessageContaining("tokenizer.json")
                .hasMessageContaining("normalizer \"Transliterate\"");
    }

    private static void assertPieces(float[] mean, int... ids) {
        float[] expected = new float[WEIGHTS.length];
        for (int id : ids) {
            expected[id] += 1f / ids.length;
        }
        assertThat(mean).containsExactly(expected, within(1e-6f));
    }

    private static float[] vector(OnnxEmbedder embedder, EmbeddingInputType type, String text) {
        return embedder.embed(
                        EmbeddingRequest.builder().input(text).inputType(type).build())
                .embeddings()
                .get(0)
                .vector();
    }
}
