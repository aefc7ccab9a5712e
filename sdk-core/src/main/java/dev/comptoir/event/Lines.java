package dev.comptoir.event;

import dev.comptoir.Money;
import java.util.List;

/** The rules that the lines of a purchase and of a return share. */
final class Lines {
    private Lines() {}

    static List<Line> check(List<Line> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A receipt needs at least one line.");
        }
        List<Line> copy = List.copyOf(lines);
        for (Line line : copy) {
            if (!line.amount().currency().equals(copy.get(0).amount().currency())) {
                throw new IllegalArgumentException(
                        "A receipt has lines in " + copy.get(0).amount().currency() + " and in "
                                + line.amount().currency() + "; all must be in one currency.");
            }
        }
        return copy;
    }

    static Money total(List<Line> lines) {
        Money sum = Money.zero(lines.get(0).amount().currency());
        for (Line line : lines) {
            sum = sum.plus(line.amount());
        }
        return sum;
    }
}
