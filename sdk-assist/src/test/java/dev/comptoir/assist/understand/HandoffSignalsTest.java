package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoffSignalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je veux parler à un humain",
                "je voudrais parler a quelqu'un",
                "Passez-moi un conseiller svp",
                "Puis-je avoir quelqu'un au téléphone ?",
                "Mettez-moi en relation avec un conseiller",
                "Je souhaite être rappelé",
                "Rappelez-moi",
                "pouvez-vous me rappeler ?",
                "Merci de me rappeler au 06 00 00 00 00",
                "Un humain SVP",
                "humain",
                "Humain !!!",
                "JE VEUX UN VRAI HUMAIN",
                "Vous êtes un robot ?",
                "est-ce que vous êtes une vraie personne",
                "pas un robot svp",
                "Arrêtez avec vos réponses automatiques",
                "est-ce que je parle à une machine ?",
                "Quelqu'un peut me répondre ?",
                "Quelqu'un pourrait-il m'aider ?",
                "Y a-t-il quelqu'un ?",
                "Je cherche à joindre le service client",
                "passe moi ton patron",
                "je préfère discuter avec une personne réelle",
                "Transférez-moi à un agent",
                "qu'on me rappelle",
                "Je demande à parler au responsable",
                "conseiller",
                "Bonjour, un conseiller s'il vous plaît",
                "J'en ai marre des robots",
                "besoin d'un interlocuteur",
                "Comment contacter un membre de votre équipe ?",
                "Pouvez-vous m'appeler ?",
                "Pourriez-vous me téléphoner demain ?",
                "Merci de me recontacter par téléphone",
                "je voudrais une réponse humaine",
                "pas de bot",
                "Je veux discuter avec une vraie personne, pas avec une IA",
                "J'aimerais échanger avec quelqu’un de votre équipe"
            })
    void frenchRequestsForAHumanAreHeard(String text) {
        assertThat(HandoffSignals.in(text)).contains(Signal.HUMAN_REQUESTED);
        assertThat(HandoffSignals.in(text.toUpperCase(Locale.FRENCH))).contains(Signal.HUMAN_REQUESTED);
        assertThat(HandoffSignals.in(TextNormalizer.fold(text))).contains(Signal.HUMAN_REQUESTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to speak to a human",
                "Can I talk to a real person?",
                "agent please",
                "representative",
                "Hello, operator please",
                "connect me to an operator",
                "Is there anyone there?",
                "Are you a bot?",
                "are you human",
                "am I talking to a robot",
                "call me back",
                "Please have someone call me",
                "put me through to your manager",
                "I need a human",
                "human please",
                "stop sending automated replies",
                "can somebody help me",
                "could someone get back to me",
                "I'd rather speak with someone",
                "let me talk to your supervisor",
                "get me a live agent",
                "HUMAN!!!",
                "not a bot please",
                "transfer me to customer service",
                "I want to chat with a person",
                "escalate this to a manager",
                "no more bots",
                "give me a call",
                "Can I reach a human being",
                "is this ai",
                "talk to somebody",
                "I would like a call from a real human, not from a machine"
            })
    void englishRequestsForAHumanAreHeard(String text) {
        assertThat(HandoffSignals.in(text)).contains(Signal.HUMAN_REQUESTED);
        assertThat(HandoffSignals.in(text.toUpperCase(Locale.ENGLISH))).contains(Signal.HUMAN_REQUESTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pouvez-vous me rappeler le prix du pain ?",
                "Livrez-vous une personne handicapée ?",
                "Puis-je réserver une table pour quatre personnes ?",
                "Un gâteau pour 10 personnes, c'est possible ?",
                "Quelqu'un d'autre peut-il récupérer mon colis ?",
                "Êtes-vous ouverts lundi ?",
                "Quel est votre numéro de téléphone ?",
                "Vendez-vous des robots de cuisine ?",
                "Ce robot pâtissier est-il garanti ?",
                "Par contre vous livrez à Lyon ?",
                "Faites-vous des formations pour une équipe ?",
                "Can another person pick up my order?",
                "Do you have gluten free bread?",
                "Is the store open on Sunday?",
                "Do you sell robots?",
                "How many people can attend?",
                "Is this machine washable?",
                "Can I return my coffee machine?",
                "What is your phone number?",
                "Do you have human hair wigs?"
            })
    void ordinaryQuestionsAreNoSignals(String text) {
        assertThat(HandoffSignals.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je vais saisir mon avocat",
                "Ceci vaut mise en demeure",
                "Je porterai plainte",
                "Nous irons au tribunal",
                "My lawyer will contact you",
                "I will sue you",
                "We are taking legal action",
                "I'll take you to court"
            })
    void legalWordsAreHeard(String text) {
        assertThat(HandoffSignals.in(text)).contains(Signal.LEGAL_THREAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C'est inadmissible, trois semaines d'attente",
                "Bande d'escrocs",
                "j'en ai marre",
                "C'est une arnaque !",
                "This is unacceptable",
                "I am fed up",
                "You are scammers"
            })
    void angerIsHeard(String text) {
        assertThat(HandoffSignals.in(text)).contains(Signal.ANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parler ", "parler a ", "can someone ", "a", "pas un "})
    void repeatedTriggersAreReadInLinearTime(String part) {
        String text = part.repeat(Understanding.LONG / part.length());

        assertThat(HandoffSignals.in(text)).doesNotContain(Signal.LEGAL_THREAT);
    }
}
