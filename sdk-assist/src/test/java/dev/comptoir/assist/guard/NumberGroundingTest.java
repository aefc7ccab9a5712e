package dev.comptoir.assist.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberGroundingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le pain coûte 6,50 euros|pain à 6.50 €",
                "de 7h à 19h30|ouvert de 7 h à 19 h 30",
                "ouvert à 07:00|ouvert à 7 h 00",
                "sous deux jours|sous 2 jours",
                "within 14 days|fourteen days",
                "1 200 €|1200 euros",
                "voir https://example.org/aide.|lien : https://example.org/aide",
                "écrivez à aide@example.org|aide@example.org répond",
                "référence AB-123|La référence AB-123 est épuisée",
                "un instant|rien",
                "the 2nd floor|floor 2",
                "30 %|30% d'acompte"
            })
    void whatTheEvidenceHoldsIsGrounded(String text, String evidence) {
        assertThat(NumberGrounding.ungrounded(text, evidence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le pain coûte 7,50 euros|pain à 6,50 €|7.5",
                "remise de 50 %|remise de 5 %|50",
                "sous trois jours|sous 2 jours|3",
                "voir https://evil.example/x|voir https://example.org|https://evil.example/x",
                "allez sur evil.com|rien|evil.com",
                "écrivez à eve@example.org|aide@example.org|eve@example.org",
                "code PROMO50|code PROMO5|promo50",
                "ouvert à 8 h|ouvert à 7 h|8",
                "le 12/05|le 12/06|5",
                "1.5 kg|15 kg|1.5"
            })
    void whatTheEvidenceDoesNotHoldIsNamed(String text, String evidence, String missing) {
        assertThat(NumberGrounding.ungrounded(text, evidence)).containsExactly(missing);
    }

    @ParameterizedTest
    @CsvSource({"1", "1a", "a@", "1.", "www.", "a.", "-", "1-a"})
    void longTextsAreReadInLinearTime(String part) {
        assertThat(NumberGrounding.ungrounded(part.repeat(20_000), part.repeat(20_000)))
                .isEmpty();
    }
}
