package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
    private static final String TEXT = "Déjà reçu, où est l’œuf à 5 € ? Ça « coûte » – ÊTRE… 🙂";

    @Test
    void misreadTextIsRepaired() {
        assertThat(Mojibake.repair(misread(TEXT))).isEqualTo(TEXT);
        assertThat(Mojibake.repair(misread(misread("Déjà reçu à Lyon")))).isEqualTo("Déjà reçu à Lyon");
    }

    @Test
    void aPlainBlankAfterTheBrokenAIsForgiven() {
        assertThat(Mojibake.repair("RÃ©ponse Ã Lyon")).isEqualTo("Réponse à Lyon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Déjà reçu, où est l’œuf à 5 € ?",
                "Le « CAFÉ » est fermé, « CAFÉ»",
                "Não, SÃO Paulo",
                "Â et Ã seuls",
                "Åse \u201cÅ\u201d",
                "pâté, «â»…",
                "\u00F0\u00F0",
                "",
                "Привет 你好 🙂"
            })
    void textThatWasReadRightlyStays(String text) {
        assertThat(Mojibake.repair(text)).isEqualTo(text);
    }

    @Test
    void messagesAreRepairedBeforeTheyAreRead() {
        Understanding understood = Understanding.of(misread("Êtes-vous ouverts à Noël ?"));

        assertThat(understood.body()).isEqualTo("Êtes-vous ouverts à Noël ?");
        assertThat(understood.language()).contains(Language.FRENCH);
    }

    private static String misread(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            String c = new String(new byte[] {b}, Charset.forName("windows-1252"));
            out.append(c.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : c);
        }
        return out.toString();
    }
}
