package dev.comptoir.segment;

import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * One fact compared with what is given. Immutable. Texts are compared letter by letter in their composed form (NFC), case and
 * accents included.
 *
 * @param fact the name of the fact: 1 to 100 characters
 * @param operator how it is compared
 * @param operands what it is compared with, as many and of such types as the operator wants; for the operators over days a
 *     number of days, 0 to {@value #MAX_DAYS}
 */
public record Comparison(String fact, Operator operator, List<Fact> operands) implements Rule {
    /** So many values a set may have. */
    public static final int MAX_VALUES = 1_000;

    /** So many characters a text may have. */
    public static final int MAX_TEXT = 200;

    /** About a hundred years. */
    public static final int MAX_DAYS = 36_500;

    /** So many characters the name of a fact may have. */
    public static final int MAX_NAME = 100;

    public Comparison {
        if (fact.isBlank() || fact.length() > MAX_NAME) {
            throw new IllegalArgumentException("The name of a fact has " + fact.length() + " characters; 1 to "
                    + MAX_NAME + " are allowed, not all of them blanks.");
        }
        operands = checked(operator, operands);
    }

    /** Whether the answer may change by the mere passing of days. */
    public boolean dependsOnToday() {
        return operator.shape() == Operator.Shape.DAYS;
    }

    private static List<Fact> checked(Operator operator, List<? extends Fact> operands) {
        int count = operands.size();
        int least = 1;
        int most = 1;
        switch (operator.shape()) {
            case NOTHING -> {
                least = 0;
                most = 0;
            }
            case NUMBER_RANGE, DAY_RANGE -> {
                least = 2;
                most = 2;
            }
            case VALUES, TEXTS -> most = MAX_VALUES;
            case VALUE, NUMBER, DAY, DAYS -> {}
        }
        if (count < least || count > most) {
            throw new IllegalArgumentException("The operator " + operator.id() + " has " + count + " values; "
                    + (least == most ? "" + least : least + " to " + most) + " are allowed.");
        }
        List<Fact> checked = new ArrayList<>(count);
        HashSet<Fact> seen = new HashSet<>();
        for (Fact operand : operands) {
            Fact clean = checked(operator, operand);
            if (!checked.isEmpty() && clean.getClass() != checked.get(0).getClass()) {
                throw new IllegalArgumentException(
                        "The operator " + operator.id() + " has numbers and texts; all must be of one type.");
            }
            // In a range both ends may be equal; in a set each value stands once.
            if (seen.add(clean) || most == 2) {
                checked.add(clean);
            }
        }
        range(operator, checked);
        return List.copyOf(checked);
    }

    private static Fact checked(Operator operator, Fact operand) {
        boolean fits = switch (operator.shape()) {
            case VALUE -> operand instanceof NumberFact || operand instanceof TextFact || operand instanceof FlagFact;
            case NUMBER, NUMBER_RANGE, DAYS -> operand instanceof NumberFact;
            case VALUES -> operand instanceof NumberFact || operand instanceof TextFact;
            case TEXTS -> operand instanceof TextFact;
            case DAY, DAY_RANGE -> operand instanceof DayFact;
            case NOTHING -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException("The operator " + operator.id() + " does not compare with a "
                    + operand.getClass().getSimpleName() + ".");
        }
        if (operand instanceof NumberFact number) {
            return number(operator, number.value());
        }
        return operand instanceof TextFact text ? text(text.value()) : day(operand);
    }

    private static Fact day(Fact operand) {
        if (operand instanceof DayFact day
                && (day.value().getYear() < 1 || day.value().getYear() > 9999)) {
            throw new IllegalArgumentException("A day lies outside the years 1 to 9999.");
        }
        return operand;
    }

    private static NumberFact number(Operator operator, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The operator " + operator.id() + " has a number that is not finite.");
        }
        if (operator.shape() == Operator.Shape.DAYS && (value < 0 || value > MAX_DAYS || value != Math.rint(value))) {
            throw new IllegalArgumentException("The operator " + operator.id() + " has " + value
                    + " days; whole numbers from 0 to " + MAX_DAYS + " are allowed.");
        }
        // Makes 0 of -0: they are equal as numbers, and would not be as records.
        return new NumberFact(value + 0.0);
    }

    private static TextFact text(String value) {
        if (value.length() > MAX_TEXT) {
            throw tooLong(value);
        }
        // Half characters would not survive being written as UTF-8.
        String whole = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String composed = Normalizer.normalize(whole, Normalizer.Form.NFC);
        if (composed.length() > MAX_TEXT) {
            throw tooLong(composed);
        }
        return new TextFact(composed);
    }

    private static IllegalArgumentException tooLong(String value) {
        return new IllegalArgumentException(
                "A text has " + value.length() + " characters; at most " + MAX_TEXT + " are allowed.");
    }

    private static void range(Operator operator, List<Fact> ends) {
        boolean backwards = ends.size() == 2
                && (operator.shape() == Operator.Shape.NUMBER_RANGE
                        ? ((NumberFact) ends.get(0)).value() > ((NumberFact) ends.get(1)).value()
                        : operator.shape() == Operator.Shape.DAY_RANGE
                                && ((DayFact) ends.get(0)).value().isAfter(((DayFact) ends.get(1)).value()));
        if (backwards) {
            throw new IllegalArgumentException("The operator " + operator.id() + " begins after its end.");
        }
    }
}
