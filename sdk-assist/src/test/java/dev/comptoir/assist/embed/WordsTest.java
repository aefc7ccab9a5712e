package dev.comptoir.assist.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void caseAccentsAndElisionsAreTheSameWords() {
        assertThat(Words.of("L'été, où ÊTES-vous ?")).containsExactly("l", "ete", "ou", "etes", "vous");
        assertThat(Words.of("l\u2019ete ou etes vous")).isEqualTo(Words.of("L'ÉTÉ : où êtes-vous…"));
        assertThat(Words.of("E\u0301te\u0301")).isEqualTo(Words.of("Été"));
        assertThat(Words.of("Cœur, Æther, Straße")).containsExactly("coeur", "aether", "strasse");
    }

    @Test
    void englishContractionsAreSpeltOut() {
        assertThat(Words.of("I don't, you can't, it won't"))
                .containsExactly("i", "do", "not", "you", "can", "not", "it", "will", "not");
        assertThat(Words.of("aujourd'hui")).containsExactly("aujourd", "hui");
    }

    @Test
    void textWithoutLettersHasNoWords() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of(" \n\t ?! … €")).isEmpty();
        assertThat(Words.of("\uD800")).isEmpty();
    }

    @Test
    void hostileTextIsBounded() {
        assertThat(Words.of("a ".repeat(1_000_000))).hasSize(Words.MAX_WORDS);
        assertThat(Words.of("x".repeat(1_000_000))).hasSize(1).allMatch(word -> word.length() <= Words.MAX_WORD + 1);
        assertThat(Words.of("e" + "\u0301".repeat(1_000_000))).containsExactly("e");
    }
}
