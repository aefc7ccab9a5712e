package dev.comptoir.segment;

import dev.comptoir.profile.fact.Facts;
import java.time.LocalDate;
import java.util.List;

/**
 * What must hold of a customer: a {@link Comparison} of one fact, or {@code all}, {@code any} or {@code not} of other rules.
 * A tree of values and nothing else, so it can be stored, shown and compared. Immutable.
 *
 * <pre>{@code
 * Rule regular = Rule.all(
 *         Rule.fact("purchaseCount").atLeast(10),
 *         Rule.fact("lastPurchase").newerThanDays(30));
 * }</pre>
 */
public sealed interface Rule permits Rule.All, Rule.Any, Rule.Not, Comparison {
    /** So many rules may lie within each other. */
    int MAX_DEPTH = 20;

    /** So many comparisons one rule may have in all. */
    int MAX_COMPARISONS = 1_000;

    /** Every one of these holds; at least one. */
    record All(List<Rule> rules) implements Rule {
        public All {
            rules = RuleBounds.branches("all", rules);
        }
    }

    /** At least one of these holds; at least one. */
    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = RuleBounds.branches("any", rules);
        }
    }

    /** This does not hold; so it does hold where a fact that it compares is unknown. */
    record Not(Rule rule) implements Rule {
        public Not {
            RuleBounds.branches("not", List.of(rule));
        }
    }

    /** Begins a comparison of the fact of this name. */
    static Comparing fact(String name) {
        return new Comparing(name);
    }

    static Rule all(Rule... rules) {
        return new All(List.of(rules));
    }

    static Rule any(Rule... rules) {
        return new Any(List.of(rules));
    }

    static Rule not(Rule rule) {
        return new Not(rule);
    }

    /** This and another. */
    default Rule and(Rule other) {
        return all(this, other);
    }

    /** This or another. */
    default Rule or(Rule other) {
        return any(this, other);
    }

    /**
     * Whether it holds of somebody.
     *
     * @param facts what is known of the customer
     * @param today the local day of the business
     */
    default boolean holds(Facts facts, LocalDate today) {
        return Evaluation.holds(this, facts, today);
    }

    /**
     * The rule written in JSON: {@code docs/segments.md}.
     *
     * @throws dev.comptoir.error.DataException if it is no rule; the message names the place, the value and what is allowed
     */
    static Rule fromJson(String json) {
        return RuleReader.rule(json);
    }

    /** In JSON, the same rule always as the same text; {@link #fromJson} makes an equal rule of it. */
    default String toJson() {
        return RuleWriter.json(this);
    }
}
