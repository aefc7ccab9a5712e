package dev.comptoir.assist.certify;

import dev.comptoir.assist.understand.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/** Certificates for people, in French and English. Pure functions; days in UTC. */
final class CertificateText {
    private CertificateText() {}

    static String of(Certificate c, Language language) {
        String days = day(c.from(), language) + language.choose(" au ", " to ") + day(c.until(), language);
        List<String> sentences = new ArrayList<>();
        sentences.add(language.choose(
                "Certificat du " + day(c.madeAt(), language) + " : parmi les réponses envoyées sans relecture, au plus "
                        + percent(c.target().rate(), language) + " sont fausses, avec une confiance de "
                        + percent(1 - c.target().risk(), language) + ".",
                "Certificate of " + day(c.madeAt(), language) + ": of the replies sent unread, at most "
                        + percent(c.target().rate(), language) + " are wrong, with a confidence of "
                        + percent(1 - c.target().risk(), language) + "."));
        sentences.add(language.choose(
                "Établi sur " + c.reviewed() + " réponses relues du " + days + " : " + c.accepted()
                        + " atteignent la note de " + score(c.threshold(), language) + ", dont " + c.errors()
                        + " fausses, soit " + percent(c.upperBound(), language) + " au plus.",
                "Made from " + c.reviewed() + " replies reviewed from " + days + ": " + c.accepted()
                        + " reach the score of " + score(c.threshold(), language) + ", of which " + c.errors()
                        + " are wrong, that is " + percent(c.upperBound(), language) + " at most."));
        sentences.add(language.choose(
                "Part envoyée sans relecture : " + percent(c.automationShare(), language) + ".",
                "Share sent unread: " + percent(c.automationShare(), language) + "."));
        sentences.add(scope(c.scope(), language));
        if (c.scope().pooled()) {
            sentences.add(language.choose(
                    "Langues ou canaux réunis faute de relectures : vaut pour leur ensemble, non pour chacun.",
                    "Languages or channels put together for want of reviews: holds for all of them, not for each."));
        }
        if (c.underOtherKnowledge() > 0) {
            sentences.add(language.choose(
                    "Dont " + c.underOtherKnowledge() + " relectures faites avec une version antérieure de la base.",
                    "Of these, " + c.underOtherKnowledge() + " were reviewed with an earlier state of the knowledge."));
        }
        return String.join(" ", sentences);
    }

    private static String scope(Scope scope, Language language) {
        String languages = String.join(
                ", ",
                scope.languages().stream()
                        .map(of -> of.locale().getDisplayLanguage(language.locale()))
                        .toList());
        String channels = scope.channels().isEmpty()
                ? language.choose("tous les canaux", "all channels")
                : String.join(", ", scope.channels());
        return language.choose("Source : ", "Source: ") + scope.source() + " ; " + languages + " ; " + channels + ".";
    }

    private static String day(Instant at, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(at.atZone(ZoneOffset.UTC));
    }

    /** Rounded up, so that a bound never reads lower than it is. */
    private static String percent(double share, Language language) {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.CEILING);
        // Through the decimal text: 1 - .05 must not be rounded up for its binary tail.
        return format.format(new BigDecimal(String.format(java.util.Locale.ROOT, "%.9f", share)));
    }

    private static String score(double threshold, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(3);
        return format.format(threshold);
    }
}
