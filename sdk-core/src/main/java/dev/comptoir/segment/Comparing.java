package dev.comptoir.segment;

import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A comparison that has been begun: {@code Rule.fact("purchaseCount").atLeast(10)}. Immutable. */
public final class Comparing {
    private final String fact;

    Comparing(String fact) {
        this.fact = fact;
    }

    public Comparison isEqualTo(double number) {
        return make(Operator.EQUALS, new NumberFact(number));
    }

    public Comparison isEqualTo(String text) {
        return make(Operator.EQUALS, new TextFact(text));
    }

    /** The flag is a yes. */
    public Comparison isTrue() {
        return make(Operator.EQUALS, new FlagFact(true));
    }

    /** The flag is a no. */
    public Comparison isFalse() {
        return make(Operator.EQUALS, new FlagFact(false));
    }

    public Comparison isNot(double number) {
        return make(Operator.NOT_EQUALS, new NumberFact(number));
    }

    public Comparison isNot(String text) {
        return make(Operator.NOT_EQUALS, new TextFact(text));
    }

    public Comparison lessThan(double limit) {
        return make(Operator.LESS_THAN, new NumberFact(limit));
    }

    public Comparison atMost(double limit) {
        return make(Operator.AT_MOST, new NumberFact(limit));
    }

    public Comparison greaterThan(double limit) {
        return make(Operator.GREATER_THAN, new NumberFact(limit));
    }

    public Comparison atLeast(double limit) {
        return make(Operator.AT_LEAST, new NumberFact(limit));
    }

    /** From one to the other, both included. */
    public Comparison between(double from, double to) {
        return make(Operator.BETWEEN, new NumberFact(from), new NumberFact(to));
    }

    public Comparison in(String... texts) {
        return make(Operator.IN, texts(Arrays.asList(texts)));
    }

    public Comparison in(double... numbers) {
        return make(
                Operator.IN, Arrays.stream(numbers).mapToObj(NumberFact::new).toArray(Fact[]::new));
    }

    public Comparison notIn(String... texts) {
        return make(Operator.NOT_IN, texts(Arrays.asList(texts)));
    }

    public Comparison notIn(double... numbers) {
        return make(
                Operator.NOT_IN,
                Arrays.stream(numbers).mapToObj(NumberFact::new).toArray(Fact[]::new));
    }

    public Comparison containsAny(String... texts) {
        return make(Operator.CONTAINS_ANY, texts(Arrays.asList(texts)));
    }

    public Comparison containsAll(String... texts) {
        return make(Operator.CONTAINS_ALL, texts(Arrays.asList(texts)));
    }

    public Comparison containsNone(String... texts) {
        return make(Operator.CONTAINS_NONE, texts(Arrays.asList(texts)));
    }

    public Comparison on(LocalDate day) {
        return make(Operator.ON, new DayFact(day));
    }

    public Comparison before(LocalDate day) {
        return make(Operator.BEFORE, new DayFact(day));
    }

    public Comparison after(LocalDate day) {
        return make(Operator.AFTER, new DayFact(day));
    }

    /** From one day to the other, both included. */
    public Comparison between(LocalDate from, LocalDate to) {
        return make(Operator.BETWEEN_DAYS, new DayFact(from), new DayFact(to));
    }

    /** More than so many local days before today. */
    public Comparison olderThanDays(int days) {
        return make(Operator.OLDER_THAN_DAYS, new NumberFact(days));
    }

    /** Less than so many local days before today, or today, or later. */
    public Comparison newerThanDays(int days) {
        return make(Operator.NEWER_THAN_DAYS, new NumberFact(days));
    }

    public Comparison isKnown() {
        return make(Operator.KNOWN);
    }

    public Comparison isUnknown() {
        return make(Operator.UNKNOWN);
    }

    private static Fact[] texts(Collection<String> texts) {
        return texts.stream().map(TextFact::new).toArray(Fact[]::new);
    }

    private Comparison make(Operator operator, Fact... operands) {
        return new Comparison(fact, operator, List.of(operands));
    }
}
