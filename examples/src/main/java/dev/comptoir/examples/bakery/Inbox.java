package dev.comptoir.examples.bakery;

import dev.comptoir.CustomerId;
import dev.comptoir.event.Message;
import dev.comptoir.event.Message.Direction;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came in by mail and messenger in the last days of February 2026. */
final class Inbox {
    private Inbox() {}

    static List<Message> messages() {
        return List.of(
                message("carte-0042", 26, 18, 42, "whatsapp", "Bonjour, êtes-vous ouverts lundi ?"),
                message(
                        null,
                        26,
                        20,
                        5,
                        "mail",
                        "Bonjour,\n\nma fille est allergique aux fruits à coque. Est-ce que vos gâteaux en contiennent des traces ?"
                                + "\n\nMerci d'avance"),
                message(
                        "carte-0298",
                        27,
                        7,
                        50,
                        "mail",
                        "Bonjour, je voudrais commander un gâteau d'anniversaire pour samedi, pour 12 personnes."
                                + " C'est encore possible ?"),
                message(
                        "carte-0118",
                        27,
                        9,
                        14,
                        "whatsapp",
                        "Le pain de campagne acheté hier était brûlé et personne n'a voulu m'écouter."
                                + " Je veux parler à quelqu'un, merci de me rappeler."),
                message("carte-0233", 27, 12, 30, "whatsapp", "Coucou ! Comment marche la carte de fidélité ?"),
                message(
                        null,
                        27,
                        21,
                        17,
                        "mail",
                        "Bonsoir, nous tournons un court-métrage en avril et cherchons une boulangerie ancienne comme décor."
                                + " Seriez-vous intéressés ?"),
                message("carte-0107", 28, 8, 3, "whatsapp", "Vous prenez les tickets restaurant pour les sandwichs ?"),
                message(
                        "carte-0156",
                        28,
                        16,
                        48,
                        "mail",
                        "Bonjour Madame, Monsieur, peut-on congeler vos baguettes et combien de temps se gardent-elles ?"));
    }

    private static Message message(
            @Nullable String card, int dayOfFebruary, int hour, int minute, String channel, String text) {
        return Message.of(
                card == null ? null : CustomerId.of(card),
                LocalDateTime.of(2026, 2, dayOfFebruary, hour, minute)
                        .atZone(BakerySample.ZONE)
                        .toInstant(),
                Direction.FROM_CUSTOMER,
                channel,
                text);
    }
}
