package dev.comptoir.assist.route;

import dev.comptoir.assist.understand.Signal;
import java.util.List;

/** The wording of reasons about messages and searches; beside it stand those about certificates and about wording. */
public final class Reasons {
    /** Older facts are not sent alone. */
    static final int FACT_MINUTES = 15;

    static final Reason EMBEDDINGS_FAILED = new Reason(
            ReasonCode.EMBEDDINGS_FAILED,
            "Le modèle de similarité n'a pas répondu : la recherche s'est faite sur les mots seuls.",
            "The embedding model failed: the search went by words alone.");
    static final Reason CONTEXT_LEFT_OUT = new Reason(
            ReasonCode.CONTEXT_LEFT_OUT,
            "Seule la question a été comparée, pas les phrases qui l'entourent.",
            "Only the question was compared, not the sentences around it.");
    static final Reason NO_WORDS =
            new Reason(ReasonCode.NO_WORDS, "Le message ne contient aucun mot.", "The message has no words.");
    static final Reason NO_KNOWLEDGE =
            new Reason(ReasonCode.NO_KNOWLEDGE, "La base de connaissances est vide.", "The knowledge is empty.");
    static final Reason NOTHING_FOUND = new Reason(
            ReasonCode.NOTHING_FOUND,
            "Aucune fiche ne parle de cette question.",
            "No entry speaks about this question.");
    static final Reason OTHER_LANGUAGE = new Reason(
            ReasonCode.OTHER_LANGUAGE,
            "La fiche trouvée n'est pas dans la langue du client : à traduire.",
            "The entry found is not in the customer's language: to be translated.");
    static final Reason LANGUAGE_UNKNOWN = new Reason(
            ReasonCode.LANGUAGE_UNKNOWN,
            "La langue du message n'est pas certaine.",
            "The language of the message is not certain.");
    static final Reason RETRIEVERS_DISAGREE = new Reason(
            ReasonCode.RETRIEVERS_DISAGREE,
            "Les mots et le sens ne désignent pas la même fiche.",
            "Words and meaning point to different entries.");

    static final Reason ENTRY_EXPIRED = new Reason(
            ReasonCode.ENTRY_EXPIRED,
            "La fiche qui convient n'est pas valable aujourd'hui.",
            "The entry that fits does not hold today.");
    static final Reason ENTRY_UNCONFIRMED = new Reason(
            ReasonCode.ENTRY_UNCONFIRMED,
            "La réponse vient d'un collègue et n'a pas encore été confirmée par d'autres.",
            "The answer comes from a colleague and no other has confirmed it yet.");
    static final Reason OUT_OF_SCOPE = new Reason(
            ReasonCode.OUT_OF_SCOPE,
            "Le message semble sans rapport avec le commerce.",
            "The message seems to have nothing to do with the business.");
    static final Reason INTENTS_FAILED = new Reason(
            ReasonCode.INTENTS_FAILED, "Le modèle d'intentions n'a pas répondu.", "The intent model failed.");
    static final Reason LOOKUP_FAILED = new Reason(
            ReasonCode.LOOKUP_FAILED, "Une consultation en direct n'a pas abouti.", "A live look-up failed.");
    static final Reason FACT_STALE = new Reason(
            ReasonCode.FACT_STALE,
            "Une information consultée date de plus de " + FACT_MINUTES + " minutes.",
            "A fact that was looked up is more than " + FACT_MINUTES + " minutes old.");
    static final Reason ACTION_SIGNIFICANT = new Reason(
            ReasonCode.ACTION_SIGNIFICANT,
            "La demande engage le client ou le commerce : une personne décide.",
            "The request commits the customer or the business: a person decides.");
    static final Reason ACTION_REVERSIBLE = new Reason(
            ReasonCode.ACTION_REVERSIBLE,
            "La réponse demande un geste : une personne l'envoie.",
            "The reply calls for something to be done: a person sends it.");
    static final Reason SEVERAL_SOURCES = new Reason(
            ReasonCode.SEVERAL_SOURCES,
            "La réponse réunit plusieurs sources : à relire.",
            "The reply joins several sources: to be read over.");
    static final Reason ASKS_WHICH_ENTRY = new Reason(
            ReasonCode.ASKS_WHICH_ENTRY,
            "Plusieurs fiches conviennent autant : le client est invité à préciser.",
            "Several entries fit equally well: the customer is asked which is meant.");
    static final Reason ASKS_ORDER_NUMBER = new Reason(
            ReasonCode.ASKS_ORDER_NUMBER, "Il manque le numéro de commande.", "The order number is missing.");
    static final Reason OPTION_CHOSEN = new Reason(
            ReasonCode.OPTION_CHOSEN,
            "Le client a précisé sa question.",
            "The customer said which question was meant.");

