package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cordialement,\nAna Martin\nDirectrice\nTél. : 04 78 00 00 00",
                "Bien cordialement\nAna",
                "Bien à vous,\nAna",
                "Sincères salutations",
                "Cdlt",
                "Bonne journée !",
                "Merci et bonne journée,\nAna",
                "Je vous prie d'agréer, Madame, mes salutations distinguées.",
                "-- \nAna Martin\nhttps://example.org",
                "--\nAna",
                "Envoyé de mon iPhone",
                "Envoyé depuis l'application Mail",
                "Envoyé à partir de Outlook pour Android",
                "Sent from my Galaxy",
                "Get Outlook for iOS",
                "Télécharger Outlook pour Android",
                "Kind regards,\nAna Martin\nHead of Nothing",
                "Best regards\nAna",
                "Sincerely,\nAna",
                "Have a nice day!\nAna",
                "04 78 00 00 00",
                "Tél : +33 4 78 00 00 00\nwww.example.org\nana@example.org",
                "Ce message et ses pièces jointes sont confidentiels et établis à l'intention exclusive de ses destinataires.",
                "This email and any attachments are confidential and intended solely for the addressee.",
                "CONFIDENTIALITÉ : ce courriel est privé.",
                "Avez-vous vraiment besoin d'imprimer ce mail ?",
                "Please consider the environment before printing this email.",
                "Garanti sans virus. www.avast.com"
            })
    void whatClosesAMessageIsLeftOut(String closing) {
        assertThat(Signature.strip("Livrez-vous le dimanche ?\n\n" + closing)).isEqualTo("Livrez-vous le dimanche ?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonne journée pour venir, le lundi ?",
                "Cordialement",
                "Mon numéro de commande :\n1234567890",
                "Bonjour,\nJ'ai reçu un bouquet avec la carte, très cordialement signée par vous. Merci.",
                "Je suis envoyé de mon entreprise pour le pain.",
                "Ce message est pour Ana."
            })
    void whatOnlySoundsLikeItStays(String text) {
        assertThat(Signature.strip(text)).isEqualTo(text);
    }

    @Test
    void afterthoughtsAndQuestionsBelowTheClosingStay() {
        assertThat(Signature.strip(
                        "Ouvrez-vous lundi ?\nCordialement,\nAna\nPS : c'est pour un anniversaire\net pour dix"))
                .isEqualTo("Ouvrez-vous lundi ?\nPS : c'est pour un anniversaire\net pour dix");
        assertThat(Signature.strip("Ouvrez-vous lundi ?\nCordialement,\nAna\nEt livrez-vous ?"))
                .isEqualTo("Ouvrez-vous lundi ?\nEt livrez-vous ?");
    }

    @Test
    void disclaimersAreNoWordsOfTheCustomer() {
        String text = "Livrez-vous ?\nCordialement,\nAna";

        assertThat(
                        Signature.withoutDisclaimers(
                                text
                                        + "\nThis e-mail is confidential and intended for the addressee. We will take legal action against misuse."))
                .isEqualTo(text);
    }
}
