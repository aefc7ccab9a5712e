package dev.comptoir.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
