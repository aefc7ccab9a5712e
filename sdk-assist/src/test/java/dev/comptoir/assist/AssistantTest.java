package dev.comptoir.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.assist.generate.Templates;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.route.Reason;
import dev.comptoir.assist.route.ReasonCode;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ClosedException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssistantTest {
    private static final String PLAIN = "Êtes-vous ouverts le lundi ?";

    @Test
    void byDefaultItDraftsAndNeverAnswers() {
        try (Assistant assistant = Assistant.builder(Bakery.business())
                .knowledge(Bakery.knowledge())
                .build()) {
            Reply reply = ask(assistant, PLAIN);

            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(reply)).containsExactly(ReasonCode.NO_AUTONOMY);
            assertThat(reply.text())
                    .isEqualTo("Bonjour,\n\nNon, la boulangerie est fermée le lundi. Elle ouvre du mardi au dimanche de"
                            + " 7 h à 19 h 30.\n\nCordialement,");
            assertThat(reply.citations()).singleElement().satisfies(citation -> {
                assertThat(citation.entryId()).isEqualTo("lundi");
                assertThat(citation.question()).isEqualTo(PLAIN);
                assertThat(Bakery.knowledge().find("lundi").orElseThrow().answer())
                        .contains(citation.passage());
                assertThat(citation.score().confidence()).isEqualTo(reply.confidence());
            });
        }
    }

    @Test
    void certifiedItAnswersWhatTheScoreReachesAndSaysThatItIsAMachine() {
        try (Assistant assistant = Bakery.certified()) {
            Reply reply = ask(assistant, PLAIN);

            assertThat(reply).isInstanceOf(Reply.Answer.class);
            assertThat(codes(reply)).containsExactly(ReasonCode.CERTIFIED);
            assertThat(reply.text())
                    .contains("fermée le lundi")
                    .endsWith(Templates.disclosure(Language.FRENCH))
                    .contains("automatiquement");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"humain", "human", "Humain.", "« humain »"})
    void theAnswerThatTheDisclosureAsksForReachesAHuman(String text) {
        try (Assistant assistant = Bakery.certified()) {
            assertThat(ask(assistant, text).kind()).isEqualTo(Reply.Kind.HANDOFF);
        }
    }

    @Test
    void whatIsOnlyLikelyStaysADraftWithACertificate() {
        try (Assistant assistant = Bakery.certified()) {
            Reply reply = ask(assistant, "Peut-on avoir quelque chose pour une intolérance au lactose ?");

            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(reply)).containsExactly(ReasonCode.BELOW_CERTIFIED_SCORE);
            assertThat(reply.text()).doesNotContain("automatiquement");
        }
    }

    @Test
    void twoEntriesAsGoodAsEachOtherAreNotBeyondDoubt() {
        Knowledge twins = Knowledge.of(List.of(
                new Entry("a", "Horaires de la boutique ?", List.of(), "", "De 9 h à 18 h.", Language.FRENCH),
                new Entry("b", "Horaires de la boutique ?", List.of(), "", "De 10 h à 19 h.", Language.FRENCH)));
        try (Assistant assistant = Certified.assistant(Bakery.business(), builder -> builder.knowledge(twins))) {
            Reply reply = ask(assistant, "Quels sont les horaires de la boutique ?");

            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(reply)).contains(ReasonCode.RUNNER_UP_TOO_CLOSE);
        }
    }

    @Test
    void aTrustedModelThatPointsElsewhereForbidsTheAnswer() {
        // To this model the question is about gluten or paying, and about the rest nearly as much.
        String question = "Vous êtes ouverts le lundi ?";
        List<String> near = List.of("gluten", "paiement");
        try (Assistant assistant = Certified.assistant(
                Bakery.business(),
                builder -> builder.knowledge(Bakery.knowledge())
                        .embeddings(
                                TestModels.embedding(text ->
                                        text.equals(question) || near.stream().anyMatch(text::contains)
                                                ? new float[] {0, 1}
                                                : new float[] {0.6f, 0.8f}),
                                EnumSet.allOf(Language.class)))) {
            Reply reply = ask(assistant, question);

            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(reply.citations()).extracting(Citation::entryId).containsExactly("lundi");
            assertThat(codes(reply)).containsExactly(ReasonCode.RETRIEVERS_DISAGREE);
        }
    }

    @Test
    void aQuestionAmongOtherSentencesIsDraftedAndTheOmissionNamed() {
        try (Assistant assistant = Bakery.certifiedByWords()) {
            Reply reply = ask(
                    assistant,
                    "Bonjour, votre tarte aux myrtilles de samedi fut délicieuse, mes cousins bretons en parlent"
                            + " toujours et reviendront volontiers cet automne, accompagnés de leurs voisins alsaciens. Avez-vous du pain sans gluten ?");

            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(reply.citations()).extracting(Citation::entryId).containsExactly("gluten");
            assertThat(codes(reply)).containsExactly(ReasonCode.CONTEXT_LEFT_OUT);
        }
    }

    @Test
    void whatTheKnowledgeDoesNotHoldIsNotAnsweredForItsMeaning() {
        try (Assistant assistant = Bakery.certified()) {
            assertThat(ask(assistant, "Réparez-vous les vélos électriques ?").kind())
                    .isEqualTo(Reply.Kind.HANDOFF);
            assertThat(ask(assistant, "Quelle est la capitale du Pérou ?").kind())
                    .isEqualTo(Reply.Kind.HANDOFF);
            assertThat(ask(
                                    assistant,
                                    "Le gluten de synthèse hydrolysé convient-il aux chevaux de course nourris au foin bio ?")
                            .kind())
                    .isNotEqualTo(Reply.Kind.ANSWER);
        }
    }

    @Test
    void whatTheKnowledgeDoesNotHoldIsHandedOverWithoutADraft() {
        try (Assistant assistant = Bakery.certifiedByWords()) {
            Reply unknown = ask(assistant, "Réparez-vous les vélos électriques ?");
            assertThat(unknown.kind()).isEqualTo(Reply.Kind.HANDOFF);
            assertThat(unknown.text()).isEmpty();
            assertThat(codes(unknown)).containsAnyOf(ReasonCode.NOTHING_FOUND, ReasonCode.BELOW_DRAFT_THRESHOLD);

            Reply near = ask(
                    assistant,
                    "Le gluten de synthèse hydrolysé convient-il aux chevaux de course nourris au foin bio ?");
            assertThat(near.kind()).isEqualTo(Reply.Kind.HANDOFF);
            assertThat(codes(near)).containsExactly(ReasonCode.BELOW_DRAFT_THRESHOLD);
            assertThat(near.citations()).extracting(Citation::entryId).contains("gluten");
        }
    }

    @Test
    void withoutKnowledgeEverythingIsHandedOver() {
        try (Assistant assistant = Assistant.builder(Bakery.business()).build()) {
            assertThat(codes(ask(assistant, PLAIN))).containsExactly(ReasonCode.NO_KNOWLEDGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Êtes-vous ouverts le lundi ? Je préfère parler à quelqu'un.",
                "Êtes-vous ouverts le lundi ? Rappelez-moi.",
                "Are dogs allowed in the shop? I want to talk to a person"
            })
    void aRequestForAHumanIsHandedOverWhateverTheKnowledgeHolds(String text) {
        try (Assistant assistant = Bakery.certified()) {
            Reply reply = ask(assistant, text);

            assertThat(reply.kind()).isEqualTo(Reply.Kind.HANDOFF);
            assertThat(codes(reply)).contains(ReasonCode.HUMAN_REQUESTED);
            assertThat(reply.text()).isEmpty();
        }
    }

    @Test
    void repliesAreInTheLanguageOfTheMessage() {
        try (Assistant assistant = Bakery.certified()) {
            Reply english = ask(assistant, "Are dogs allowed in the shop?");

            assertThat(english.language()).isEqualTo(Language.ENGLISH);
            assertThat(english.kind()).isEqualTo(Reply.Kind.ANSWER);
            assertThat(english.text())
                    .startsWith("Hello,\n\nDogs may wait outside")
                    .endsWith(Templates.disclosure(Language.ENGLISH));
            assertThat(ask(assistant, PLAIN).language()).isEqualTo(Language.FRENCH);
        }
    }

    @Test
    void anEntryInTheOtherLanguageIsAtMostADraft() {
        try (Assistant assistant = Bakery.certified()) {
            Reply reply = ask(assistant, "Il y a un parking ?");

            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(reply)).contains(ReasonCode.OTHER_LANGUAGE);
            assertThat(reply.text()).startsWith("Bonjour,").contains("free car park");
        }
    }

    @Test
    void aMessageInNoLanguageOfOursGetsTheBusinessesAndNoAnswer() {
        try (Assistant french = Bakery.certified();
                Assistant english = Assistant.builder(Bakery.englishBusiness())
                        .knowledge(Bakery.knowledge())
                        .build()) {
            assertThat(ask(french, "gluten?").language()).isEqualTo(Language.FRENCH);
            assertThat(ask(french, "gluten?").kind()).isNotEqualTo(Reply.Kind.ANSWER);
            assertThat(ask(english, "parking?").language()).isEqualTo(Language.ENGLISH);
        }
    }

    @Test
    void reasonsAreInTheLanguageOfTheStaff() {
        try (Assistant french = Bakery.drafting();
                Assistant english = Assistant.builder(Bakery.englishBusiness())
                        .knowledge(Bakery.knowledge())
                        .build()) {
            assertThat(ask(french, "Are dogs allowed in the shop?").reasons())
                    .extracting(Reason::text)
                    .containsExactly("L'assistant est réglé pour ne rien envoyer seul.");
            assertThat(ask(english, PLAIN).reasons())
                    .extracting(Reason::text)
                    .containsExactly("The assistant is set to send nothing by itself.");
        }
    }

    @Test
    void severalQuestionsAreDraftedTogetherAndTheOpenOnesNamed() {
        try (Assistant assistant = Bakery.certified()) {
            Reply reply = ask(
                    assistant, "Êtes-vous ouverts le lundi ? Réparez-vous les vélos ? Avez-vous du pain sans gluten ?");

            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(reply)).containsExactly(ReasonCode.PARTLY_UNANSWERED);
            assertThat(reply.reasons().get(0).text()).isEqualTo("Sans réponse dans la base : question 2.");
            assertThat(reply.citations()).extracting(Citation::entryId).containsExactly("lundi", "gluten");
            assertThat(reply.text()).contains("fermée le lundi").contains("sarrasin");
        }
    }

    @Test
    void moreThanFiveQuestionsAreHandedOver() {
        try (Assistant assistant = Bakery.certified()) {
            assertThat(codes(ask(assistant, PLAIN.repeat(6).replace("?", "? "))))
                    .containsExactly(ReasonCode.TOO_MANY_QUESTIONS);
        }
    }

    @Test
    void greetingAndClosingCanBeSetAndLeftOut() {
        try (Assistant assistant = Assistant.builder(Bakery.business())
                .knowledge(Bakery.knowledge())
                .greeting(Language.FRENCH, "")
                .closing(Language.FRENCH, "À bientôt,\nLa boulangerie")
                .build()) {
            assertThat(ask(assistant, PLAIN).text()).startsWith("Non, la").endsWith("\n\nÀ bientôt,\nLa boulangerie");
        }
    }

    @Test
    void aBatchIsAnsweredInItsOrder() {
        try (Assistant assistant = Bakery.drafting()) {
            assertThat(assistant.replyAll(List.of(Message.anonymous(PLAIN), Message.anonymous("humain"))))
                    .extracting(Reply::kind)
                    .containsExactly(Reply.Kind.DRAFT, Reply.Kind.HANDOFF);
        }
    }

    @Test
    void concurrentRepliesAreIdentical() throws Exception {
        try (Assistant assistant = Certified.assistant(
                Bakery.business(),
                builder -> builder.knowledge(Bakery.knowledge()).embeddings(new HashedNgramModel(128)))) {
            List<Message> messages = List.of(
                    Message.anonymous(PLAIN),
                    Message.from(CustomerId.of("ana"), "Avez-vous du pain sans gluten ?"),
                    Message.anonymous("Are dogs allowed?"),
                    Message.anonymous("humain"));
            List<Reply> expected = assistant.replyAll(messages);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<List<Reply>>> runs = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    runs.add(threads.submit(() -> assistant.replyAll(messages)));
                }
                for (Future<List<Reply>> run : runs) {
                    assertThat(run.get()).isEqualTo(expected);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void twoAssistantsInOneProcessDoNotMeet() {
        Knowledge other = Knowledge.of(List.of(
                new Entry("velo", PLAIN, List.of(), "", "Oui, l'atelier est ouvert le lundi.", Language.FRENCH)));
        try (Assistant bikes =
                Assistant.builder(Bakery.business()).knowledge(other).build()) {
            try (Assistant bakery = Bakery.drafting()) {
                assertThat(ask(bakery, PLAIN).text()).contains("fermée");
                assertThat(ask(bikes, PLAIN).text()).contains("l'atelier est ouvert");
            }
            assertThat(ask(bikes, PLAIN).text()).contains("l'atelier est ouvert");
        }
    }

    @Test
    void asynchronousRepliesAreTheSame() {
        try (Assistant assistant = Bakery.drafting()) {
            CompletableFuture<Reply> reply = assistant.replyAsync(Message.anonymous(PLAIN));

            assertThat(reply.join()).isEqualTo(ask(assistant, PLAIN));
        }
    }

    @Test
    void afterClosingItIsClosed() {
        Assistant assistant = Bakery.drafting();
        assistant.close();
        assistant.close();

        assertThatThrownBy(() -> ask(assistant, PLAIN)).isInstanceOf(ClosedException.class);
    }

    private static Reply ask(Assistant assistant, String text) {
        return assistant.reply(Message.anonymous(text));
    }

    private static List<ReasonCode> codes(Reply reply) {
        return reply.reasons().stream().map(Reason::code).toList();
    }
}
