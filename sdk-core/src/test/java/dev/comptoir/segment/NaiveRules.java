package dev.comptoir.segment;

import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import dev.comptoir.profile.fact.TextSetFact;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The page's table of operators written out once more, by operator and type: the reference of the property tests. */
public final class NaiveRules {
    private NaiveRules() {}

    public static boolean holds(Rule rule, Facts facts, LocalDate today) {
        if (rule instanceof Rule.All all) {
            return all.rules().stream().map(each -> holds(each, facts, today)).reduce(true, Boolean::logicalAnd);
        }
        if (rule instanceof Rule.Any any) {
            return any.rules().stream().map(each -> holds(each, facts, today)).reduce(false, Boolean::logicalOr);
        }
        if (rule instanceof Rule.Not not) {
            return !holds(not.rule(), facts, today);
        }
        Comparison comparison = (Comparison) rule;
        Fact fact = facts.find(comparison.fact())
                .filter(found -> !(found instanceof NumberFact number) || Math.abs(number.value()) <= Double.MAX_VALUE)
                .orElse(null);
        Fact first =
                comparison.operands().isEmpty() ? null : comparison.operands().get(0);
        Fact last = comparison.operands().isEmpty()
                ? null
                : comparison.operands().get(comparison.operands().size() - 1);
        return switch (comparison.operator()) {
            case KNOWN -> fact != null;
            case UNKNOWN -> fact == null;
            case EQUALS, IN -> fact != null && comparison.operands().stream().anyMatch(each -> same(each, fact));
            case NOT_EQUALS, NOT_IN ->
                fact != null
                        && fact.getClass().equals(first.getClass())
                        && comparison.operands().stream().noneMatch(each -> same(each, fact));
            case LESS_THAN -> number(fact, value -> value < limit(first));
            case AT_MOST -> number(fact, value -> value <= limit(first));
            case GREATER_THAN -> number(fact, value -> value > limit(first));
            case AT_LEAST -> number(fact, value -> value >= limit(first));
            case BETWEEN -> number(fact, value -> limit(first) <= value && value <= limit(last));
            case CONTAINS_ANY ->
                texts(fact, held -> comparison.operands().stream().anyMatch(each -> held.contains(text(each))));
            case CONTAINS_ALL ->
                texts(fact, held -> comparison.operands().stream().allMatch(each -> held.contains(text(each))));
            case CONTAINS_NONE ->
                texts(fact, held -> comparison.operands().stream().noneMatch(each -> held.contains(text(each))));
            case ON -> day(fact, value -> value.equals(limitDay(first)));
            case BEFORE -> day(fact, value -> value.compareTo(limitDay(first)) < 0);
            case AFTER -> day(fact, value -> value.compareTo(limitDay(first)) > 0);
            case BETWEEN_DAYS ->
                day(fact, value -> value.compareTo(limitDay(first)) >= 0 && value.compareTo(limitDay(last)) <= 0);
            case OLDER_THAN_DAYS -> day(fact, value -> ChronoUnit.DAYS.between(value, today) > limit(first));
            case NEWER_THAN_DAYS -> day(fact, value -> ChronoUnit.DAYS.between(value, today) < limit(first));
        };
    }

    private static boolean same(Fact operand, Fact fact) {
        if (operand instanceof NumberFact a && fact instanceof NumberFact b) {
            return a.value() == b.value();
        }
        if (operand instanceof TextFact && fact instanceof TextFact) {
            return text(operand).equals(text(fact));
        }
        if (operand instanceof FlagFact a && fact instanceof FlagFact b) {
            return a.value() == b.value();
        }
        return operand instanceof DayFact a
                && fact instanceof DayFact b
                && a.value().equals(b.value());
    }

    private static boolean number(Fact fact, DoublePredicate test) {
        return fact instanceof NumberFact number && test.test(number.value());
    }

    private static boolean day(Fact fact, Predicate<LocalDate> test) {
        return fact instanceof DayFact day && test.test(day.value());
    }

    private static boolean texts(Fact fact, Predicate<Set<String>> test) {
        return fact instanceof TextSetFact texts
                && test.test(texts.values().stream()
                        .map(each -> Normalizer.normalize(each, Normalizer.Form.NFC))
                        .collect(Collectors.toSet()));
    }

    private static double limit(Fact fact) {
        return ((NumberFact) fact).value();
    }

    private static LocalDate limitDay(Fact fact) {
        return ((DayFact) fact).value();
    }

    private static String text(Fact fact) {
        return Normalizer.normalize(((TextFact) fact).value(), Normalizer.Form.NFC);
    }
}
