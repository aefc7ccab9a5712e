package dev.comptoir.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.assist.certify.Autonomy;
import dev.comptoir.assist.certify.Target;
import dev.comptoir.assist.generate.Templates;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.lookup.OrderSource;
import dev.comptoir.assist.lookup.OrderState;
import dev.comptoir.assist.lookup.OrderStatus;
import dev.comptoir.assist.lookup.OrderStatusLookup;
import dev.comptoir.assist.route.Clarification;
import dev.comptoir.assist.route.Missing;
import dev.comptoir.assist.route.Reason;
import dev.comptoir.assist.route.ReasonCode;
import dev.comptoir.assist.understand.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssistantAskTest {
    private static final String VAGUE = "Quel est le délai ?";
    private static final Knowledge DELAYS = Knowledge.of(List.of(
            entry("livraison", "Quel est le délai de livraison ?", "Nous livrons sous deux jours."),
            entry("retour", "Quel est le délai de retour ?", "Vous avez quatorze jours pour changer d'avis."),
            entry("horaires", "Quand êtes-vous ouverts ?", "Du mardi au samedi.")));

    @Test
    void twoEntriesThatFitEquallyMakeOneQuestionBackWhichIsADraft() {
        try (Assistant assistant =
                Assistant.builder(Bakery.business()).knowledge(DELAYS).build()) {
            Reply reply = ask(assistant, VAGUE);

            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(reply)).containsExactly(ReasonCode.NO_AUTONOMY, ReasonCode.ASKS_WHICH_ENTRY);
            assertThat(reply.missing())
                    .containsExactly(new Missing(Missing.Kind.CHOICE, 1), new Missing(Missing.Kind.CERTIFICATE, 0));
            assertThat(reply.text())
                    .isEqualTo(
                            "Bonjour,\n\nPour bien vous répondre, pourriez-vous nous dire laquelle de ces questions est la"
                                    + " vôtre ?\n1. Quel est le délai de retour ?\n2. Quel est le délai de livraison ?"
                                    + "\n\nCordialement,");
            assertThat(reply.citations()).extracting(Citation::entryId).containsExactly("retour", "livraison");
            assertThat(reply.clarification().orElseThrow().options()).hasSize(2);
        }
    }

    @Test
    void theAnswerToTheQuestionBackIsResolved() {
        try (Assistant assistant =
                Assistant.builder(Bakery.business()).knowledge(DELAYS).build()) {
            Clarification asked = ask(assistant, VAGUE).clarification().orElseThrow();
            for (String answer : List.of("le deuxième", "la livraison", "2", "C'est pour la livraison, merci")) {
                Reply reply = assistant.reply(Message.anonymous(answer).inReplyTo(asked));

                assertThat(reply.kind()).as(answer).isEqualTo(Reply.Kind.DRAFT);
                assertThat(reply.text()).as(answer).contains("Nous livrons sous deux jours.");
                assertThat(reply.citations()).extracting(Citation::entryId).containsExactly("livraison");
                assertThat(codes(reply)).containsExactly(ReasonCode.NO_AUTONOMY, ReasonCode.OPTION_CHOSEN);
                assertThat(reply.language()).isEqualTo(Language.FRENCH);
            }
            assertThat(assistant
                            .reply(Message.anonymous("le premier").inReplyTo(asked))
                            .text())
                    .contains("quatorze jours");
        }
    }

    @Test
    void noSecondQuestionBackIsAsked() {
        try (Assistant assistant =
                Assistant.builder(Bakery.business()).knowledge(DELAYS).build()) {
            Clarification asked = ask(assistant, VAGUE).clarification().orElseThrow();
            Reply again = assistant.reply(Message.anonymous(VAGUE).inReplyTo(asked));

            assertThat(again.clarification()).isEmpty();
            assertThat(codes(again)).contains(ReasonCode.RUNNER_UP_TOO_CLOSE);
            Reply other = assistant.reply(Message.anonymous("Laissez tomber. Quand êtes-vous ouverts ?")
                    .inReplyTo(asked));
            assertThat(other.citations()).extracting(Citation::entryId).containsExactly("horaires");
        }
    }

    @Test
    void aSignalInTheAnswerStillHandsOver() {
        try (Assistant assistant =
                Assistant.builder(Bakery.business()).knowledge(DELAYS).build()) {
            Clarification asked = ask(assistant, VAGUE).clarification().orElseThrow();

            assertThat(assistant
                            .reply(Message.anonymous("La livraison. Je veux parler à quelqu'un !")
                                    .inReplyTo(asked))
                            .kind())
                    .isEqualTo(Reply.Kind.HANDOFF);
        }
    }

    @Test
    void aQuestionBackNeedsACertificateOfItsOwn() {
        Business business = Bakery.business();
        Autonomy autonomy = Autonomy.of(business, Target.wrongAtMost(0.05));
        try (Assistant assistant =
                Assistant.builder(business).knowledge(DELAYS).autonomy(autonomy).build()) {
            Certified.grant(assistant, autonomy, "knowledge");
            assertThat(ask(assistant, VAGUE).kind()).isEqualTo(Reply.Kind.DRAFT);

            Certified.grant(assistant, autonomy, "ask", "chosen");
            Reply asked = ask(assistant, VAGUE);
            assertThat(asked.kind()).isEqualTo(Reply.Kind.ASK);
            assertThat(codes(asked)).containsExactly(ReasonCode.CERTIFIED, ReasonCode.ASKS_WHICH_ENTRY);
            assertThat(asked.text()).endsWith(Templates.disclosure(Language.FRENCH));
            Reply answered = assistant.reply(Message.anonymous("la livraison")
                    .inReplyTo(asked.clarification().orElseThrow()));
            assertThat(answered.kind()).isEqualTo(Reply.Kind.ANSWER);
            assertThat(codes(answered)).containsExactly(ReasonCode.CERTIFIED, ReasonCode.OPTION_CHOSEN);
        }
    }

    @Test
    void entriesThatReadAlikeAreToldApartByTheirThemeOrNotAsked() {
        Knowledge alike = Knowledge.of(List.of(
                new Entry("a", "Quels sont les horaires ?", List.of(), "Boutique", "De 9 h à 18 h.", Language.FRENCH),
                new Entry("b", "Quels sont les horaires ?", List.of(), "Atelier", "De 7 h à 12 h.", Language.FRENCH)));
        try (Assistant assistant =
                Assistant.builder(Bakery.business()).knowledge(alike).build()) {
            Clarification asked =
                    ask(assistant, "Quels sont les horaires ?").clarification().orElseThrow();

            assertThat(asked.options())
                    .extracting(Clarification.Option::label)
                    .containsExactly("Boutique : Quels sont les horaires ?", "Atelier : Quels sont les horaires ?");
            assertThat(asked.chosenBy("l'atelier").orElseThrow().entryId()).isEqualTo("b");
        }
    }

    @Test
    void oneAnswerUnderTwoQuestionsNeedsNoQuestionBack() {
        Knowledge same = Knowledge.of(List.of(
                entry("a", "Quel est le délai de livraison ?", "Deux jours."),
                entry("b", "Quel est le délai de retour ?", "Deux jours.")));
        try (Assistant assistant =
                Assistant.builder(Bakery.business()).knowledge(same).build()) {
            assertThat(ask(assistant, VAGUE).clarification()).isEmpty();
        }
    }

    @Test
    void anOrderNumberThatIsMissingIsAskedForAndThenLookedUp() {
        Business business = Bakery.business();
        CustomerId ana = CustomerId.of("ana");
        OrderSource source = new OrderSource() {
            @Override
            public Optional<OrderStatus> order(CustomerId customer, String number) {
                return number.equals("4711") ? Optional.of(OrderStatus.of(ana, OrderState.SHIPPED)) : Optional.empty();
            }

            @Override
            public List<String> openOrders(CustomerId customer) {
                return List.of("4711", "4712");
            }
        };
        Autonomy autonomy = Autonomy.of(business, Target.wrongAtMost(0.05));
        try (Assistant assistant = Assistant.builder(business)
                .knowledge(DELAYS)
                .lookup(OrderStatusLookup.of(source))
                .autonomy(autonomy)
                .build()) {
            Message question = Message.from(ana, "Où en est ma commande ?");
            Reply draft = assistant.reply(question);
            assertThat(draft.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(draft.text()).contains("numéro de commande");
            assertThat(codes(draft)).containsExactly(ReasonCode.NO_CERTIFICATE, ReasonCode.ASKS_ORDER_NUMBER);
            assertThat(draft.missing()).contains(new Missing(Missing.Kind.ORDER_NUMBER, 1));

            Certified.grant(assistant, autonomy, "ask", "order-status");
            Reply asked = assistant.reply(question);
            assertThat(asked.kind()).isEqualTo(Reply.Kind.ASK);
            Reply answer = assistant.reply(
                    Message.from(ana, "4711").inReplyTo(asked.clarification().orElseThrow()));
            assertThat(answer.kind()).isEqualTo(Reply.Kind.ANSWER);
            assertThat(answer.text()).contains("Votre commande 4711");
            assertThat(assistant
                            .reply(Message.anonymous("Où en est ma commande ?"))
                            .clarification())
                    .as("nobody unknown is asked for it")
                    .isEmpty();
            Reply again = assistant.reply(Message.from(ana, "je ne sais pas")
                    .inReplyTo(asked.clarification().orElseThrow()));
            assertThat(again.clarification()).isEmpty();
        }
    }

    private static Entry entry(String id, String question, String answer) {
        return new Entry(id, question, List.of(), "", answer, Language.FRENCH);
    }

    private static Reply ask(Assistant assistant, String text) {
        return assistant.reply(Message.anonymous(text));
    }

    private static List<ReasonCode> codes(Reply reply) {
        return reply.reasons().stream().map(Reason::code).toList();
    }
}
