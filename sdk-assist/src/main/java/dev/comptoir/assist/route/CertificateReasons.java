package dev.comptoir.assist.route;

import dev.comptoir.assist.certify.Certificate;
import dev.comptoir.assist.certify.Ruling;
import org.jspecify.annotations.Nullable;

/** The wording of reasons about certificates. Pure functions. */
final class CertificateReasons {
    static final Reason NO_AUTONOMY = new Reason(
            ReasonCode.NO_AUTONOMY,
            "L'assistant est réglé pour ne rien envoyer seul.",
            "The assistant is set to send nothing by itself.");

    private CertificateReasons() {}

    /** Why a reply may, or may not, be sent alone. */
    static Reason of(Ruling ruling) {
        return switch (ruling.status()) {
            case ALLOWED -> certified(ruling.certificate());
            case BELOW -> below(ruling.score(), ruling.certificate());
            case OTHER_SCORE ->
                new Reason(
                        ReasonCode.CERTIFICATE_OTHER_SCORE,
                        "Le certificat vaut pour une autre façon de noter les réponses : à renouveler.",
                        "The certificate is for another way of scoring replies: to be renewed.");
            case OTHER_KNOWLEDGE ->
                new Reason(
                        ReasonCode.CERTIFICATE_OTHER_KNOWLEDGE,
                        "La base a changé depuis le certificat : à renouveler.",
                        "The knowledge has changed since the certificate: to be renewed.");
            case WITHDRAWN ->
                new Reason(
                        ReasonCode.AUTONOMY_WITHDRAWN,
                        "L'autonomie a été retirée : un nouveau certificat est nécessaire.",
                        "Autonomy was withdrawn: a new certificate is needed.");
            case NONE ->
                new Reason(
                        ReasonCode.NO_CERTIFICATE,
                        "Aucun certificat ne couvre ces réponses : il faut d'abord en relire davantage.",
                        "No certificate covers such replies: more must be reviewed first.");
        };
    }

    private static Reason certified(@Nullable Certificate certificate) {
        double rate = certificate == null ? 1 : certificate.target().rate();
        double confidence = certificate == null ? 0 : 1 - certificate.target().risk();
        // Shares of a target are round numbers whose binary form may lie just below.
        return new Reason(
                ReasonCode.CERTIFIED,
                "Le certificat couvre cette réponse : " + Reasons.percent(rate + 1e-9, true) + " d'erreurs au plus, à "
                        + Reasons.percent(confidence + 1e-9, true) + " de confiance.",
                "The certificate covers this reply: at most " + Reasons.percent(rate + 1e-9, false)
                        + " errors, with a confidence of " + Reasons.percent(confidence + 1e-9, false) + ".");
    }

    private static Reason below(double score, @Nullable Certificate certificate) {
        double threshold = certificate == null ? 1 : certificate.threshold();
        return new Reason(
                ReasonCode.BELOW_CERTIFIED_SCORE,
                "La réponse obtient " + Reasons.percent(score, true) + " ; le certificat vaut à partir de "
                        + Reasons.percent(threshold, true) + ".",
                "The reply scores " + Reasons.percent(score, false) + "; the certificate holds from "
                        + Reasons.percent(threshold, false) + " on.");
    }
}
