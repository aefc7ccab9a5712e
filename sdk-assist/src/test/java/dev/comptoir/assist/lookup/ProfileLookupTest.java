package dev.comptoir.assist.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.consent.Purpose;
import dev.comptoir.event.Purchase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileLookupTest {
    private Business business;
    private ProfileLookup lookup;

    @BeforeEach
    void open() {
        business = Comptoir.inMemory()
                .clock(Clock.fixed(Requests.NOW, ZoneOffset.UTC))
                .build()
                .business("boulangerie");
        buy("1", "2026-10-01T08:00:00Z");
        // In Paris it is the 21st already.
        buy("2", "2026-11-20T23:30:00Z");
        business.events()
                .append(Purpose.REPLY_HISTORY
                        .granted(Requests.ANA)
                        .at(Instant.parse("2026-10-01T08:00:00Z"))
                        .evidence("form")
                        .build());
        lookup = ProfileLookup.of(
                business, customer -> customer.equals(Requests.ANA) ? OptionalLong.of(1_240) : OptionalLong.empty());
    }

    private void buy(String id, String at) {
        business.events()
                .append(Purchase.by(Requests.ANA)
                        .id(id)
                        .at(Instant.parse(at))
                        .line(ProductId.of("p1"), 2, Money.eur("1.20"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Combien ai-je de points ?|Vous avez 1_240_points de fidélité.",
                "Bonjour, combien de points ai-je sur ma carte de fidélité ?|Vous avez 1_240_points de fidélité.",
                "Quel est mon solde de points ?|Vous avez 1_240_points de fidélité.",
                "How many points do I have?|You have 1,240 loyalty points.",
                "C'était quand ma dernière commande ?|Votre dernier achat date du samedi 21_novembre_2026.",
                "De quand date mon dernier achat chez vous ?|Votre dernier achat date du samedi 21_novembre_2026.",
                "When was my last order?|Your last purchase was on Saturday 21_November_2026.",
                "Combien de commandes ai-je passées ?|Nous avons enregistré 2_achats de votre part.",
                "How many orders have I placed?|We have recorded 2 purchases of yours."
            })
    void find_tellsTheCustomerWhoAllowsIt(String question, String expected) {
        assertThat(Requests.text(lookup, Requests.of(question, Requests.ANA))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Combien ai-je de points ?",
                "C'était quand ma dernière commande ?",
                "Combien de commandes ai-je passées ?"
            })
    void find_tellsNobodyElse(String question) {
        assertThat(lookup.find(Requests.of(question)))
                .as("nobody knows who asks")
                .isEmpty();
        assertThat(lookup.find(Requests.of(question, Requests.BEN)))
                .as("never asked for consent")
                .isEmpty();
        business.events()
                .append(Purpose.REPLY_HISTORY
                        .revoked(Requests.ANA)
                        .at(Instant.parse("2026-11-01T08:00:00Z"))
                        .build());
        assertThat(lookup.find(Requests.of(question, Requests.ANA)))
                .as("no longer allowed")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Combien de points faut-il pour un cadeau ?",
                "Combien ai-je de points et quand expirent-ils ?",
                "Mes points ont disparu",
                "Combien Ben a-t-il de points ?",
                "Annulez ma dernière commande",
                "C'était quand la dernière commande de Ben ?",
                "Que contenait ma dernière commande ?",
                "Où sont les points de vente ?",
                "How many points for a gift?",
                "When was the last order of Ben?",
                "Bonjour"
            })
    void find_leavesOtherQuestionsAlone(String question) {
        assertThat(Requests.text(lookup, Requests.of(question, Requests.ANA))).isEqualTo("-");
    }

    @Test
    void find_whatIsNotKnown_isNotTold() {
        business.events()
                .append(Purpose.REPLY_HISTORY
                        .granted(Requests.BEN)
                        .at(Instant.parse("2026-10-01T08:00:00Z"))
                        .build());
        assertThat(lookup.find(Requests.of("Combien ai-je de points ?", Requests.BEN)))
                .isEmpty();
        assertThat(lookup.find(Requests.of("C'était quand ma dernière commande ?", Requests.BEN)))
                .isEmpty();
        assertThat(ProfileLookup.of(business).find(Requests.of("Combien ai-je de points ?", Requests.ANA)))
                .as("no programme")
                .isEmpty();
    }
}
