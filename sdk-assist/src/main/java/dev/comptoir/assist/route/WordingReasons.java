package dev.comptoir.assist.route;

/** The wording of what became of a language model's wording. Pure functions. */
public final class WordingReasons {
    private WordingReasons() {}

    /** Sentences that no entry supports. */
    public static Reason unsupported(long sentences) {
        return new Reason(
                ReasonCode.SENTENCES_UNSUPPORTED,
                "Phrases que la base n'appuie pas : " + sentences + ", à vérifier.",
                "Sentences that the knowledge does not support: " + sentences + ", to be checked.");
    }

    /** What became of the wording by a language model: a code that begins with {@code CHAT} or {@code WORDED}. */
    public static Reason of(ReasonCode code) {
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
}
