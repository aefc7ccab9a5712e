package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void sentencesEndAtMarksFollowedByABlank() {
        assertThat(Sentences.of("Ouvert à 7.30 h. Fermé lundi ! Et mardi ? oui"))
                .containsExactly("Ouvert à 7.30 h.", "Fermé lundi !", "Et mardi ?", "oui");
    }

    @Test
    void abbreviationsDoNotEndSentences() {
        assertThat(Sentences.of("Demandez M. Martin. Il vient.")).containsExactly("Demandez M. Martin.", "Il vient.");
    }

    @Test
    void linesEndSentences() {
        assertThat(Sentences.of("un\n\ndeux\r\n")).containsExactly("un", "deux");
    }
}
