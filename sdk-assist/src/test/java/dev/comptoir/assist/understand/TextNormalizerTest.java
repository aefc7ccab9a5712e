package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextNormalizerTest {
    @Test
    void typographyBecomesPlain() {
        assertThat(TextNormalizer.clean("L\u2019œuf \u00ab frais \u00bb \u2014 \uff11\uff12\u00a0€"))
                .isEqualTo("L'oeuf \" frais \" - 12 €");
    }

    @Test
    void blanksCollapseAndLinesStay() {
        assertThat(TextNormalizer.clean(" a \t b \r\n\r\n  c ")).isEqualTo("a b\n\nc");
    }

    @Test
    void invisibleCharactersGo() {
        assertThat(TextNormalizer.clean("hu\u200bma\u202ein\u00ad")).isEqualTo("humain");
    }

    @Test
    void foldingDropsCaseAccentsAndMarks() {
        assertThat(TextNormalizer.fold("ÊTES-vous là, l\u2019Été ?!")).isEqualTo("etes vous la l ete");
    }

    @Test
    void halvesOfCharactersBecomeQuestionMarks() {
        assertThat(TextNormalizer.clean("a\ud800b\udc00")).isEqualTo("a?b?");
    }

    @Test
    void endlessStacksOfAccentsAreCutShort() {
        String stack = "a" + "\u0301\u0323".repeat(500_000);

        assertThat(TextNormalizer.clean(stack).length()).isLessThan(12);
        assertThat(TextNormalizer.fold(stack)).isEqualTo("a");
    }

    @Test
    void otherScriptsAreWords() {
        assertThat(TextNormalizer.hasWords("مرحبا")).isTrue();
        assertThat(TextNormalizer.hasWords("🙂 ?! ...")).isFalse();
    }
}
