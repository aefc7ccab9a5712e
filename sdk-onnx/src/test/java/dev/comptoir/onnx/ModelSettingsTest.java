package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code comptoir-model.json} says is followed, and what it says wrongly is named. */
class ModelSettingsTest {
    /** Rows of [CLS], [SEP], pain, ##ing, open, ! and query; see {@link TinyModelTest}. */
    private static final float[][] WEIGHTS = {
        {0, 0}, {9, 9}, {3, 4}, {0, 1}, {6, 1}, {1, 1}, {-3, 0}, {2, 2}, {100, 0},
    };

    @TempDir
    Path temp;

    TinyFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder = new TinyFolder(temp.resolve("m")).model(TinyModel.lookup(), WEIGHTS);
    }

    @Test
    void followsEachFieldOfAnEmbedder() throws IOException {
        folder.settings("{'kind': 'embedder', 'queryPrefix': 'query ', 'documentPrefix': '! ', 'pooling': 'last',"
                + " 'normalize': false, 'maxTokens': 4, 'dimension': 2}");
        try (OnnxEmbedder embedder = OnnxEmbedder.of(folder.path())) {
            // The last token is [SEP]; four tokens are [CLS] query pain [SEP].
            assertThat(vector(embedder, EmbeddingInputType.QUERY, "pain open")).containsExactly(0, 1);
            assertThat(embedder.embed("pain open").tokenUsage().inputTokenCount())
                    .isEqualTo(4);
        }
        try (OnnxEmbedder embedder = OnnxEmbedder.builder()
                .folder(folder.path())
                .pooling(Pooling.MEAN)
                .build()) {
            assertThat(vector(embedder, EmbeddingInputType.QUERY, "pain")).containsExactly(27.25f, 1.5f);
            assertThat(vector(embedder, EmbeddingInputType.DOCUMENT, "pain")).containsExactly(2.75f, 2f);
        }
    }

    @Test
    void letsTheBuilderOverruleTheFile() throws IOException {
        folder.settings("{'kind': 'embedder', 'queryPrefix': 'query ', 'documentPrefix': 'query ', 'pooling': 'cls',"
                + " 'normalize': true, 'maxTokens': 5}");
        try (OnnxEmbedder embedder = OnnxEmbedder.builder()
                .folder(folder.path())
                .queryPrefix("")
                .documentPrefix("! ")
                .pooling(Pooling.MEAN)
                .normalize(false)
                .maxTokens(4)
                .build()) {
            assertThat(vector(embedder, EmbeddingInputType.QUERY, "pain")).containsExactly(3, 2);
            assertThat(vector(embedder, EmbeddingInputType.DOCUMENT, "pain open"))
                    .containsExactly(2.75f, 2f);
        }
    }

    @Test
    void findsFilesUnderOtherNames() throws IOException {
        Files.createDirectory(folder.path().resolve("onnx"));
        Files.move(folder.path().resolve("model.onnx"), folder.path().resolve("onnx/small.onnx"));
        Files.move(folder.path().resolve("tokenizer.json"), folder.path().resolve("words.json"));
        folder.settings("{'kind': 'embedder', 'model': 'onnx/small.onnx', 'tokenizer': 'words.json'}");
        OnnxEmbedder.of(folder.path()).close();
        Files.delete(folder.path().resolve("words.json"));
        assertThatThrownBy(() -> OnnxEmbedder.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND))
                .hasMessageContaining("words.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | kind is missing",
                "{'kind': 'reranker'} | kind is \"reranker\"; for this use it must be \"embedder\"",
                "{'kind': 7} | kind is 7",
                "{'kind': 'embedder', 'poolling': 'cls'} | poolling is unknown",
                "{'kind': 'embedder', 'labels': ['a']} | labels is no field of the kind embedder",
                "{'kind': 'embedder', 'pooling': 'max'} | pooling is \"max\"; it must be one of mean, cls, last",
                "{'kind': 'embedder', 'normalize': 'yes'} | normalize is \"yes\"; it must be true or false",
                "{'kind': 'embedder', 'batchExact': 1} | batchExact is 1; it must be true or false",
                "{'kind': 'embedder', 'maxTokens': 0} | maxTokens is 0; it must be a whole number from 1 to 8192",
                "{'kind': 'embedder', 'maxTokens': 12.5} | maxTokens is 12.5",
                "{'kind': 'embedder', 'maxTokens': null} | maxTokens is null",
                "{'kind': 'embedder', 'dimension': '384'} | dimension is \"384\"",
                "{'kind': 'embedder', 'queryPrefix': 3} | queryPrefix is 3; it must be a text",
                "{'kind': 'embedder', 'model': '../model.onnx'} | model is \"../model.onnx\"; it must be the name of a file within the folder",
                "{'kind': 'embedder', 'model': '/etc/passwd'} | model is \"/etc/passwd\"",
                "{'kind': 'embedder', 'tokenizer': '..\\\\t.json'} | tokenizer is",
                "{'kind': 'embedder', 'model': '.'} | model is \".\"",
                "{'kind': 'embedder', 'sha256': {'model.onnx': 'abc'}} | sha256 must be",
                "{'kind': 'embedder', 'sha256': ['a']} | sha256 must be",
                "{'kind': 'embedder', 'kind': 'embedder'} | cannot be read as JSON",
                "{'kind': 'embedder'} {} | cannot be read as JSON",
                "{'kind': 'embedder' | cannot be read as JSON",
                "[] | holds no JSON object",
            })
    void namesEachFieldThatIsUnknownOrWrong(String json, String named) throws IOException {
        folder.settings(json);
        assertRefused(named);
    }

    @Test
    void namesAllOfThemAtOnce() throws IOException {
        folder.settings("{'kind': 'ranker', 'poling': 'cls', 'normalize': 1, 'maxTokens': -3}");
        assertThatThrownBy(() -> OnnxEmbedder.of(folder.path()))
                .hasMessageContaining("kind is")
                .hasMessageContaining("poling is unknown")
                .hasMessageContaining("normalize is 1")
                .hasMessageContaining("maxTokens is -3");
    }

    @Test
    void refusesASettingsFileThatIsHuge() throws IOException {
        folder.settings("{'kind': 'embedder', 'queryPrefix': '" + "x".repeat(1 << 20) + "'}");
        assertRefused("1048576 bytes");
        folder.settings("[".repeat(100_000));
        assertRefused("cannot be read as JSON");
    }

    @Test
    void refusesAVectorOfAnotherLengthThanTheFileSays() throws IOException {
        folder.settings("{'kind': 'embedder', 'dimension': 384}");
        assertThatThrownBy(() -> OnnxEmbedder.of(folder.path()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_DIMENSION))
                .hasMessageContaining("2 values")
                .hasMessageContaining("384 (dimension)");
    }

    @Test
    void comparesFilesWithTheirHashes() throws IOException, NoSuchAlgorithmException {
        Files.write(folder.path().resolve("card.md"), "a card".getBytes(StandardCharsets.UTF_8));
        String[] names = {"model.onnx", "tokenizer.json", "card.md"};
        folder.settings(hashes(names));
        OnnxEmbedder.of(folder.path()).close();
        for (String name : names) {
            folder.settings(hashes(names));
            Path file = folder.path().resolve(name);
            byte[] before = Files.readAllBytes(file);
            Files.write(
                    file,
                    (new String(before, StandardCharsets.ISO_8859_1) + " ").getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> OnnxEmbedder.of(folder.path()))
                    .isInstanceOfSatisfying(
                            ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_CORRUPT))
                    .hasMessageContaining(name)
                    .hasMessageContaining("SHA-256");
            Files.write(file, before);
        }
        folder.settings(hashes("model.onnx").replace("model.onnx", "absent.bin"));
        assertThatThrownBy(() -> OnnxEmbedder.of(folder.path())).hasMessageContaining("absent.bin");
    }

    private String hashes(String... names) throws IOException, NoSuchAlgorithmException {
        StringBuilder json = new StringBuilder("{'kind': 'embedder', 'sha256': {");
        for (String name : names) {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(folder.path().resolve(name)));
            json.append(json.charAt(json.length() - 1) == '{' ? "" : ", ")
                    .append('\'')
                    .append(name)
                    .append("': '")
                    .append(HexFormat.of().withUpperCase().formatHex(hash))
                    .append('\'');
        }
        return json.append("}}").toString();
    }

    private void assertRefused(String named) {
        assertThatThrownBy(() -> OnnxEmbedder.of(folder.path()))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
                .hasMessageContaining("comptoir-model.json")
                .hasMessageContaining(named);
    }

    private static float[] vector(OnnxEmbedder embedder, EmbeddingInputType type, String text) {
        return embedder.embed(
                        EmbeddingRequest.builder().input(text).inputType(type).build())
                .embeddings()
                .get(0)
                .vector();
    }
}
