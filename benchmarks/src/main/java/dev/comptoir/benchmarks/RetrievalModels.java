package dev.comptoir.benchmarks;

import dev.comptoir.assist.embed.BilingualEmbedder;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.onnx.OnnxReranker;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.scoring.ScoringModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The models of a run, closed with it. */
final class RetrievalModels implements AutoCloseable {
    private final Map<EmbeddingModel, Set<Language>> embedders = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private @Nullable OnnxReranker reranker;

    /**
     * @param models student, minilm, none, folders of such, or files of a student's weights
     * @param trusted the languages of models in folders
     */
    static RetrievalModels open(List<String> models, Set<Language> trusted, @Nullable Path rerank) {
        RetrievalModels all = new RetrievalModels();
        try {
            models.forEach(name -> all.open(name, trusted));
            if (rerank != null) {
                all.openReranker(rerank);
            }
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
        return all;
    }

    private void open(String name, Set<Language> trusted) {
        if (name.equals("none")) {
            return;
        }
        EmbeddingModel model = Models.open(name);
        if (model instanceof AutoCloseable closeable) {
            opened.add(closeable);
        }
        Set<Language> english = EnumSet.of(Language.ENGLISH);
        Set<Language> known = name.equals("minilm") ? english : trusted;
        embedders.put(model, model instanceof BilingualEmbedder ? EnumSet.allOf(Language.class) : known);
        names.add(model.modelName());
    }

    private void openReranker(Path folder) {
        OnnxReranker model = OnnxReranker.of(folder);
        opened.add(model);
        reranker = model;
    }

    Map<EmbeddingModel, Set<Language>> embedders() {
        return embedders;
    }

    @Nullable
    ScoringModel reranker() {
        return reranker;
    }

    String names() {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    @Override
    public void close() {
        for (AutoCloseable model : opened) {
            try {
                model.close();
            } catch (Exception e) {
                throw new IllegalStateException("A model could not be closed.", e);
            }
        }
    }
}
