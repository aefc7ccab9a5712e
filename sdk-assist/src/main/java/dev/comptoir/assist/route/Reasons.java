package dev.comptoir.assist.route;

import dev.comptoir.assist.retrieve.MatchScore;
import dev.comptoir.assist.understand.Signal;
import java.util.List;

/** The wording of all reasons, in one place so that the staff reads one voice. */
public final class Reasons {
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
    static final Reason MODE_DRAFT = new Reason(
            ReasonCode.MODE_DRAFT,
            "L'assistant est réglé pour ne rien envoyer seul.",
            "The assistant is set to send nothing by itself.");
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

    /** What became of the wording by a language model: a code that begins with {@code CHAT} or {@code WORDED}. */
    public static Reason ofWording(ReasonCode code) {
        String french = "Le texte est celui de la fiche : ";
        String english = "The text is the entry's own: ";
        return switch (code) {
            case WORDED_BY_MODEL ->
                new Reason(
                        code,
                        "Le texte a été reformulé par un modèle de langage : à relire.",
                        "A language model worded the text: to be read over.");
            case CHAT_TIMED_OUT ->
                new Reason(
                        code,
                        french + "le modèle de langage n'a pas répondu à temps.",
                        english + "the language model did not answer in time.");
            case CHAT_BUSY ->
                new Reason(
                        code,
                        french + "le modèle de langage est déjà occupé par d'autres messages.",
                        english + "the language model is busy with other messages.");
            case CHAT_EMPTY ->
                new Reason(
                        code,
                        french + "le modèle de langage n'a rien écrit.",
                        english + "the language model wrote nothing.");
            case CHAT_TOO_LONG ->
                new Reason(
                        code,
                        french + "le modèle de langage a écrit un texte trop long.",
                        english + "the language model wrote too long a text.");
            case CHAT_UNGROUNDED ->
                new Reason(
                        code,
                        french + "le modèle de langage a cité un chiffre ou un lien absent de la base.",
                        english + "the language model named a figure or link that the knowledge does not hold.");
            case CHAT_OTHER_LANGUAGE ->
                new Reason(
                        code,
                        french + "le modèle de langage a écrit dans une autre langue que le client.",
                        english + "the language model wrote in another language than the customer.");
            default ->
                new Reason(
                        ReasonCode.CHAT_FAILED,
                        french + "le modèle de langage a échoué.",
                        english + "the language model failed.");
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

    static Reason severalQuestions(int count) {
        return new Reason(
                ReasonCode.SEVERAL_QUESTIONS,
                "Le message pose " + count + " questions.",
                "The message asks " + count + " questions.");
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

    static Reason belowAnswer(double coverage, double threshold) {
        return new Reason(
                ReasonCode.BELOW_ANSWER_THRESHOLD,
                "La fiche reprend " + percent(coverage, true) + " des mots de la question (minimum "
                        + percent(threshold, true) + " pour répondre seul).",
                "The entry holds " + percent(coverage, false) + " of the question's words (at least "
                        + percent(threshold, false) + " to answer alone).");
    }

    static Reason entryAsksMore(double coverage, double threshold) {
        return new Reason(
                ReasonCode.ENTRY_ASKS_MORE,
                "La question ne reprend que " + percent(coverage, true) + " des mots de la fiche (minimum "
                        + percent(threshold, true) + ").",
                "The question holds only " + percent(coverage, false) + " of the entry's words (at least "
                        + percent(threshold, false) + " needed).");
    }

    static Reason runnerUp(double margin, double threshold) {
        return new Reason(
                ReasonCode.RUNNER_UP_TOO_CLOSE,
                "Une autre fiche suit à " + percent(margin, true) + " (minimum " + percent(threshold, true) + ").",
                "Another entry follows at " + percent(margin, false) + " (at least " + percent(threshold, false)
                        + " needed).");
    }

    static Reason certain(MatchScore score) {
        return new Reason(
                ReasonCode.CERTAIN_MATCH,
                "Une seule fiche convient, et elle reprend " + percent(score.headCoverage(), true)
                        + " des mots de la question.",
                "One entry alone fits, and it holds " + percent(score.headCoverage(), false)
                        + " of the question's words.");
    }

    /** French sets a no-break space before the sign. */
    private static String percent(double share, boolean french) {
        // Rounded down, so that a share just below its limit never reads as the limit.
        return (long) Math.floor(share * 100) + (french ? "\u00A0%" : "%");
    }
}
