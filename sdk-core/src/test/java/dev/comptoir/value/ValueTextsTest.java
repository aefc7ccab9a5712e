package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What merchants read, in both languages. */
class ValueTextsTest {
    @Test
    void everyGateHasItsReasonInBothLanguages() {
        for (DataGate gate : DataGate.values()) {
            for (double observed : new double[] {0, 1, 7}) {
                ValueNotice notice = new ValueNotice(gate, observed, 30);
                String french = notice.text(Locale.CANADA_FRENCH);
                String english = notice.text(Locale.GERMANY);
                assertThat(french).isNotEqualTo(english);
                assertThat(List.of(french, english))
                        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "}", "''", "null"));
            }
        }
    }

    @Test
    void numbersAreInTheRightPlaceAndForm() {
        ValueNotice few = new ValueNotice(DataGate.TOO_FEW_CUSTOMERS, 12, 30);
        assertThat(few.text(Locale.ENGLISH)).isEqualTo("only 12 customers are known; a purchase model needs 30");
        assertThat(few.text(Locale.FRENCH))
                .isEqualTo("seulement 12 clients sont connus\u00a0; un modèle d'achat en demande 30");
        ValueNotice one = new ValueNotice(DataGate.TOO_FEW_REPEAT_CUSTOMERS, 1, 10);
        assertThat(one.text(Locale.ENGLISH)).isEqualTo("only one customer has come back; a purchase model needs 10");
        assertThat(one.text(Locale.FRENCH))
                .isEqualTo("un seul client est revenu\u00a0; un modèle d'achat en demande 10");
        ValueNotice follows = new ValueNotice(DataGate.SPEND_FOLLOWS_FREQUENCY, -0.456, 0.3);
        assertThat(follows.text(Locale.ENGLISH)).contains("-0.46", "below 0.30");
        assertThat(follows.text(Locale.FRENCH)).contains("-0,46", "sous 0,30");
    }

    @Test
    void evidenceInWords() {
        PurchaseHistory history = PurchaseHistory.of(3, 20, 24.5, 12);
        ValueTerms terms = new ValueTerms(52, 0.1, 1, 0.9);
        ValueEvidence model =
                new ValueEvidence(history, "MBG/NBD", Map.of(), ValueEvidence.NONE, Map.of(), terms, List.of());
        ValueEvidence simpler = new ValueEvidence(
                PurchaseHistory.ofNewCustomer(),
                ValueEvidence.EMPIRICAL,
                Map.of(),
                ValueEvidence.NONE,
                Map.of(),
                terms,
                List.of());

        assertThat(model.text(Locale.ENGLISH))
                .isEqualTo("3 repeat purchases, the last purchase 4.5 weeks and the first 24.5 weeks ago;"
                        + " by the model MBG/NBD");
        assertThat(model.text(Locale.FRENCH))
                .isEqualTo("3 achats répétés, dernier achat il y a 4,5 semaines, premier il y a 24,5 semaines\u00a0;"
                        + " selon le modèle MBG/NBD");
        assertThat(simpler.text(Locale.ENGLISH)).endsWith("by comparison with the shop's other customers");
        assertThat(simpler.text(Locale.FRENCH)).endsWith("par comparaison avec les autres clients du commerce");
    }
}
