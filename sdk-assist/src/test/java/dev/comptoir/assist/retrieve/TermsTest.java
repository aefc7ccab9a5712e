package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.understand.Language;
import org.junit.jupiter.api.Test;

class TermsTest {
    private final Terms terms = new Terms();

    @Test
    void formsOfAFrenchWordShareAStem() {
        assertThat(terms.stems("commande", Language.FRENCH))
                .isEqualTo(terms.stems("commandes", Language.FRENCH))
                .isEqualTo(terms.stems("COMMANDER", Language.FRENCH));
    }

    @Test
    void elisionsCurlyOrNotAreCutOff() {
        assertThat(terms.stems("l’horaire d'ouverture", Language.FRENCH))
                .isEqualTo(terms.stems("horaire ouverture", Language.FRENCH));
    }

    @Test
    void lostAccentsShareFourGrams() {
        assertThat(terms.grams("chèque", Language.FRENCH)).isEqualTo(terms.grams("cheque", Language.FRENCH));
    }

    @Test
    void fourGramsOfAWordAreItsWindowsAndItself() {
        assertThat(terms.grams("tarifs", Language.FRENCH)).containsExactlyInAnyOrder("tari", "arif", "rifs", "tarifs");
        assertThat(terms.grams("vin", Language.FRENCH)).containsExactly("vin");
    }

    @Test
    void courtesiesAndQuestionWordsAreNoTopic() {
        assertThat(terms.topics("Bonjour, pouvez-vous me dire où est le parking, s'il vous plaît ?", Language.FRENCH))
                .containsAll(terms.stems("parking", Language.FRENCH))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(terms.topics("Hello, could you please tell me where the car park is?", Language.ENGLISH))
                .containsExactly("tell", "car", "park");
    }

    @Test
    void negationsStay() {
        assertThat(terms.topics("je n'ai pas reçu", Language.FRENCH)).contains("pas");
        assertThat(terms.topics("it has not arrived", Language.ENGLISH)).contains("not");
    }

    @Test
    void englishFormsShareAStem() {
        assertThat(terms.stems("deliveries", Language.ENGLISH)).isEqualTo(terms.stems("delivery", Language.ENGLISH));
    }
}
