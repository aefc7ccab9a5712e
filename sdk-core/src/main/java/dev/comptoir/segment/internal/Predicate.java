package dev.comptoir.segment.internal;

import java.util.List;

/** One comparison as the network answers it; equal ones are answered once. */
sealed interface Predicate {
    /** The column of numbers, or of sets. */
    int column();

    /** The value, or the days from it until today, reaches a limit or keeps it. */
    record Threshold(int column, boolean atLeast, boolean age, double limit) implements Predicate {}

    /** The value is one of these, in ascending order. */
    record Member(int column, List<Double> values) implements Predicate {}

    /** There is a value. */
    record Present(int column, boolean ofSets) implements Predicate {}

    /** The set holds any or all of these, in ascending order. */
    record Contains(int column, boolean all, List<Integer> elements) implements Predicate {}
}
