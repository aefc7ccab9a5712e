package dev.comptoir.assist.generate;

import dev.comptoir.assist.route.Clarification;
import dev.comptoir.assist.understand.Language;

/** The words of a question back to the customer. Pure functions. */
final class Asking {
    private Asking() {}

    static String body(Clarification ask, Language language) {
        return switch (ask.kind()) {
            case ORDER_NUMBER ->
                language.choose(
                        "Pour vous répondre, il nous faut votre numéro de commande. Pourriez-vous nous l'indiquer ?",
                        "To answer you we need your order number. Could you tell us what it is?");
            case WHICH_ENTRY -> {
                StringBuilder body = new StringBuilder(language.choose(
                        "Pour bien vous répondre, pourriez-vous nous dire laquelle de ces questions est la vôtre ?",
                        "To answer you well, could you tell us which of these questions is yours?"));
                for (int i = 0; i < ask.options().size(); i++) {
                    body.append('\n')
                            .append(i + 1)
                            .append(". ")
                            .append(ask.options().get(i).label());
                }
                yield body.toString();
            }
        };
    }
}
