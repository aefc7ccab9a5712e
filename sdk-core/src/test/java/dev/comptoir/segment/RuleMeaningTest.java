package dev.comptoir.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every operator, worked out by hand. */
class RuleMeaningTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Comparing X = Rule.fact("x");

    @Test
    void numbers() {
        assertThat(holding(5, X.isEqualTo(5), X.isEqualTo(5.5), X.isNot(5), X.isNot(4)))
                .isEqualTo("1001");
        assertThat(holding(5, X.lessThan(5), X.atMost(5), X.greaterThan(5), X.atLeast(5)))
                .isEqualTo("0101");
        assertThat(holding(5, X.lessThan(5.1), X.atMost(4.9), X.greaterThan(4.9), X.atLeast(5.1)))
                .isEqualTo("1010");
        assertThat(holding(5, X.between(5, 6), X.between(4, 5), X.between(5, 5), X.between(6, 7)))
                .isEqualTo("1110");
        assertThat(holding(5, X.in(1, 5), X.in(1, 2), X.notIn(1, 5), X.notIn(1, 2)))
                .isEqualTo("1001");
        assertThat(holding(-0.0, X.isEqualTo(0), X.in(0, 1), X.isNot(0), X.atLeast(0)))
                .isEqualTo("1101");
    }

    @Test
    void textsWithAccentsInEitherForm() {
        assertThat(holding("cre\u0300me", X.isEqualTo("crème"), X.isEqualTo("creme"), X.isEqualTo("Crème")))
                .isEqualTo("100");
        assertThat(holding("crème", X.in("cre\u0300me", "x"), X.isNot("cre\u0300me"), X.notIn("pain")))
                .isEqualTo("101");
    }

    @Test
    void sets() {
        Set<String> held = Set.of("pain", "cre\u0300me");
        assertThat(holding(
                        held,
                        X.containsAny("crème", "thé"),
                        X.containsAll("crème", "thé"),
                        X.containsNone("crème", "thé")))
                .isEqualTo("100");
        assertThat(holding(held, X.containsAny("thé"), X.containsAll("pain", "crème"), X.containsNone("thé")))
                .isEqualTo("011");
        assertThat(holding(Set.of(), X.containsAny("thé"), X.containsAll("thé"), X.containsNone("thé"), X.isKnown()))
                .isEqualTo("0011");
    }

    @Test
    void flags() {
        assertThat(holding(true, X.isTrue(), X.isFalse())).isEqualTo("10");
        assertThat(holding(false, X.isTrue(), X.isFalse())).isEqualTo("01");
    }

    @Test
    void days() {
        // 27 February is two days before 1 March 2026.
        LocalDate day = LocalDate.of(2026, 2, 27);
        assertThat(holding(day, X.on(day), X.on(TODAY), X.before(day), X.after(day)))
                .isEqualTo("1000");
        assertThat(holding(day, X.before(TODAY), X.after(day.minusDays(1)))).isEqualTo("11");
        assertThat(holding(day, X.between(day, day), X.between(day.plusDays(1), TODAY)))
                .isEqualTo("10");
        assertThat(holding(day, X.olderThanDays(1), X.olderThanDays(2), X.newerThanDays(2), X.newerThanDays(3)))
                .isEqualTo("1001");
        assertThat(holding(TODAY, X.olderThanDays(0), X.newerThanDays(0), X.newerThanDays(1)))
                .isEqualTo("001");
        assertThat(holding(TODAY.plusDays(9), X.olderThanDays(0), X.newerThanDays(0)))
                .isEqualTo("01");
    }

    @Test
    void whatIsUnknownOrOfAnotherTypeHoldsNowhere() {
        Rule[] all = {
            X.isEqualTo(5),
            X.isNot(5),
            X.isEqualTo("a"),
            X.isNot("a"),
            X.isTrue(),
            X.lessThan(5),
            X.atMost(5),
            X.greaterThan(5),
            X.atLeast(5),
            X.between(0, 9),
            X.in(5),
            X.notIn(5),
            X.containsAny("a"),
            X.containsAll("a"),
            X.containsNone("a"),
            X.on(TODAY),
            X.before(TODAY),
            X.after(TODAY),
            X.between(TODAY, TODAY),
            X.olderThanDays(1),
            X.newerThanDays(1)
        };
        for (Rule rule : all) {
            assertThat(rule.holds(MapFacts.none(), TODAY)).as(rule.toString()).isFalse();
            assertThat(rule.holds(MapFacts.none().with("x", Double.NaN), TODAY))
                    .as(rule.toString())
                    .isFalse();
        }
        assertThat(holding(
                        "5", X.isEqualTo(5), X.isNot(5), X.atMost(9), X.notIn(4), X.containsNone("a"), X.before(TODAY)))
                .isEqualTo("000000");
        assertThat(holding("5", X.isKnown(), X.isUnknown())).isEqualTo("10");
        assertThat(holding(Double.POSITIVE_INFINITY, X.isKnown(), X.isUnknown()))
                .isEqualTo("01");
        assertThat(Rule.not(X.isEqualTo(5)).holds(MapFacts.none(), TODAY)).isTrue();
    }

    @Test
    void allAnyNot() {
        Rule yes = X.atLeast(1);
        Rule no = X.atLeast(9);
        assertThat(holding(5, yes.and(no), yes.or(no), Rule.not(yes), Rule.not(no)))
                .isEqualTo("0101");
        assertThat(holding(5, Rule.all(yes, yes), Rule.any(no, no), Rule.not(Rule.any(no, no))))
                .isEqualTo("101");
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(Rule::all).withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> X.atLeast(Double.NaN))
                .withMessageContaining("not finite");
        assertThatIllegalArgumentException().isThrownBy(() -> X.between(2, 1)).withMessageContaining("after its end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> X.between(TODAY, TODAY.minusDays(1)))
                .withMessageContaining("after its end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> X.olderThanDays(-1))
                .withMessageContaining("36500");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> X.in(new String[0]))
                .withMessageContaining("1 to 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> X.isEqualTo("x".repeat(201)))
                .withMessageContaining("200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rule.fact(" ").isKnown())
                .withMessageContaining("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison("x", Operator.IN, List.of(new NumberFact(1), new TextFact("a"))))
                .withMessageContaining("one type");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison("x", Operator.AT_LEAST, List.of(new TextFact("a"))))
                .withMessageContaining("at-least");
    }

    @Test
    void rulesAreBounded() {
        Rule deep = X.isKnown();
        for (int i = 1; i < Rule.MAX_DEPTH; i++) {
            deep = Rule.not(deep);
        }
        Rule deepest = deep;
        assertThat(deepest.holds(MapFacts.none().with("x", 1), TODAY)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Rule.not(deepest)).withMessageContaining("MAX_DEPTH");
        List<Rule> many = new ArrayList<>(Collections.nCopies(Rule.MAX_COMPARISONS, X.isKnown()));
        assertThat(new Rule.All(many).holds(MapFacts.none().with("x", 1), TODAY))
                .isTrue();
        many.add(X.isKnown());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule.All(many))
                .withMessageContaining("MAX_COMPARISONS");
    }

    private static String holding(Object value, Rule... rules) {
        StringBuilder held = new StringBuilder();
        for (Rule rule : rules) {
            held.append(rule.holds(MapFacts.none().with("x", value), TODAY) ? '1' : '0');
        }
        return held.toString();
    }
}