    private Reasons() {}

    static Reason of(Signal signal) {
        return switch (signal) {
            case SELF_HARM ->
                new Reason(
                        ReasonCode.SELF_HARM,
                        "Le client est peut-être en danger : répondre tout de suite, avec soin (3114, numéro national de prévention"
                                + " du suicide ; 112 en cas d'urgence).",
                        "The customer may be in danger: answer at once and with care (crisis line of the country, in France 3114;"
                                + " 112 in an emergency).");
            case VIOLENCE ->
                new Reason(
                        ReasonCode.VIOLENCE,
                        "Le message contient peut-être une menace contre des personnes ou des lieux.",
                        "The message may threaten people or places.");
            case HUMAN_REQUESTED ->
                new Reason(
                        ReasonCode.HUMAN_REQUESTED,
                        "Le client demande à parler à une personne.",
                        "The customer asks for a person.");
            case LEGAL_THREAT ->
                new Reason(
                        ReasonCode.LEGAL_THREAT,
                        "Le message évoque une démarche juridique.",
                        "The message speaks of legal steps.");
            case ACCOUNT_DETAILS ->
                new Reason(
                        ReasonCode.ACCOUNT_DETAILS,
                        "Le message touche à des données bancaires, un mot de passe ou une fraude.",
                        "The message is about bank details, a password or fraud.");
            case ANGER -> new Reason(ReasonCode.ANGER, "Le client est mécontent.", "The customer is angry.");
            case SENSITIVE ->
                new Reason(
                        ReasonCode.SENSITIVE,
                        "Le message contient des données sensibles (santé, religion, opinions) : une personne répond.",
                        "The message holds sensitive data (health, religion, opinions): a person answers.");
        };
    }

    static Reason tooLong(int length, int max) {
        return new Reason(
                ReasonCode.MESSAGE_TOO_LONG,
                "Le message compte " + length + " caractères ; l'assistant en lit " + max + " au plus.",
                "The message has " + length + " characters; the assistant reads at most " + max + ".");
    }

    static Reason tooManyQuestions(int count, int max) {
        return new Reason(
                ReasonCode.TOO_MANY_QUESTIONS,
                "Le message pose " + count + " questions ; l'assistant en traite " + max + " au plus.",
                "The message asks " + count + " questions; the assistant handles at most " + max + ".");
    }

    static Reason partlyUnanswered(List<Integer> open) {
        String numbers = String.join(", ", open.stream().map(String::valueOf).toList());
        return new Reason(
                ReasonCode.PARTLY_UNANSWERED,
                "Sans réponse dans la base : question " + numbers + ".",
                "Without an answer in the knowledge: question " + numbers + ".");
    }

    static Reason belowDraft(double confidence, double threshold) {
        return new Reason(
                ReasonCode.BELOW_DRAFT_THRESHOLD,
                "La fiche la plus proche ne convient qu'à " + percent(confidence, true) + " (minimum "
                        + percent(threshold, true) + ").",
                "The nearest entry fits only " + percent(confidence, false) + " (at least " + percent(threshold, false)
                        + " needed).");
    }

    static Reason runnerUp(double margin, double threshold) {
        return new Reason(
                ReasonCode.RUNNER_UP_TOO_CLOSE,
                "Une autre fiche suit à " + percent(margin, true) + " (minimum " + percent(threshold, true) + ").",
                "Another entry follows at " + percent(margin, false) + " (at least " + percent(threshold, false)
                        + " needed).");
    }

    static Reason uncovered(double probability) {
        return new Reason(
                ReasonCode.UNCOVERED,
                "La question ne relève sans doute d'aucune intention connue (" + percent(probability, true) + ").",
                "The question is probably about none of the known intents (" + percent(probability, false) + ").");
    }

    /** French sets a no-break space before the sign. */
    static String percent(double share, boolean french) {
        // Rounded down, so that a share just below its limit never reads as the limit.
        return (long) Math.floor(share * 100) + (french ? "\u00A0%" : "%");
    }
}
