package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedMailTest {
    private static final String OWN = "Merci, et le mardi ?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De : Boulangerie <b@example.org>\nEnvoyé : lundi 3 mars 2026 10:12\nÀ : Ana\nObjet : RE: commande",
                "De : Boulangerie\nDate : 3 mars 2026\nÀ : Ana\nObjet : RE: commande",
                "*De :* Boulangerie\n*Envoyé :* lundi 3 mars 2026 10:12\n*À :* Ana\n*Objet :* RE: commande",
                "De : Boulangerie\n\nEnvoyé : lundi 3 mars\n\nÀ : Ana\n\nObjet : RE",
                "From: Shop <s@example.org>\nSent: Monday, March 3, 2026 10:12 AM\nTo: Ana\nSubject: RE: order",
                "From: Shop\nDate: Monday\nTo: ana@example.org,\n bob@example.org\nSubject: x",
                "De : X Envoyé : lundi À : Ana Objet : commande",
                "Le 12 mars 2026 à 10:12, Boulangerie <b@example.org> a écrit :",
                "Le 12 mars 2026 à 10:12, Boulangerie du Centre de la Grande Place\n<b@example.org> a écrit :",
                "Le jeu. 12 mars 2026 à 10:12, Boulangerie\ndu Centre <b@example.org>\na écrit :",
                "Le 12/03/2026 à 10:12, Boulangerie a écrit :",
                "Le 12 mars 2026 10:12:33 GMT+01:00, Boulangerie a écrit :",
                "Boulangerie <b@example.org> a écrit le jeu. 12 mars 2026 à 10:12 :",
                "Boulangerie <b@example.org> a écrit :",
                "On Mon, Mar 3, 2026 at 10:12 AM Shop <s@example.org> wrote:",
                "On Mon, Mar 3, 2026 at 10:12 AM Shop\n<s@example.org> wrote:",
                "On 3 Mar 2026, at 10:12, Shop wrote:",
                "Shop <s@example.org> wrote:",
                "2026-03-12 10:12 GMT+01:00 Shop <s@example.org>:",
                "-----Message d'origine-----",
                "----- Mail original -----",
                "-------- Message original --------",
                "---------- Message transféré ---------",
                "---------- Forwarded message ---------",
                "-----Original Message-----",
                "Début du message réexpédié :",
                "Début du message transféré :",
                "Begin forwarded message:",
                "________________________________"
            })
    void whatStandsBelowTheHeadOfAnotherMailIsLeftOut(String head) {
        assertThat(strip(OWN + "\n\n" + head + "\n\nNous sommes fermés le lundi.\nJe veux parler à un humain."))
                .isEqualTo(OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De : Paris\nÀ : Lyon\nCombien coûte la livraison ?",
                "Votre collègue m'a écrit :\nNous vous rembourserons.\nEt depuis rien.",
                "Le vendeur a écrit :\nde rappeler lundi. Alors ?",
                "On the box somebody wrote:\nfragile. Is that you?",
                "Date : samedi 12\nObjet : gâteau de mariage\nPour 40 personnes",
                "From: 10 am\nTo: 12 am\nis that fine?",
                "----\nLivrez-vous ?",
                "Elle m'a écrit le mot suivant :\nmerci"
            })
    void whatOnlyLooksLikeAHeadStays(String text) {
        assertThat(strip(text)).isEqualTo(text);
    }

    @Test
    void repliesBetweenQuotationsStay() {
        assertThat(strip("""
                Le 12 mars 2026 à 10:12, Boulangerie <b@example.org> a écrit :
                > Quelle taille voulez-vous ?
                Pour dix personnes.
                > Et pour quel jour ?
                > Matin ou soir ?
                Samedi matin.
                >> très ancien
                """)).isEqualTo("Pour dix personnes.\nSamedi matin.");
    }

    @Test
    void aForwardedMailWithoutOwnWordsLeavesNothing() {
        assertThat(strip("---------- Forwarded message ---------\nFrom: a@example.org\nSubject: x\n\nBuy now"))
                .isEmpty();
    }

    private static String strip(String text) {
        return QuotedMail.strip(TextNormalizer.clean(text));
    }
}
