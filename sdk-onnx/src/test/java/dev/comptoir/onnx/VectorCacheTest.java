package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ConfigurationException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that come again are not run again, and the cache holds no more than it may. */
class VectorCacheTest {
    private static final float[][] WEIGHTS = {
        {0, 0}, {9, 9}, {3, 4}, {0, 1}, {6, 1}, {1, 1}, {-3, 0}, {2, 2}, {100, 0},
    };

    @TempDir
    Path temp;

    @Test
    void findsWhatTheModelWouldReadAgain() throws IOException {
        try (OnnxEmbedder embedder = embedder(1 << 16)) {
            Embedding first = embedder.embed("pain open").content();
            assertThat(embedder.cache().hits()).isZero();
            // The same ids after normalisation, and the same beyond the limit of 16 tokens.
            assertThat(embedder.embed(" PAIN\topen ").content()).isEqualTo(first);
            assertThat(embedder.cache().hits()).isEqualTo(1);
            embedder.embed("open ".repeat(50));
            embedder.embed("open ".repeat(5000));
            assertThat(embedder.cache().hits()).isEqualTo(2);
        }
    }

    @Test
    void tellsInputTypesApartByTheirPrefix() throws IOException {
        try (OnnxEmbedder embedder = embedder(1 << 16)) {
            Embedding query = typed(embedder, EmbeddingInputType.QUERY);
            Embedding document = typed(embedder, EmbeddingInputType.DOCUMENT);
            assertThat(embedder.cache().hits()).isZero();
            assertThat(query).isNotEqualTo(document);
            assertThat(typed(embedder, EmbeddingInputType.QUERY)).isEqualTo(query);
            assertThat(typed(embedder, EmbeddingInputType.DOCUMENT)).isEqualTo(document);
            assertThat(embedder.cache().hits()).isEqualTo(2);
        }
    }

    @Test
    void givesEachCallerAVectorOfHisOwn() throws IOException {
        try (OnnxEmbedder embedder = embedder(1 << 16)) {
            float[] first = embedder.embed("pain").content().vector();
            float[] expected = first.clone();
            first[0] = 99;
            float[] second = embedder.embed("pain").content().vector();
            assertThat(second).isEqualTo(expected);
            second[0] = 98;
            assertThat(embedder.embed("pain").content().vector()).isEqualTo(expected);
            assertThat(embedder.cache().hits()).isEqualTo(2);
        }
    }

    @Test
    void neverHoldsMoreThanItsWeight() throws IOException {
        long most = 20_000;
        try (OnnxEmbedder embedder = embedder(most)) {
            long seen = 0;
            for (int i = 0; i < 400; i++) {
                embedder.embed(Integer.toBinaryString(i).replace("0", "pain ").replace("1", "open "));
                seen = Math.max(seen, embedder.cache().weight());
                assertThat(embedder.cache().weight()).isLessThanOrEqualTo(most);
            }
            assertThat(seen).isGreaterThan(most / 2);
        }
    }

    @Test
    void keepsNothingUnlessAskedAndNothingAfterClose() throws IOException {
        try (OnnxEmbedder embedder = embedder(0)) {
            embedder.embed("pain");
            embedder.embed("pain");
            assertThat(embedder.cache().hits()).isZero();
            assertThat(embedder.cache().weight()).isZero();
        }
        OnnxEmbedder closed = embedder(1 << 16);
        closed.embed("pain");
        closed.close();
        assertThat(closed.cache().weight()).isZero();
        assertThatThrownBy(() -> embedder(-1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cache is -1");
    }

    private OnnxEmbedder embedder(long bytes) throws IOException {
        TinyFolder folder = new TinyFolder(temp.resolve("m"))
                .model(TinyModel.lookup(), WEIGHTS)
                .settings("{'kind': 'embedder', 'queryPrefix': 'query ', 'maxTokens': 16}");
        return OnnxEmbedder.builder().folder(folder.path()).cache(bytes).build();
    }

    private static Embedding typed(OnnxEmbedder embedder, EmbeddingInputType type) {
        return embedder.embed(
                        EmbeddingRequest.builder().input("pain").inputType(type).build())
                .embeddings()
                .get(0);
    }
}
