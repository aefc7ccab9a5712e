package dev.comptoir.assist.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.knowledge.KnowledgeReport.Notice;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oui, partout.|Non, pas à Lyon.|YES_NO",
                "Nous livrons partout.|Nous ne livrons jamais.|YES_NO",
                "We deliver.|Sorry, we don't deliver.|YES_NO",
                "La livraison coûte 4,90 €.|La livraison coûte 5,90 €.|PRICE",
                "La livraison coûte 4,90 €.|La livraison coûte 4.90 euros pile.|WORDING",
                "1 200 € par an.|1200 € l'année.|WORDING",
                "Gratuit dès 50 €.|Gratuit dès 50 €, express à 9 €.|WORDING",
                "De 9h à 18h.|De 9 h 30 à 18 h.|TIME",
                "De 9h à 18h.|De 09:00 à 18:00, toujours.|WORDING",
                "From 9 am to 6 pm.|From 9am to 7pm.|TIME",
                "From 9 am to 6 pm.|Open 9:00-18:00.|WORDING",
                "Fermé le lundi.|Fermé le mardi.|DAY",
                "Sous 14 jours.|Sous 30 jours.|NUMBER",
                "Sous 30 jours.|Sous 30 jours, avec le ticket.|WORDING",
            })
    void whatDiffersIsNamedByWeight(String one, String other, Contradiction.Rule rule) {
        assertThat(Contradiction.between(one, other)).contains(rule);
        assertThat(Contradiction.between(other, one)).contains(rule);
    }

    @Test
    void theSameInOtherCaseAndPunctuationIsNoDifference() {
        assertThat(Contradiction.between("Oui, sous 3 jours !", "oui sous 3 jours"))
                .isEmpty();
    }

    @Test
    void entriesWithOneQuestionAndTwoAnswersAreReported() {
        Knowledge knowledge = Knowledge.of(List.of(
                entry("a", "Quels sont vos horaires ?", "De 9h à 18h."),
                entry("b", "Vos horaires", "De 10h à 19h."),
                entry("c", "Livrez-vous à Lyon ?", "Oui."),
                entry("d", "Livrez-vous à Paris ?", "Non."),
                entry("e", "Quand livrez-vous à Lyon ?", "Demain."),
                entry("f", "Quel est le délai de remboursement ?", "Oui."),
                entry("g", "Quel est le délai de rembourcement ?", "Non.")));

        assertThat(knowledge.report().contradictions())
                .containsExactly(
                        new Contradiction("a", "b", Contradiction.Rule.TIME, true),
                        new Contradiction("f", "g", Contradiction.Rule.YES_NO, false));
        assertThat(knowledge.report().isConsistent()).isFalse();
        assertThat(knowledge.report().isClean()).isTrue();
    }

    @Test
    void variantsAreQuestionsToo() {
        Entry known = entry("a", "Horaires", "De 9h à 18h.").withVariants(List.of("Quand ouvrez-vous ?"));

        assertThat(Knowledge.of(List.of(known, entry("b", "Vous ouvrez quand ?", "À 10h.")))
                        .report()
                        .contradictions())
                .containsExactly(new Contradiction("a", "b", Contradiction.Rule.TIME, true));
    }

    @Test
    void otherLanguagesAndOtherDaysDoNotContradict() {
        Validity winter = new Validity(null, LocalDate.of(2026, 3, 31));
        Validity summer = new Validity(LocalDate.of(2026, 4, 1), null);

        assertThat(Knowledge.of(List.of(
                                new Entry("a", "Parking?", List.of(), "", "Oui.", Language.FRENCH),
                                new Entry("b", "Parking?", List.of(), "", "No.", Language.ENGLISH),
                                valid("c", "De 9h à 18h.", winter),
                                valid("d", "De 9h à 20h.", summer)))
                        .report()
                        .contradictions())
                .isEmpty();
        assertThat(Knowledge.of(List.of(
                                valid("c", "De 9h à 18h.", winter), valid("d", "De 9h à 20h.", Validity.ALWAYS)))
                        .report()
                        .contradictions())
                .hasSize(1);
    }

    @Test
    void repeatedContentIsANotice() {
        assertThat(Knowledge.of(List.of(
                                entry("a", "Horaires ?", "De 9h à 18h."), entry("b", "horaires", "de 9h à 18h")))
                        .report()
                        .notices())
                .extracting(Notice::kind, Notice::entryId)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Notice.Kind.DUPLICATE_CONTENT, "b"));
    }

    @Test
    void entriesThatDoNotHoldTodayAreKeptAndReported() {
        LocalDate today = LocalDate.of(2026, 12, 24);
        Knowledge knowledge = Knowledge.of(List.of(
                valid("last day", "a.", new Validity(null, today)),
                new Entry(
                        "over",
                        "Soldes ?",
                        List.of(),
                        List.of(),
                        "",
                        "b.",
                        Language.FRENCH,
                        ActionClass.INFORM,
                        new Validity(null, today.minusDays(1))),
                new Entry(
                        "to come",
                        "Noël ?",
                        List.of(),
                        List.of(),
                        "",
                        "c.",
                        Language.FRENCH,
                        ActionClass.INFORM,
                        new Validity(today.plusDays(1), null))));

        assertThat(knowledge.entries()).hasSize(3);
        assertThat(knowledge.report().notices()).isEmpty();
        assertThat(knowledge.report(today).notices())
                .extracting(Notice::kind, Notice::entryId)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Notice.Kind.EXPIRED, "over"),
                        org.assertj.core.api.Assertions.tuple(Notice.Kind.NOT_YET_VALID, "to come"));
    }

    @Test
    void twentyThousandEntriesWithOneQuestionAreComparedWithAFewOnly() {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(entry("e" + i, "Quels sont vos horaires ?", "De " + i % 24 + " h à midi."));
        }

        assertThat(Knowledge.of(many).report().contradictions()).hasSize(KnowledgeReport.MAX_CONTRADICTIONS);
    }

    @Test
    void oneLetterApartMeansOneLetter() {
        assertThat(Comparison.isOneLetterApart("vacances", "vaccances")).isTrue();
        assertThat(Comparison.isOneLetterApart("vacances", "vacanzes")).isTrue();
        assertThat(Comparison.isOneLetterApart("vacances", "vacance")).isTrue();
        assertThat(Comparison.isOneLetterApart("vacances", "vacances")).isFalse();
        assertThat(Comparison.isOneLetterApart("vacances", "vazanzes")).isFalse();
        assertThat(Comparison.isOneLetterApart("magasin", "agasin")).isFalse();
        assertThat(Comparison.isOneLetterApart("livrais", "livraison")).isFalse();
    }

    private static Entry entry(String id, String question, String answer) {
        return new Entry(id, question, List.of(), "", answer, Language.FRENCH);
    }

    private static Entry valid(String id, String answer, Validity validity) {
        return new Entry(
                id,
                "Quels sont vos horaires ?",
                List.of(),
                List.of(),
                "",
                answer,
                Language.FRENCH,
                ActionClass.INFORM,
                validity);
    }
}
