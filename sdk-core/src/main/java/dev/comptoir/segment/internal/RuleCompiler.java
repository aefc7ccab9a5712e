package dev.comptoir.segment.internal;

import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import dev.comptoir.segment.Comparison;
import dev.comptoir.segment.Rule;
import dev.comptoir.segment.internal.Predicate.Contains;
import dev.comptoir.segment.internal.Predicate.Member;
import dev.comptoir.segment.internal.Predicate.Present;
import dev.comptoir.segment.internal.Predicate.Threshold;
import dev.comptoir.segment.internal.RowLayout.ColumnType;
import java.util.List;
import java.util.stream.IntStream;

/** Makes every comparison one of four kinds of predicates, and gives each fact its columns. */
final class RuleCompiler {
    private final RowLayout layout;

    RuleCompiler(RowLayout layout) {
        this.layout = layout;
    }

    Expression compile(Rule rule) {
        if (rule instanceof Comparison comparison) {
            return compile(comparison);
        }
        if (rule instanceof Rule.Not not) {
            return new Expression.Not(compile(not.rule()));
        }
        boolean all = rule instanceof Rule.All;
        List<Rule> branches = all ? ((Rule.All) rule).rules() : ((Rule.Any) rule).rules();
        return new Expression.Join(all, branches.stream().map(this::compile).toList());
    }

    private Expression compile(Comparison comparison) {
        String fact = comparison.fact();
        return switch (comparison.operator()) {
            case KNOWN -> new Expression.Leaf(known(fact));
            case UNKNOWN -> Expression.not(known(fact));
            case EQUALS, IN, ON -> new Expression.Leaf(member(comparison));
            case NOT_EQUALS, NOT_IN -> {
                Member member = member(comparison);
                yield Expression.both(new Present(member.column(), false), Expression.not(member));
            }
            case LESS_THAN -> new Expression.Leaf(limit(comparison, 0, ColumnType.NUMBER, false, true));
            case AT_MOST -> new Expression.Leaf(limit(comparison, 0, ColumnType.NUMBER, false, false));
            case GREATER_THAN -> new Expression.Leaf(limit(comparison, 0, ColumnType.NUMBER, true, true));
            case AT_LEAST -> new Expression.Leaf(limit(comparison, 0, ColumnType.NUMBER, true, false));
            case BETWEEN -> between(comparison, ColumnType.NUMBER);
            case BEFORE -> new Expression.Leaf(limit(comparison, 0, ColumnType.DAY, false, true));
            case AFTER -> new Expression.Leaf(limit(comparison, 0, ColumnType.DAY, true, true));
            case BETWEEN_DAYS -> between(comparison, ColumnType.DAY);
            case OLDER_THAN_DAYS -> new Expression.Leaf(age(comparison, true));
            case NEWER_THAN_DAYS -> new Expression.Leaf(age(comparison, false));
            case CONTAINS_ANY -> new Expression.Leaf(contains(comparison, false));
            case CONTAINS_ALL -> new Expression.Leaf(contains(comparison, true));
            case CONTAINS_NONE -> {
                Contains any = contains(comparison, false);
                yield Expression.both(new Present(any.column(), true), Expression.not(any));
            }
        };
    }

    private Present known(String fact) {
        return new Present(layout.column(fact, ColumnType.KNOWN), false);
    }

    private Expression between(Comparison comparison, ColumnType type) {
        return Expression.both(
                limit(comparison, 0, type, true, false), new Expression.Leaf(limit(comparison, 1, type, false, false)));
    }

    private Threshold limit(Comparison comparison, int operand, ColumnType type, boolean atLeast, boolean strict) {
        double limit = number(comparison, operand);
        return new Threshold(
                layout.column(comparison.fact(), type), atLeast, false, strict ? beyond(limit, atLeast) : limit);
    }

    private Threshold age(Comparison comparison, boolean older) {
        double days = number(comparison, 0);
        return new Threshold(layout.column(comparison.fact(), ColumnType.DAY), older, true, beyond(days, older));
    }

    private static double beyond(double limit, boolean up) {
        return up ? Math.nextUp(limit) : Math.nextDown(limit);
    }

    private Member member(Comparison comparison) {
        ColumnType type = type(comparison.operands().get(0));
        int column = layout.column(comparison.fact(), type);
        List<Double> values = IntStream.range(0, comparison.operands().size())
                .mapToObj(i -> number(comparison, i))
                .sorted()
                .toList();
        return new Member(column, values);
    }

    private Contains contains(Comparison comparison, boolean all) {
        List<Integer> elements = comparison.operands().stream()
                .map(operand -> layout.code(comparison.fact(), ColumnType.TEXTS, ((TextFact) operand).value()))
                .sorted()
                .toList();
        return new Contains(layout.column(comparison.fact(), ColumnType.TEXTS), all, elements);
    }

    private double number(Comparison comparison, int operand) {
        Fact fact = comparison.operands().get(operand);
        if (fact instanceof NumberFact number) {
            return number.value();
        }
        if (fact instanceof DayFact day) {
            return day.value().toEpochDay();
        }
        return fact instanceof FlagFact flag
                ? (flag.value() ? 1 : 0)
                : layout.code(comparison.fact(), ColumnType.TEXT, ((TextFact) fact).value());
    }

    private static ColumnType type(Fact operand) {
        if (operand instanceof NumberFact) {
            return ColumnType.NUMBER;
        }
        if (operand instanceof DayFact) {
            return ColumnType.DAY;
        }
        return operand instanceof FlagFact ? ColumnType.FLAG : ColumnType.TEXT;
    }
}
