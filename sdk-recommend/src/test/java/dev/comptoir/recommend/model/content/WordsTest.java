package dev.comptoir.recommend.model.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void accentsCaseElisionsAndEmptyWordsGo() {
        assertThat(Words.of("Tarte à l'Abricot d\u2019été")).containsExactly("tarte", "abricot", "ete");
        assertThat(Words.of("CŒUR de bœuf, Æsop, Straße")).containsExactly("coeur", "boeuf", "aesop", "strasse");
        assertThat(Words.of("e\u0301te\u0301 = \u00e9t\u00e9")).containsExactly("ete", "ete");
        assertThat(Words.of("The baker's loaf: 50cl, n°2")).containsExactly("baker", "loaf", "50cl", "2");
        assertThat(Words.of("Qu'est-ce qu’il y a ?")).isEmpty();
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of("\uD83E\uDD50 \u65e5\u672c")).containsExactly("\u65e5\u672c");
    }

    @Test
    void trigramsMarkTheEndsOfWords() {
        assertThat(Words.trigrams("pain")).containsExactly("<pa", "pai", "ain", "in>");
        assertThat(Words.trigrams("a")).containsExactly("<a>");
    }
}
