package dev.comptoir.benchmarks.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhrasebookTest {
    @Test
    void everyTextIsWrittenOutInBothLanguages() {
        List<Pair> pairs = Phrasebook.pairs(1);

        assertThat(pairs).hasSizeGreaterThan(30_000);
        assertThat(pairs).allSatisfy(pair -> {
            assertThat(pair.english()).isNotBlank().doesNotContain("[", "]", "{", "}", "|");
            assertThat(pair.french()).isNotBlank().doesNotContain("[", "]", "{", "}", "|");
            assertThat(Source.of(pair.source())).isPresent();
        });
        assertThat(Phrasebook.pairs(1)).isEqualTo(pairs);
        assertThat(Phrasebook.pairs(2)).isNotEqualTo(pairs);
    }

    @Test
    void aSlotHasOneValueInAGroup() {
        List<Pair> pairs = new java.util.ArrayList<>();
        new Wordings(List.of("day: le lundi=on Monday; le mardi=on Tuesday"), new Random(3))
                .add(List.of("@open", "[Êtes-vous/Vous êtes] ouverts {day} ?", "= Are you open {day}?"), pairs);

        assertThat(pairs).extracting(Pair::group).contains("@open=le lundi", "@open=le mardi");
        assertThat(pairs)
                .allSatisfy(pair -> assertThat(pair.english().contains("Monday"))
                        .isEqualTo(pair.french().contains("lundi")));
    }

    @Test
    void frenchIsContracted() {
        assertThat(Wordings.contracted("parler de le pain et de les œufs à le chef"))
                .isEqualTo("parler du pain et des œufs au chef");
        assertThat(Conjugation.forms("manger")).contains("mange", "mangeons", "mangeait", "mangera");
        assertThat(Conjugation.forms("payer")).contains("payons", "paie", "paye");
        assertThat(Conjugation.forms("finir")).contains("finissons", "finit");
        assertThat(Conjugation.forms("venir")).isEmpty();
        assertThat(Conjugation.forms("aller")).isEmpty();
    }
}
