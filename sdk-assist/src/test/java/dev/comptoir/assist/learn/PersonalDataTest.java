package dev.comptoir.assist.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.understand.Language;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Écrivez à ana.b+x@mail.exemple.fr|MAIL|Écrivez à [e-mail]",
                "Mon IBAN : FR76 3000 6000 0112 3456 7890 189|IBAN|Mon IBAN : [IBAN]",
                "Carte 4111 1111 1111 1111 refusée|CARD|Carte [carte] refusée",
                "Appelez le 06 12 34 56 78 demain|PHONE|Appelez le [téléphone] demain",
                "Appelez +33 6 12 34 56 78|PHONE|Appelez [téléphone]",
                "Où est ma commande n° AB-1234 ?|ORDER|Où est ma commande n° [numéro] ?",
                "Facture 2026/114 perdue|ORDER|Facture [numéro] perdue",
                "Le colis 6A1234567890 est perdu|ORDER|Le colis [numéro] est perdu",
                "C'est le 12345678|NUMBER|C'est le [numéro]",
                "Pour Mme Martin-Dupont svp|NAME|Pour [nom] svp",
                "je m'appelle Ana Lopez et je cherche|NAME|[nom] et je cherche",
                "Livrez au 12 bis, rue des Lilas|ADDRESS|Livrez au [adresse]",
            })
    void formsAreFoundAndReplaced(String text, PersonalKind kind, String replaced) {
        assertThat(PersonalData.in(text, Set.of(), Set.of())).containsExactly(kind);
        assertThat(PersonalData.replaced(text, Set.of(), Language.FRENCH)).isEqualTo(replaced);
        assertThat(PersonalData.in(replaced, Set.of(), Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ouvert de 9 h à 19 h, du mardi au dimanche.",
                "Nous rouvrons le 2026-12-24.",
                "Le 24/12/2026 nous fermons à 16 h 30.",
                "12,50 € les 500 g, 1 200 € l'année",
                "Votre commande part sous 48 heures.",
                "Monsieur, Madame, bonjour",
                "Le modèle A4 de 2026",
                "Carte bancaire dès 1 €, chèque jusqu'à 1000 €"
            })
    void ordinaryAnswersHoldNothingPersonal(String text) {
        assertThat(PersonalData.in(text, Set.of(), Set.of())).isEmpty();
    }

    @Test
    void knownValuesAreFoundAsWholeWordsWhateverTheirAccents() {
        Set<String> known = Set.of("Zoé", "card-0042", "x");

        assertThat(PersonalData.in("Bonjour ZOE !", known, Set.of())).containsExactly(PersonalKind.KNOWN_VALUE);
        assertThat(PersonalData.in("carte card 0042", known, Set.of())).contains(PersonalKind.KNOWN_VALUE);
        assertThat(PersonalData.in("Zoéland, x", known, Set.of())).isEmpty();
        assertThat(PersonalData.replaced("C'est Zoé, de Zoéland", known, Language.ENGLISH))
                .isEqualTo("C'est [customer], de Zoéland");
    }

    @Test
    void theShopsOwnContactsDoNotCount() {
        Set<String> own = Set.of("01 23 45 67 89", "contact@boutique.fr");

        assertThat(PersonalData.in("Appelez le 01.23.45.67.89 ou écrivez à contact@boutique.fr", Set.of(), own))
                .isEmpty();
        assertThat(PersonalData.in("Appelez le 01.23.45.67.80", Set.of(), own)).containsExactly(PersonalKind.PHONE);
    }

    @Test
    void hostileTextsTakeLinearTime() {
        for (String part : new String[] {"a@", "1 ", "1-", "commande n° ", "Mme ", "+33", "FR76 ", "A-", "12 rue "}) {
            String text = part.repeat(50_000 / part.length());
            assertThat(PersonalData.replaced(text, Set.of("zz"), Language.FRENCH))
                    .isNotNull();
        }
    }
}
