package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.assist.Bakery;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.retrieve.SentenceCitation.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationsTest {
    private final HybridRetriever retriever =
            HybridRetriever.builder(Bakery.knowledge()).build();

    @Test
    void theMerchantsOwnWordsAreSupported() {
        Citations citations = cite(
                "Bonjour,\nNous livrons dans un rayon de 5 km. Un acompte de 30 % est demandé.", "livraison", "gateau");

        assertThat(citations.unsupported()).isEmpty();
        assertThat(citations.sentences())
                .extracting(SentenceCitation::entryId)
                .containsExactly(Optional.empty(), Optional.of("livraison"), Optional.of("gateau"));
        assertThat(citations.sentences().get(1).passage()).contains("rayon");
        assertThat(citations.sentences().get(1).recall()).isCloseTo(1, within(1e-9));
    }

    @Test
    void anotherNumberIsNamed() {
        assertThat(problems("Nous livrons dans un rayon de 8 km.", "livraison")).containsExactly(Problem.NUMBERS);
    }

    @Test
    void wordsFromNowhereAreNamed() {
        assertThat(problems("Nos croissants sont remboursés par la mutuelle.", "livraison"))
                .containsExactly(Problem.WORDS);
    }

    @Test
    void theOppositeIsNamed() {
        assertThat(problems("Nous ne livrons pas dans un rayon de 5 km.", "livraison"))
                .containsExactly(Problem.NEGATION);
        assertThat(problems("La boulangerie n'est pas fermée le lundi.", "lundi"))
                .isEmpty();
    }

    @Test
    void englishIsReadAsEnglish() {
        assertThat(problems("There is a free car park behind the shop.", "en-parking"))
                .isEmpty();
        assertThat(problems("There isn't a free car park behind the shop.", "en-parking"))
                .containsExactly(Problem.NEGATION);
    }

    @Test
    void withoutEvidenceNothingIsSupported() {
        Citations citations = retriever.cite("Nous livrons partout.", List.of());

        assertThat(citations.unsupported()).hasSize(1);
        assertThat(citations.sentences().get(0).entryId()).isEmpty();
        assertThat(retriever.cite("", List.of()).sentences()).isEmpty();
    }

    @Test
    void hostileRepliesAreBounded() {
        assertThat(cite("Nous livrons. ".repeat(50_000), "livraison").sentences())
                .hasSize(Citations.MAX_SENTENCES);
        assertThat(cite("\ud800 ".repeat(10) + "x".repeat(1 << 20), "livraison").sentences())
                .hasSize(1);
    }

    private Iterable<Problem> problems(String sentence, String id) {
        return cite(sentence, id).sentences().get(0).problems();
    }

    private Citations cite(String reply, String... ids) {
        List<Entry> evidence = List.of(ids).stream()
                .map(id -> Bakery.knowledge().find(id).orElseThrow())
                .toList();
        return retriever.cite(reply, evidence);
    }
}
