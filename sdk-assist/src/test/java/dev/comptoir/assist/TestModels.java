package dev.comptoir.assist;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Models in this process, of one function each. */
final class TestModels {
    private TestModels() {}

    static EmbeddingModel embedding(Function<String, float[]> vectors) {
        return new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(segments.stream()
                        .map(segment -> Embedding.from(vectors.apply(segment.text())))
                        .toList());
            }
        };
    }

    /** A chat model that makes its text from the system message and the user message. */
    static ChatModel chat(BinaryOperator<String> words) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                SystemMessage rules = (SystemMessage) request.messages().get(0);
                UserMessage data = (UserMessage) request.messages().get(1);
                return ChatResponse.builder()
                        .aiMessage(AiMessage.from(words.apply(rules.text(), data.singleText())))
                        .build();
            }
        };
    }
}
