package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.understand.Sentiment.Polarity;
import dev.comptoir.assist.understand.Urgency.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that no customer should have sent, with what is to be understood of them. */
class BadTextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t\r",
                "\u200b\u202e\ufeff",
                "🙂",
                "?!…",
                "<p>&nbsp;</p>",
                "> cité\n> encore",
                "\u0000\u0001"
            })
    void withoutWordsNothingIsUnderstood(String text) {
        Understanding understood = Understanding.of(text);

        assertThat(understood.isBlank()).isTrue();
        assertThat(understood.questions()).isEmpty();
        assertThat(understood.language()).isEmpty();
        assertThat(understood.signals()).isEmpty();
        assertThat(understood.urgency().level()).isEqualTo(Level.NONE);
    }

    @Test
    void emojiHaveAMoodButNoQuestion() {
        assertThat(Understanding.of("😡😡😡").sentiment().polarity()).isEqualTo(Polarity.NEGATIVE);
        assertThat(Understanding.of("👍").sentiment().polarity()).isEqualTo(Polarity.POSITIVE);
        assertThat(Understanding.of("😡😡😡").isBlank()).isTrue();
    }

    @Test
    void ofOneMegabyteOnlyTheBeginningIsRead() {
        Understanding understood = Understanding.of("livrez-vous à Lyon ? ".repeat(50_000));

        assertThat(understood.body().length()).isGreaterThan(Understanding.LONG);
        assertThat(understood.questions()).hasSize(1);
        assertThat(understood.language()).contains(Language.FRENCH);
    }

    @Test
    void aSignalAtTheStartOfAMegabyteIsHeard() {
        assertThat(Understanding.of("Je veux mourir. " + "pain ".repeat(200_000))
                        .signals())
                .contains(Signal.SELF_HARM);
    }

    @Test
    void aMegabyteOfHtmlAroundAQuestionIsTheQuestion() {
        String text = "<html><head><style>" + "p{margin:0} ".repeat(40_000) + "</style></head><body>"
                + "<div><span>".repeat(20_000) + "Livrez-vous à Lyon&nbsp;?" + "</span></div>".repeat(20_000)
                + "</body></html>";

        assertThat(Understanding.of(text).questions()).containsExactly("Livrez-vous à Lyon ?");
    }

    @Test
    void twoHundredLevelsOfHtmlQuotationAreLeftOut() {
        String text = "<p>Et le mardi ?</p>" + "<blockquote>je veux un humain".repeat(200) + "</blockquote>".repeat(200)
                + "<p>Merci</p>";

        Understanding understood = Understanding.of(text);

        assertThat(understood.questions()).containsExactly("le mardi ?");
        assertThat(understood.signals()).isEmpty();
    }

    @Test
    void twoHundredAttributionsOneInTheOtherAreLeftOut() {
        StringBuilder mail = new StringBuilder("Et le mardi ?\n");
        for (int level = 0; level < 200; level++) {
            mail.append(">".repeat(level))
                    .append(" Le 12 mars 2026 à 10:12, Ana <a@example.org> a écrit :\n")
                    .append(">".repeat(level + 1))
                    .append(" je veux un humain\n");
        }

        assertThat(Understanding.of(mail.toString()).body()).isEqualTo("Et le mardi ?");
    }

    @Test
    void aWrongCharsetIsPutRightWhereItIsSafe() {
        String misread =
                new String("Êtes-vous fermés à Noël ?".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(Understanding.of(misread).body()).isEqualTo("Êtes-vous fermés à Noël ?");
        assertThat(Understanding.of("\ufffdtes-vous ferm\ufffds ?").questions()).hasSize(1);
    }

    @Test
    void halvesOfCharactersBecomeQuestionMarks() {
        Understanding understood = Understanding.of("\ud83d Livrez-vous à Lyon \udc00");

        assertThat(understood.body()).isEqualTo("? Livrez-vous à Lyon ?");
        assertThat(understood.language()).contains(Language.FRENCH);
    }

    @Test
    void otherScriptsAndLanguagesAreNeitherFrenchNorEnglish() {
        for (String text : new String[] {
            "\u202bهل أنتم مفتوحون يوم الاثنين؟\u202c", "Вы открыты в понедельник?", "月曜日は開いていますか？",
            "Wann haben Sie am Montag geöffnet?", "¿Están abiertos el lunes?", "Siete aperti lunedì?"
        }) {
            assertThat(Understanding.of(text).language()).as(text).isEmpty();
            assertThat(Understanding.of(text).questions()).as(text).hasSize(1);
        }
    }

    @Test
    void eachQuestionHasItsOwnLanguage() {
        Understanding understood =
                Understanding.of("Bonjour, livrez-vous le dimanche à Lyon ? And do you open on Monday? Prix ?");

        assertThat(understood.language()).contains(Language.FRENCH);
        assertThat(understood.questions())
                .containsExactly("livrez-vous le dimanche à Lyon ?", "do you open on Monday?", "Prix ?");
        assertThat(understood.languages())
                .containsExactly(
                        Optional.of(Language.FRENCH), Optional.of(Language.ENGLISH), Optional.of(Language.FRENCH));
    }

    @Test
    void invisibleCharactersHideNoSignal() {
        assertThat(Understanding.of("je veux parler à un hu\u200bma\u00adin").signals())
                .contains(Signal.HUMAN_REQUESTED);
        assertThat(Understanding.of("ｊｅ ｖｅｕｘ ｍｏｕｒｉｒ").signals()).contains(Signal.SELF_HARM);
    }
}
