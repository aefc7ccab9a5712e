package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Êtes-vous ouverts lundi ?",
                "etes vous ouverts lundi",
                "Bonjour",
                "c'est combien la baguette",
                "Où est mon colis ?",
                "livraison gratuite ?",
                "Do you speak French ? Non, je parle mieux le français que l'anglais",
                "Mon mail: my order is late. Pouvez-vous m'aider avec cette commande ?"
            })
    void frenchIsTold(String text) {
        assertThat(LanguageDetector.detect(text)).contains(Language.FRENCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Are you open on Monday?",
                "Hello",
                "where's my order",
                "Do you sell croissants and pain au chocolat?",
                "How much is the café crème?",
                "I can't find the invoice"
            })
    void englishIsTold(String text) {
        assertThat(LanguageDetector.detect(text)).contains(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Badoo", "12345", "🙂🙂", "Привет", "مرحبا", "SKU-4711"})
    void whatNeitherLanguageClaimsStaysUnknown(String text) {
        assertThat(LanguageDetector.detect(text)).isEmpty();
    }
}
