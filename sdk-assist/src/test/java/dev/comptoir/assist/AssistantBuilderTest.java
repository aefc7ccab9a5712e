package dev.comptoir.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.retrieve.Feature;
import dev.comptoir.assist.retrieve.FusionWeights;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssistantBuilderTest {
    @TempDir
    Path folder;

    @Test
    void allProblemsAreListedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("faq.md"), "# a\nb");

        assertThatThrownBy(() -> Assistant.builder(Bakery.business())
                        .knowledge(folder.resolve("none"))
                        .knowledge(file)
                        .draftThreshold(Double.NaN)
                        .deadline(Duration.ZERO)
                        .greeting(Language.FRENCH, "a".repeat(1_001))
                        .build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
                .hasMessageContaining("does not exist")
                .hasMessageContaining("is a file, not a folder")
                .hasMessageContaining("draftThreshold is NaN")
                .hasMessageContaining("deadline is PT0S")
                .hasMessageContaining("greeting has 1001 characters");
    }

    @Test
    void anUnreadableFolderAloneHasItsOwnCode() {
        assertThatThrownBy(() -> Assistant.builder(Bakery.business())
                        .knowledge(folder.resolve("none"))
                        .build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.KNOWLEDGE_UNREADABLE));
    }

    @Test
    void anEmptyFolderHandsEverythingOver() {
        try (Assistant assistant =
                Assistant.builder(Bakery.business()).knowledge(folder).build()) {
            assertThat(assistant.knowledge().entries()).isEmpty();
            assertThat(assistant.reply(Message.anonymous("Où êtes-vous ?")).kind())
                    .isEqualTo(Reply.Kind.HANDOFF);
        }
    }

    @Test
    void foldersAndEntriesAreJoined() throws IOException {
        Files.writeString(folder.resolve("faq.md"), "# Où êtes-vous ?\nAu port.");
        try (Assistant assistant = Assistant.builder(Bakery.business())
                .knowledge(folder)
                .knowledge(Bakery.knowledge())
                .build()) {
            assertThat(assistant.knowledge().entries()).extracting(Entry::id).contains("gluten", "faq.md#ou-etes-vous");
            assertThat(assistant.retriever().hasEmbeddings()).isTrue();
        }
    }

    @Test
    void aRerankerAndFittedWeightsChangeTheOrderAndTheScores() {
        ScoringModel payingFirst = new ScoringModel() {
            @Override
            public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
                return Response.from(segments.stream()
                        .map(segment -> segment.text().contains("paiement") ? 1.0 : 0.0)
                        .toList());
            }
        };
        Message message = Message.anonymous("Avez-vous du pain sans gluten ?");
        FusionWeights alone = new FusionWeights(Map.of(Feature.WORDS, 1.0));
        try (Assistant plain = Assistant.builder(Bakery.business())
                        .knowledge(Bakery.knowledge())
                        .build();
                Assistant reranked = Assistant.builder(Bakery.business())
                        .knowledge(Bakery.knowledge())
                        .reranker(payingFirst)
                        .build();
                Assistant weighted = Assistant.builder(Bakery.business())
                        .knowledge(Bakery.knowledge())
                        .fusion(alone)
                        .build()) {
            assertThat(plain.reply(message).citations().get(0).entryId()).isEqualTo("gluten");
            assertThat(reranked.retriever()
                            .search(message.text(), Language.FRENCH, 1)
                            .get(0)
                            .score()
                            .reranked())
                    .isPresent();
            assertThat(weighted.reply(message).citations().get(0).score().weights())
                    .isEqualTo(alone);
            assertThat(List.of(plain, reranked, weighted))
                    .extracting(
                            assistant -> assistant.reply(message).assessment().scoreVersion())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void meaningIsComparedUnlessWordsAloneAreWanted() {
        Entry english =
                new Entry("refund", "Can I get my money back?", List.of(), "", "Within 30 days.", Language.ENGLISH);
        Knowledge knowledge = Knowledge.of(List.of(english));
        Message french = Message.anonymous("Est-ce que je peux me faire rembourser ?");
        try (Assistant meaning = Assistant.builder(Bakery.business())
                        .knowledge(knowledge)
                        .build();
                Assistant words = Assistant.builder(Bakery.business())
                        .knowledge(knowledge)
                        .wordsAlone()
                        .build()) {
            assertThat(words.retriever().hasEmbeddings()).isFalse();
            assertThat(words.reply(french).kind()).isEqualTo(Reply.Kind.HANDOFF);
            assertThat(meaning.reply(french).kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(meaning.reply(french).citations())
                    .extracting(Citation::entryId)
                    .containsExactly("refund");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> Assistant.builder(null)).isInstanceOf(NullPointerException.class);
        AssistantBuilder builder = Assistant.builder(Bakery.business());
        assertThatThrownBy(() -> builder.knowledge((Path) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.embeddings(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.chat(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.autonomy(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.intents(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.lookup(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.deadline(null)).isInstanceOf(NullPointerException.class);
    }
}
