package dev.comptoir.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.route.Reason;
import dev.comptoir.assist.route.ReasonCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals and hard texts through the whole assistant, which has leave to answer alone. */
class AssistantSignalsTest {
    private final Assistant assistant = Bakery.certified();

    @AfterEach
    void close() {
        assistant.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELF_HARM | Avez-vous du pain sans gluten ? Je n'ai plus envie de vivre.",
                "VIOLENCE | Êtes-vous ouverts le lundi ? Je vais mettre le feu à votre boutique.",
                "HUMAN_REQUESTED | Avez-vous du pain sans gluten ? Passez-moi un conseiller.",
                "LEGAL_THREAT | Are dogs allowed in the shop? My lawyer will contact you.",
                "ACCOUNT_DETAILS | Avez-vous du pain sans gluten ? Ma carte : 4111 1111 1111 1111",
                "ANGER | Êtes-vous ouverts le lundi ? C'est inadmissible."
            })
    void whateverTheKnowledgeHoldsAHumanReads(ReasonCode code, String text) {
        Reply reply = assistant.reply(Message.anonymous(text));

        assertThat(reply.kind()).isEqualTo(Reply.Kind.HANDOFF);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.reasons()).extracting(Reason::code).contains(code);
    }

    @Test
    void whatIsSensitiveIsNeverAnsweredAlone() {
        Reply reply = assistant.reply(Message.anonymous("Je suis diabétique. Avez-vous du pain sans gluten ?"));

        assertThat(reply.kind()).isNotEqualTo(Reply.Kind.ANSWER);
        assertThat(reply.reasons()).extracting(Reason::code).contains(ReasonCode.SENSITIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HANDOFF | Wann haben Sie am Montag geöffnet?",
                "HANDOFF | ¿Están abiertos el lunes?",
                "ANSWER | <div>Avez-vous du <b>pain sans gluten</b>&nbsp;?</div><div id='appendonsend'></div><p>Je veux un humain</p>"
            })
    void hardTextsHaveTheirDecision(Reply.Kind kind, String text) {
        assertThat(assistant.reply(Message.anonymous(text)).kind()).isEqualTo(kind);
    }
}
