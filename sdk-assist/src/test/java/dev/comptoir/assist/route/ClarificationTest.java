package dev.comptoir.assist.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.route.Clarification.Kind;
import dev.comptoir.assist.route.Clarification.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClarificationTest {
    private static final Clarification ASKED = new Clarification(
            Kind.WHICH_ENTRY,
            "Et le délai ?",
            List.of(
                    new Option("livraison", "Quel est le délai de livraison ?"),
                    new Option("retour", "Quel est le délai de retour ?"),
                    new Option("garantie", "Garantie : quel est le délai ?")));

    @ParameterizedTest
    @CsvSource({
        "le premier, livraison",
        "La première svp, livraison",
        "1, livraison",
        "option 2, retour",
        "'2.', retour",
        "the second one please, retour",
        "La deuxième !, retour",
        "le 3, garantie",
        "la dernière, garantie",
        "the last one, garantie",
        "la livraison, livraison",
        "C'est pour un retour que je vous écris depuis hier soir merci, retour",
        "je parlais de la garantie, garantie",
        "GARANTIE, garantie",
        "livraisons, livraison"
    })
    void anAnswerMeansOneOption(String answer, String entry) {
        assertThat(ASKED.chosenBy(answer)).map(Option::entryId).hasValue(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "oui",
        "le délai",
        "les deux",
        "both",
        "ni la livraison ni le retour",
        "le premier et le deuxième",
        "le 4",
        "la première: le retour",
        "''",
        "je voulais deux baguettes pour demain matin svp merci",
        "😀"
    })
    void whatMeansNoneOrSeveralChoosesNone(String answer) {
        assertThat(ASKED.chosenBy(answer)).isEmpty();
    }

    @Test
    void hostileAnswersAreBounded() {
        assertThat(ASKED.chosenBy("livraison ".repeat(100_000))).isEmpty();
        assertThat(ASKED.chosenBy("\ud83d")).isEmpty();
        assertThat(new Clarification(Kind.ORDER_NUMBER, "Où est ma commande ?", List.of()).chosenBy("1"))
                .isEmpty();
    }

    @Test
    void itsStringHoldsNoWordsOfTheCustomer() {
        assertThat(ASKED.toString()).doesNotContain("délai");
    }
}
