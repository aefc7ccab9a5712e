package dev.comptoir.assist.intent;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was asked, and fails from a certain call on where told so. */
final class CountingModel implements EmbeddingModel {
    private final EmbeddingModel model;
    private final List<String> texts = new ArrayList<>();
    private int failingFrom = Integer.MAX_VALUE;

    CountingModel(EmbeddingModel model) {
        this.model = model;
    }

    CountingModel failingFrom(int call) {
        failingFrom = call;
        return this;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        for (TextSegment segment : segments) {
            texts.add(segment.text());
            if (texts.size() > failingFrom) {
                throw new IllegalStateException("out of order");
            }
        }
        return model.embedAll(segments);
    }

    int calls() {
        return texts.size();
    }

    List<String> textsSince(int call) {
        return texts.subList(call, texts.size());
    }
}
