package dev.comptoir.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.profile.fact.Fact;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SegmentReasonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void theFindingsAloneGiveTheSameAnswer() {
        for (long seed = 1; seed <= 5_000; seed++) {
            RandomRules random = new RandomRules(seed);
            Segment segment = new Segment("s", "S", "S", random.rule(4));
            MapFacts facts = random.facts();
            SegmentReason reason = segment.explain(facts, TODAY);
            assertThat(reason.belongs()).as("seed %d", seed).isEqualTo(NaiveRules.holds(segment.rule(), facts, TODAY));
            Map<String, Fact> named = new LinkedHashMap<>();
            for (Finding finding : reason.findings()) {
                assertThat(finding.held())
                        .as("seed %d", seed)
                        .isEqualTo(NaiveRules.holds(finding.comparison(), facts, TODAY));
                if (finding.value() != null) {
                    named.put(finding.comparison().fact(), finding.value());
                }
            }
            assertThat(NaiveRules.holds(segment.rule(), new MapFacts(named), TODAY))
                    .as("seed %d", seed)
                    .isEqualTo(reason.belongs());
        }
    }

    @Test
    void inWords() {
        Rule rule = Rule.all(
                Rule.fact("purchaseCount").atLeast(10),
                Rule.fact("lastPurchase").newerThanDays(30),
                Rule.any(
                        Rule.fact("favouriteCategories").containsAny("crèmerie", "œufs"),
                        Rule.fact("averageBasket").greaterThan(1234.5)));
        Segment segment = new Segment("s", "Habitués", "Regulars", rule);
        MapFacts facts = MapFacts.none()
                .with("purchaseCount", 12)
                .with("lastPurchase", LocalDate.of(2026, 2, 1))
                .with("favouriteCategories", Set.of("œufs", "pain"))
                .with("averageBasket", 1234.5);

        SegmentReason in = segment.explain(facts, TODAY);
        assertThat(in.belongs()).isTrue();
        assertThat(in.text(Locale.ENGLISH))
                .isEqualTo(
                        "number of purchases: 12 (at least 10); last purchase: 1 February 2026 (less than 30 days ago); "
                                + "favourite categories: “pain”, “œufs” (at least one of: “crèmerie”, “œufs”)");
        assertThat(in.text(Locale.FRENCH))
                .isEqualTo(
                        "nombre d'achats\u00a0: 12 (au moins 10)\u00a0; dernier achat\u00a0: 1er février 2026 (il y a moins de"
                                + " 30 jours)\u00a0; catégories préférées\u00a0: «\u00a0pain\u00a0», «\u00a0œufs\u00a0» (au moins un"
                                + " parmi\u00a0: «\u00a0crèmerie\u00a0», «\u00a0œufs\u00a0»)");

        SegmentReason out = segment.explain(facts.with("favouriteCategories", Set.of()), TODAY);
        assertThat(out.belongs()).isFalse();
        assertThat(out.text(Locale.ENGLISH))
                .isEqualTo(
                        "favourite categories: none (the condition “at least one of: “crèmerie”, “œufs”” does not hold); "
                                + "average basket: 1,234.5 (the condition “more than 1,234.5” does not hold)");
        assertThat(out.text(Locale.FRENCH))
                .contains(
                        "panier moyen\u00a0: 1\u202f234,5 (condition «\u00a0plus de 1\u202f234,5\u00a0» non remplie)");

        assertThat(new Segment("s", "S", "S", Rule.fact("lastPurchase").isUnknown())
                        .explain(MapFacts.none(), TODAY)
                        .text(Locale.FRENCH))
                .isEqualTo("dernier achat\u00a0: aucune valeur connue");
    }

    @Test
    void everyOperatorHasWordsInBothLanguages() {
        RandomRules random = new RandomRules(1);
        for (Operator operator : Operator.values()) {
            for (int i = 0; i < 20; i++) {
                Segment segment = new Segment("s", "S", "S", random.comparison(operator));
                SegmentReason reason = segment.explain(random.facts(), TODAY);
                for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH, Locale.CHINESE}) {
                    assertThat(reason.text(locale)).isNotBlank().doesNotContain("{", "null");
                }
            }
        }
        assertThat(new Segment("s", "S", "S", Rule.fact("jour").olderThanDays(1000))
                        .explain(MapFacts.none().with("jour", TODAY), TODAY)
                        .text(Locale.FRENCH))
                .contains("1\u202f000 jours");
    }

    @Test
    void longReasonsAreCut() {
        Rule[] many = new Rule[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = Rule.fact("f" + i).isUnknown();
        }
        SegmentReason reason = new Segment("s", "S", "S", Rule.all(many)).explain(MapFacts.none(), TODAY);
        assertThat(reason.findings()).hasSize(500);
        assertThat(reason.text(Locale.ENGLISH)).endsWith("; and 490 more");
    }
}
