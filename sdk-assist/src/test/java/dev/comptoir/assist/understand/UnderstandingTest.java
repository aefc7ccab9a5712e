package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTest {
    @Test
    void quotedMailAndSignatureAreLeftOut() {
        Understanding understood = Understanding.of("""
                Bonjour,

                Livrez-vous le dimanche ?

                Cordialement,
                Ana
                Envoyé de mon iPhone

                Le lun. 3 mars 2025 à 10:12, Boulangerie <b@example.org> a écrit :
                > Voulez-vous parler à un conseiller ?
                > Are you a robot?
                """);

        assertThat(understood.body()).isEqualTo("Bonjour,\n\nLivrez-vous le dimanche ?");
        assertThat(understood.signals()).isEmpty();
        assertThat(understood.language()).contains(Language.FRENCH);
    }

    @Test
    void repliesBelowTheQuotationAreRead() {
        Understanding understood = Understanding.of("""
                On Mon, 3 Mar 2025 at 10:12, Shop <s@example.org> wrote:
                > We are closed on Monday.

                Are you open on Tuesday?
                """);

        assertThat(understood.body()).isEqualTo("Are you open on Tuesday?");
    }

    @Test
    void attributionsBrokenOverTwoLinesAreFound() {
        Understanding understood = Understanding.of("""
                Merci, et le mardi ?
                Le lundi 3 mars 2025 à 10:12, Boulangerie du Centre
                <contact@example.org> a écrit :
                Nous sommes fermés le lundi.
                """);

        assertThat(understood.body()).isEqualTo("Merci, et le mardi ?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----Message d'origine-----",
                "-----Original Message-----",
                "________________________________",
                "De : Boulangerie\nEnvoyé : lundi",
                "From: shop@example.org\nSent: Monday"
            })
    void headsOfForwardedMailEndTheBody(String head) {
        Understanding understood = Understanding.of("Livrez-vous ?\n" + head + "\nancien texte");

        assertThat(understood.body()).isEqualTo("Livrez-vous ?");
    }

    @Test
    void twoHundredLevelsOfQuotationAreLeftOut() {
        StringBuilder mail = new StringBuilder("Et le mardi ?\n");
        for (int level = 1; level <= 200; level++) {
            mail.append(">".repeat(level)).append(" je veux parler à un humain\n");
        }

        Understanding understood = Understanding.of(mail.toString());

        assertThat(understood.body()).isEqualTo("Et le mardi ?");
        assertThat(understood.signals()).isEmpty();
    }

    @Test
    void aRequestUnderTheClosingFormulaIsHeard() {
        Understanding understood =
                Understanding.of("Livrez-vous ?\n\nCordialement,\nAna\nPS : rappelez-moi plutôt au téléphone");

        assertThat(understood.signals()).contains(Signal.HUMAN_REQUESTED);
    }

    @Test
    void htmlIsReadAsItsVisibleText() {
        Understanding understood = Understanding.of("<html><head><style>p {color: red}</style></head><body>"
                + "<p>Bonjour,</p><p>Livrez&#45;vous <b>&agrave;</b> Lyon&nbsp;?</p>"
                + "<script>alert('human please')</script>"
                + "<blockquote>Je veux parler à un humain</blockquote></body></html>");

        assertThat(understood.body()).isEqualTo("Bonjour,\n\nLivrez-vous à Lyon ?");
        assertThat(understood.signals()).isEmpty();
    }

    @Test
    void signsOfComparisonAreNoHtml() {
        assertThat(Understanding.of("Est-ce que 3 < 5 et 7 > 2 ?").body()).isEqualTo("Est-ce que 3 < 5 et 7 > 2 ?");
    }

    @Test
    void eachQuestionIsAUnitWithWhatLeadsToIt() {
        Understanding understood = Understanding.of(
                "Bonjour. J'ai acheté un four. Est-il garanti ? Et livrez-vous à Lyon ? Merci d'avance.");

        assertThat(understood.questions())
                .containsExactly("J'ai acheté un four. Est-il garanti ?", "livrez-vous à Lyon ?");
    }

    @Test
    void oneQuestionIsTheWholeBodyWithoutPoliteWords() {
        assertThat(Understanding.of("J'ai acheté un four. Est-il garanti ? Merci.")
                        .questions())
                .containsExactly("J'ai acheté un four. Est-il garanti ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n", "🙂🙂🙂", "?!...", "\u200b\u202e"})
    void withoutWordsThereIsNothingToAnswer(String text) {
        assertThat(Understanding.of(text).isBlank()).isTrue();
    }

    @Test
    void textFromRightToLeftIsKept() {
        Understanding understood = Understanding.of("\u202bهل أنتم مفتوحون يوم الاثنين؟\u202c");

        assertThat(understood.isBlank()).isFalse();
        assertThat(understood.language()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<p",
                "<p>",
                "&",
                "&amp",
                ">",
                "> \n",
                "--\n",
                "🙂\n--\n",
                "Le a écrit :\n",
                "Le lundi a écrit :\n\n",
                "De : a\n",
                "?",
                "a? ",
                "\u0301",
                "\ufdfa",
                "<blockquote>",
                "Cordialement\n"
            })
    void oneMillionCharactersOfTroubleAreReadInLinearTime(String part) {
        String text = part.repeat((1 << 20) / part.length());

        assertThat(Understanding.of(text).signals()).isEmpty();
    }
}
