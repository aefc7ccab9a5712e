package dev.comptoir.segment;

import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import dev.comptoir.profile.fact.TextSetFact;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules mean: one rule, one customer, nothing shared. Everything faster must agree with this. */
final class Evaluation {
    private Evaluation() {}

    static boolean holds(Rule rule, Facts facts, LocalDate today) {
        if (rule instanceof Comparison comparison) {
            return holds(comparison, value(comparison, facts), today);
        }
        if (rule instanceof Rule.Not not) {
            return !holds(not.rule(), facts, today);
        }
        // "all" stops at the first that does not hold, "any" at the first that does.
        boolean all = rule instanceof Rule.All;
        for (Rule branch : RuleBounds.branchesOf(rule)) {
            if (holds(branch, facts, today) != all) {
                return !all;
            }
        }
        return all;
    }

    /** The value that a comparison sees; null where it is unknown. */
    static @Nullable Fact value(Comparison comparison, Facts facts) {
        Fact found = facts.find(comparison.fact()).orElse(null);
        return found instanceof NumberFact number && !Double.isFinite(number.value()) ? null : found;
    }

    static boolean holds(Comparison comparison, @Nullable Fact value, LocalDate today) {
        if (value == null) {
            return comparison.operator() == Operator.UNKNOWN;
        }
        List<Fact> operands = comparison.operands();
        return switch (comparison.operator()) {
            case KNOWN -> true;
            case UNKNOWN -> false;
            case EQUALS, IN -> operands.contains(comparable(value));
            case NOT_EQUALS, NOT_IN ->
                value.getClass() == operands.get(0).getClass() && !operands.contains(comparable(value));
            case LESS_THAN, AT_MOST, GREATER_THAN, AT_LEAST, BETWEEN ->
                value instanceof NumberFact number && number(comparison, number.value());
            case CONTAINS_ANY, CONTAINS_ALL, CONTAINS_NONE ->
                value instanceof TextSetFact texts && texts(comparison, composed(texts.values()));
            case ON, BEFORE, AFTER, BETWEEN_DAYS, OLDER_THAN_DAYS, NEWER_THAN_DAYS ->
                value instanceof DayFact day && day(comparison, day.value(), today);
        };
    }

    private static boolean number(Comparison comparison, double value) {
        double limit = number(comparison.operands().get(0));
        return switch (comparison.operator()) {
            case LESS_THAN -> value < limit;
            case AT_MOST -> value <= limit;
            case GREATER_THAN -> value > limit;
            case AT_LEAST -> value >= limit;
            default -> value >= limit && value <= number(comparison.operands().get(1));
        };
    }

    private static boolean texts(Comparison comparison, Set<String> values) {
        boolean all = true;
        boolean any = false;
        for (Fact operand : comparison.operands()) {
            boolean there = values.contains(((TextFact) operand).value());
            all &= there;
            any |= there;
        }
        return switch (comparison.operator()) {
            case CONTAINS_ALL -> all;
            case CONTAINS_ANY -> any;
            default -> !any;
        };
    }

    private static boolean day(Comparison comparison, LocalDate day, LocalDate today) {
        Fact first = comparison.operands().get(0);
        return switch (comparison.operator()) {
            case OLDER_THAN_DAYS -> today.toEpochDay() - day.toEpochDay() > number(first);
            case NEWER_THAN_DAYS -> today.toEpochDay() - day.toEpochDay() < number(first);
            case ON -> day.equals(day(first));
            case BEFORE -> day.isBefore(day(first));
            case AFTER -> day.isAfter(day(first));
            default ->
                !day.isBefore(day(first))
                        && !day.isAfter(day(comparison.operands().get(1)));
        };
    }

    private static double number(Fact operand) {
        return ((NumberFact) operand).value();
    }

    private static LocalDate day(Fact operand) {
        return ((DayFact) operand).value();
    }

    private static Fact comparable(Fact value) {
        if (value instanceof NumberFact number) {
            return new NumberFact(number.value() + 0.0);
        }
        return value instanceof TextFact text ? new TextFact(composed(text.value())) : value;
    }

    private static Set<String> composed(Set<String> texts) {
        Set<String> composed = new HashSet<>();
        texts.forEach(text -> composed.add(composed(text)));
        return composed;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
